"""A document's habit among several forms of one thing, and the places that depart from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from citecheck.model.document import Document
from citecheck.model.finding import Confidence, Finding, Fix, Place, Value
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Rule

FEWEST = 2
"""Uses of one form before it counts as a habit."""
EMPHASIS = re.compile(r"[*_]{1,3}|</?(?:i|em)>")
SHARE = 0.55
"""The share of all uses that the habit must have: below it there is none to depart from."""


class Use(Struct, frozen=True):
    """One use of a form at a place."""

    form: str
    place: Place


class Habit(Struct, frozen=True):
    """The usual form, how often it is used, and the uses of other forms in order."""

    form: str
    count: int
    exceptions: tuple[Use, ...]

    def finding(self, rule: Rule, message: str, *, fix: Fix | None, **values: Value) -> Finding:
        """The one finding about all that departs from it."""
        return rule.finding(
            [use.place for use in self.exceptions],
            message,
            subject=f"{self.form} / {self.exceptions[0].form}",
            about=(),
            because=(),
            related=(),
            counterparts=(),
            confidence=Confidence.CERTAIN,
            severity=None,
            fix=fix,
            **values,
            count=self.count,
        )


def habit(uses: Iterable[Use], least: int = FEWEST) -> Habit | None:
    """The habit and what departs from it; None where all uses are of one form, or none prevails."""
    found: Sequence[Use] = tuple(uses)
    counts = Counter(use.form for use in found)
    if len(counts) < 2:
        return None
    form, count = counts.most_common(1)[0]
    if count < least or count < SHARE * len(found):
        return None
    return Habit(form, count, tuple(use for use in found if use.form != form))


def told_apart(form: str, usual: str) -> tuple[Value, Value]:
    """Two printed forms for a message, which shows no marks of emphasis: where they differ in nothing else, each with how it
    is set."""
    if EMPHASIS.sub("", form) != EMPHASIS.sub("", usual):
        return form, usual
    set_in = ["italic" if EMPHASIS.search(text) else "roman" for text in (form, usual)]
    if set_in[0] == set_in[1]:
        return form, usual
    first, second = (
        Phrase.of(key, text=EMPHASIS.sub("", text)) for key, text in zip(set_in, (form, usual), strict=True)
    )
    return first, second


def in_order(uses: Iterable[Use], document: Document) -> list[Use]:
    """The uses in reading order, through all files of the document."""
    ranks = {id(source): rank for rank, source in enumerate(document.sources)}
    return sorted(uses, key=lambda use: (ranks.get(id(use.place.span.source), len(ranks)), use.place.span.start))
