"""Numbers of four digits that may be years by themselves, and counts as the other version tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from citecheck.checks.bilingual.passages import Passages, Text, passages
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Figure
from citecheck.model.finding import Place
from citecheck.model.order import gathered
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
    counted = [list(filter(_yearlike, version.document.figures)) for version in (x.left, x.right)]
    values = {one.span.text[:4] for side in counted for one in side}
    if x.unrelated or not values:
        return
    cut = list(passages(x))
    left = _side(x.left, counted[0], values, cut, left=True)
    right = _side(x.right, counted[1], values, cut, left=False)
    for version, own, twin in ((x.left, left, right), (x.right, right, left)):
        for key in sorted(twin.counted - own.counted):
            if len(own.printed.get(key, ())) == len(twin.printed.get(key, ())) == 1:
                yield Place(own.printed[key][0], version.lang)


def _yearlike(one: Figure) -> bool:
    """Whether a figure would be a year but for what it counts."""
    year = BARE.match(one.span.text)
    return year is not None and one.value == int(year[0])


def _side(
    version: Citations, figures: Sequence[Figure], values: Collection[str], cut: Sequence[Passages], left: bool
) -> _Side:
    """What a version counts, and where it prints one of the numbers in question."""
    text = Text.of(version)
    stretches = {section: (at, one) for at, one in enumerate(cut) for section in one.sections(left)}

    def keyed(spans: Iterable[tuple[int, Span]]) -> Iterator[tuple[Key, Span]]:
        for paragraph, span in spans:
            if text.section.get(paragraph) in stretches:
                at, stretch = stretches[text.section[paragraph]]
                yield (at, stretch.number(text.spot(paragraph, span), left), int(span.text[:4])), span

    pattern = re.compile("|".join(sorted(values)))
    printed = (
        (paragraph.index, piece.part(*match.span()))
        for paragraph in version.document.paragraphs
        for piece in paragraph.pieces
        for match in pattern.finditer(piece.text)
        if BARE.match(piece.text, match.start())
    )
    counted = keyed((one.paragraph, one.span) for one in figures)
    return _Side(frozenset(key for key, _ in counted), gathered(keyed(printed)))
