"""A marker inside a word group, or on the wrong side of the punctuation.

Readers take a marker to cover the words before it, so one that tears a word group apart (`a<sup>5</sup> system`) leaves it
unclear what is sourced. And a document that puts its markers before the stop in most places should do so in all.

The document's own habit is the measure: the exceptions are one finding with all their places, and the rule abstains
where there is no habit (fewer than ten markers at a sign, or less than four in five on one side).

Wrong, where most markers stand before the stop: `… is falling.<sup>7</sup>`. Right: `… is falling<sup>7</sup>.`

To mend it, move the marker behind the word group, or to the other side of the sign. The second has a safe fix where the sign
stands alone and is not the stop of an abbreviation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from citecheck.checks.subjects import contexts, number_key
from citecheck.languages import language
from citecheck.model.document import BlockKind, Document, Marker, NoteForm
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

FEWEST = 10
HABIT = 0.8
SIGNS = ".,;:!?…"
ENDED = re.compile(r"\s*(?:\n[ \t]*\n|\Z|</\w{1,10}>|\|)|\s+[^\W\d_]")
"""What follows a stop that ends a sentence: nothing more of its paragraph, item or cell, or a word, which must begin with a
capital."""

RULE = Rule(
    code="NUM010",
    name="misplaced-marker",
    severity=Severity.INFO,
    in_pdf=Trust.NONE,
    wordless=True,
    messages={
        "after": {
            "en": Wording(
                "The marker stands behind the punctuation; nearly all others stand before it.",
                "Move it before the sign.",
            ),
            "fr": Wording(
                "L'appel suit la ponctuation ; presque tous les autres la précèdent.", "Le placer avant le signe."
            ),
        },
        "before": {
            "en": Wording(
                "The marker stands before the punctuation; nearly all others stand behind it.",
                "Move it behind the sign.",
            ),
            "fr": Wording(
                "L'appel précède la ponctuation ; presque tous les autres la suivent.", "Le placer après le signe."
            ),
        },
        "several-after": {
            "en": Wording(
                "{count} markers stand behind the punctuation; the others stand before it.",
                "Move them before the sign.",
            ),
            "fr": Wording(
                "{count} appels suivent la ponctuation ; les autres la précèdent.", "Les placer avant le signe."
            ),
        },
        "several-before": {
            "en": Wording(
                "{count} markers stand before the punctuation; the others stand behind it.",
                "Move them behind the sign.",
            ),
            "fr": Wording(
                "{count} appels précèdent la ponctuation ; les autres la suivent.", "Les placer après le signe."
            ),
        },
        "group": {
            "en": Wording(
                "The marker stands inside a word group, between “{before}” and “{after}”.",
                "Move it to the end of the statement it supports.",
            ),
            "fr": Wording(
                "L'appel coupe un groupe de mots, entre « {before} » et « {after} ».",
                "Le placer à la fin de l'énoncé qu'il étaye.",
            ),
        },
    },
)

EXAMPLES = (
    Example("They built a<sup>1</sup> system.\n\n<sup>1</sup> A\n", ("<sup>1</sup>",)),
    Example("They built a system.<sup>1</sup>\n\n<sup>1</sup> A\n"),
    Example(
        " ".join(f"Word {n}.<sup>{n}</sup>" for n in range(1, 12))
        + " Last<sup>12</sup>.\n\n"
        + "\n\n".join(f"<sup>{n}</sup> A" for n in range(1, 13)),
        ("<sup>12</sup>",),
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """One finding for all markers on the unusual side of a sign, and one for each marker inside a word group."""
    counts = Counter(one.note_id for one in x.markers)
    markers = [one for one in x.markers if counts[one.note_id] == 1]
    yield from _unusual(x, markers)
    context_of, words = contexts(x), language(x.lang).function_words
    for one in markers:
        if _cuts_group(one, words):
            yield RULE.finding(
                Place.of(one, x.lang),
                "group",
                subject=context_of((one,)),
                about=[number_key(x.lang, one)],
                confidence=Confidence.LIKELY,
                before=one.before,
                after=one.after,
            )


def _cuts_group(marker: Marker, words: Container[str]) -> bool:
    """Whether a marker stands right behind a small word and before another word."""
    before = marker.before.casefold()
    printed = marker.kind is not BlockKind.TABLE and marker.form is not NoteForm.INLINE and not marker.spaced
    return printed and before in words and len(before) <= 5 and marker.after[:1].isalpha()


def _unusual(x: Document, markers: Sequence[Marker]) -> Iterator[Finding | Abstention]:
    """The markers on the unusual side of a sign, where nearly all others stand on the other one."""
    behind = [one for one in markers if _is_sign(one.before[-1:])]
    ahead = [one for one in markers if one.glued and _is_sign(one.after[:1]) and not _is_sign(one.before[-1:])]
    rare, usual, message = (behind, ahead, "after") if len(behind) <= len(ahead) else (ahead, behind, "before")
    if not rare or len(behind) + len(ahead) < FEWEST:
        return
    yield (
        _habit(x, rare, message)
        if len(usual) >= HABIT * (len(behind) + len(ahead))
        else RULE.abstains(x.lang, "no-habit")
    )


def _is_sign(text: str) -> bool:
    return text != "" and text in SIGNS


def _habit(x: Document, rare: list[Marker], message: str) -> Finding:
    edits = tuple(edit for one in rare if (edit := _moved(one, message)) is not None)
    return RULE.finding(
        [Place.of(one, x.lang) for one in rare],
        f"several-{message}" if len(rare) > 1 else message,
        subject=f"habit {message}",
        about=[number_key(x.lang, one) for one in rare],
        confidence=Confidence.LIKELY,
        fix=Fix(edits) if edits else None,
        count=len(rare),
    )


def _moved(marker: Marker, message: str) -> Edit | None:
    """The marker on the other side of its sign; None where more than a marker and a sign would have to move."""
    span, source = marker.span, marker.span.source
    behind = message == "after"
    both = Span(source, span.start - behind, span.end + (not behind))
    sign = both.text[0] if behind else both.text[-1:]
    lead, rest = source.text[max(both.start - 40, 0) : both.start], source.text[both.end : both.end + 40]
    if marker.form is NoteForm.INLINE or sign not in SIGNS or not (lead[-1:].isalnum() or lead[-1:] in ")]»”"):
        return None
    # What stands behind marker and sign: nothing that belongs to either.
    ended = ENDED.match(rest)
    if ended is None or (sign == "." and not _ends_sentence(lead, ended[0])):
        return None
    return Edit(both, span.text + sign if behind else sign + span.text)


def _ends_sentence(lead: str, rest: str) -> bool:
    """Whether a stop between two texts ends a sentence: a capital follows, and it belongs to no abbreviation."""
    if rest[-1:].isalpha() and not rest[-1:].isupper():
        return False
    word = re.split(r"[^\w.]", lead)[-1]
    return not lead[-1:].isalpha() or (len(word) >= 3 and "." not in word)
