"""Two sources in one note set apart otherwise than in the other notes.

A comma where the habit is a semicolon makes two sources look like one. The years of one author ("2019a, 2019b") are no
second source.

Wrong: "Doe, 2019, p. 4, Roe, 2020, p. 5" where other notes have ";". Right: "Doe, 2019, p. 4; Roe, 2020, p. 5".

To mend it, set the sources apart as the other notes do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.checks.style.habits import Use, habit
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.rule import Example, Rule, Wording

KINDS = (CitationKind.SHORT, CitationKind.TITLE, CitationKind.FULL, CitationKind.OP_CIT)
SIGNS = frozenset(";,.:/")

RULE = Rule(
    code="STY002",
    name="mixed-separator",
    severity=Severity.INFO,
    messages={
        "mixed": {
            "en": Wording(
                "“{sign}” sets two sources apart here, “{usual}” {count} times elsewhere.", "Write “{usual}”."
            ),
            "fr": Wording(
                "« {sign} » sépare ici deux sources, « {usual} » {count} fois ailleurs.", "Écrire « {usual} »."
            ),
        },
    },
)

HEAD = (
    "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>\n\n<sup>1</sup> Doe, 2019, p. 4; Roe, 2020, p. 5\n\n"
    "<sup>2</sup> Low, 2021, p. 6; Doe, 2019, p. 7\n\n"
)
ENTRIES = "\n## References\n\nDoe, J. (2019). One.\n\nRoe, R. (2020). Two.\n\nLow, L. (2021). Three.\n"

EXAMPLES = (
    Example(HEAD + "<sup>3</sup> Roe, 2020, p. 8, Low, 2021, p. 9\n" + ENTRIES, (",",)),
    Example(HEAD + "<sup>3</sup> Roe, 2020, p. 8; Low, 2021, p. 9\n" + ENTRIES),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The signs between two sources, in notes and in brackets."""
    uses = [use for note in x.notes for use in _between(note.citations, Place.of(note, x.lang))]
    uses += [use for one in x.brackets if not one.narrative for use in _between(one.citations, Place.of(one, x.lang))]
    found = habit(uses)
    if found is None:
        return
    first, *rest = found.exceptions
    yield RULE.finding(
        first.place,
        "mixed",
        subject=f"{found.form} / {first.form}",
        related=[one.place for one in rest],
        sign=first.form,
        usual=found.form,
        count=found.count,
    )


def _between(citations: Sequence[Citation], place: Place) -> Iterator[Use]:
    for one, other in pairwise(citations):
        apart = one.kind in KINDS and other.kind in KINDS and (other.author_span is not None or other.title is not None)
        start, end = one.span.end, other.span.start
        if not apart or not start < end:
            continue
        gap = one.span.source.text[start:end]
        sign = gap.strip()
        if sign in SIGNS:
            at = start + gap.index(sign)
            yield Use(sign, place.within(type(one.span)(one.span.source, at, at + 1)))
