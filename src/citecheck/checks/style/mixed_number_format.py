"""Thousands written in several ways, or in a way that the language does not use.

"23'000" beside "2000" makes the reader wonder whether both are counts. Numbers of four digits may go without a separator,
as long as all of them do. The apostrophe is Swiss: neither English nor French uses it elsewhere.

Wrong: "2 000" and "1180" in one French text. Right: "2 000" and "1 180".

To mend it, write them all in one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks.style.habits import Use, habit
from citecheck.languages import language
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

NUMBER = re.compile(r"\d[\d\s.,'’]*")
APOSTROPHE = "apostrophe"
NONE = "none"
SHOWN = {"space": "12 000", ",": "12,000", ".": "12.000", APOSTROPHE: "12'000", NONE: "12000"}

RULE = Rule(
    code="STY005",
    name="mixed-number-format",
    severity=Severity.INFO,
    messages={
        "mixed": {
            "en": Wording("“{text}” here, {count} numbers are written as in “{usual}”.", "Write it as the others."),
            "fr": Wording(
                "« {text} » ici, {count} nombres sont écrits comme « {usual} ».", "L'écrire comme les autres."
            ),
        },
        "swiss": {
            "en": Wording("“{text}” has a Swiss thousands separator.", "Write “{better}”."),
            "fr": Wording("« {text} » a un séparateur de milliers suisse.", "Écrire « {better} »."),
        },
    },
)

EXAMPLES = (
    Example("They were 23,000, then 41,000, then 58000 people.\n", ("58000",)),
    Example("They were 23'000 people.\n", ("23'000",)),
    Example("They were 2500, then 3400, then 58,000 people.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The thousands separators of figures and amounts."""
    uses = sorted(_uses(x), key=lambda use: use.place.span.start)
    swiss = [use for use in uses if use.form == APOSTROPHE]
    if swiss:
        first, *rest = swiss
        mark = language(x.lang).group_separators[0]
        yield RULE.finding(
            first.place,
            "swiss",
            subject="swiss",
            related=[use.place for use in rest],
            confidence=Confidence.LIKELY,
            text=first.place.span.text,
            better=re.sub(r"['’]", mark, first.place.span.text),
        )
    short = [use for use in uses if len(re.sub(r"\D", "", use.place.span.text)) == 4]
    if all(use.form == NONE for use in short):
        uses = [use for use in uses if use not in short]
    found = habit(uses)
    if found is None:
        return
    exceptions = [use for use in found.exceptions if use.form != APOSTROPHE]
    if exceptions:
        first, *rest = exceptions
        yield RULE.finding(
            first.place,
            "mixed",
            subject=f"{found.form} / {first.form}",
            related=[use.place for use in rest],
            text=first.place.span.text,
            usual=SHOWN[found.form],
            count=found.count,
        )


def _uses(x: Document) -> Iterator[Use]:
    for span in (*(one.span for one in x.figures), *(one.span for one in x.amounts)):
        match = NUMBER.search(span.text)
        if match is None:
            continue
        text = match[0].rstrip(" \t\n.,'’\u00a0\u202f\u2009")
        form = _form(text)
        if form is not None:
            at = match.start()
            yield Use(form, Place(span.part(at, at + len(text)), x.lang))


def _form(text: str) -> str | None:
    """How a number from 1000 on sets its thousands apart; None where that does not show."""
    whole = re.fullmatch(r"(\d{4,})(?:[.,]\d+)?", text)
    if whole is not None:
        return NONE
    grouped = re.fullmatch(r"\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?", text)
    if grouped is None:
        return None
    mark = grouped[1]
    return "space" if mark.isspace() else APOSTROPHE if mark in "'’" else mark
