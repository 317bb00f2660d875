"""Numbers of four digits that may be years by themselves, and counts as the other version tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from citecheck.checks.bilingual.passages import Passages, Text, passages
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Figure
from citecheck.model.finding import Place
from citecheck.model.source import Span

BARE = re.compile(r"(?<![\w.,'’/:–-])(?:1[5-9]|20)\d\d(?!\w|[.,'’/:–-]\w)")

Key = tuple[int, int, int]
"""A stretch, a passage of it, and a number that stands in it."""


class _Side(Struct, frozen=True):
    """Where a version counts something by a number that looks like a year, and all places with such numbers."""

    counted: frozenset[Key]
    printed: Mapping[Key, Sequence[Span]]


def counts(x: Alignment) -> Iterator[Place]:
    """The numbers that the other version, in the same passage, gives as a count, where neither has that number twice.

    "with plans to increase the number to 2000" tells nothing, but its translation says "2000 people".
    """
    if x.unrelated:
        return
    counted = [[one for one in version.document.figures if _yearlike(one)] for version in (x.left, x.right)]
    values = {one.span.text[:4] for side in counted for one in side}
    if not values:
        return
    cut = list(passages(x))
    left, right = (
        _side(version, figures, values, cut, left=at == 0)
        for at, (version, figures) in enumerate(zip((x.left, x.right), counted, strict=True))
    )
    for version, own, twin in ((x.left, left, right), (x.right, right, left)):
        for key in sorted(twin.counted - own.counted):
            spans = own.printed.get(key, ())
            if len(spans) == 1 and len(twin.printed.get(key, ())) == 1:
                yield Place(spans[0], version.lang)


def _yearlike(one: Figure) -> bool:
    """Whether a figure would be a year but for what it counts."""
    year = BARE.match(one.span.text)
    return year is not None and one.value == int(year[0])


def _side(
    version: Citations, figures: Sequence[Figure], values: Collection[str], cut: Sequence[Passages], left: bool
) -> _Side:
    """What a version counts, and where it prints one of the numbers in question."""
    text = Text.of(version)
    stretches = {
        section: (at, one)
        for at, one in enumerate(cut)
        for section in (one.stretch.left if left else one.stretch.right)
    }

    def key(paragraph: int, span: Span) -> Key | None:
        if text.section.get(paragraph) not in stretches:
            return None
        at, stretch = stretches[text.section[paragraph]]
        return at, stretch.number(text.spot(paragraph, span), left), int(span.text[:4])

    counted = {key(one.paragraph, one.span) for one in figures}
    pattern = re.compile("|".join(sorted(values)))
    printed: dict[Key, list[Span]] = {}
    for paragraph in version.document.paragraphs:
        for piece in paragraph.pieces:
            for match in pattern.finditer(piece.text):
                span = piece.part(*match.span())
                where = key(paragraph.index, span) if BARE.match(piece.text, match.start()) else None
                if where is not None:
                    printed.setdefault(where, []).append(span)
    return _Side(frozenset(one for one in counted if one is not None), printed)
