"""Two sources in one note set apart otherwise than in the other notes.

A comma where the habit is a semicolon makes two sources look like one. The years of one author ("2019a, 2019b") are no
second source.

Wrong: "Doe, 2019, p. 4, Roe, 2020, p. 5" where other notes have ";". Right: "Doe, 2019, p. 4; Roe, 2020, p. 5".

To mend it, set the sources apart as the other notes do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from citecheck.checks.style.habits import FEWEST, Use, habit
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Place, Severity
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

KINDS = (CitationKind.SHORT, CitationKind.TITLE, CitationKind.FULL, CitationKind.OP_CIT)
SIGNS = frozenset(";,.:/")
BLANKS = " \u00a0\u202f\u2009"

RULE = Rule(
    code="STY002",
    name="mixed-separator",
    severity=Severity.INFO,
    of_source=False,
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


def check(x: Evidence) -> Iterator[Finding | Abstention]:
    """The signs between two sources, in notes and in brackets.

    A version with one such place shows no habit of its own: there the other version's counts.
    """
    every = [use for version in x.versions for use in _uses(version.document)]
    for version in x.versions:
        own = [use for use in every if use.place.lang == version.lang]
        lone = len(own) < FEWEST
        found = habit(every if lone else own)
        exceptions = (
            tuple(use for use in found.exceptions if use.place.lang == version.lang) if found is not None else ()
        )
        if found is not None and exceptions:
            fix = None if lone else _fix(own, found.form)
            told = replace(found, exceptions=exceptions)
            yield told.finding(RULE, "mixed", fix=fix, sign=exceptions[0].form, usual=found.form)


def _uses(x: Document) -> Iterator[Use]:
    for note in x.notes:
        yield from _between(note.citations, Place.of(note, x.lang))
    for one in x.brackets:
        if not one.narrative:
            yield from _between(one.citations, Place.of(one, x.lang))


def _fix(uses: Sequence[Use], usual: str) -> Fix:
    """Puts the usual sign in, with a space before it where the others have one."""
    spaces = Counter(_space(use.place.span) for use in uses if use.form == usual)
    space = spaces.most_common(1)[0][0]
    edits = []
    for use in uses:
        if use.form != usual:
            span = use.place.span
            edits.append(Edit(Span(span.source, span.start - len(_space(span)), span.end), space + usual))
    return Fix(tuple(edits))


def _space(sign: Span) -> str:
    before = sign.source.text[max(0, sign.start - 1) : sign.start]
    return before if before and before in BLANKS else ""


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
            yield Use(sign, place.within(Span(one.span.source, at, at + 1)))
