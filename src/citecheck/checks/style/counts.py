"""Numbers of four digits that may be years by themselves, and counts as the other version tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citecheck.checks.bilingual.passages import Passages, Text, passages
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.finding import Place
from citecheck.model.source import Span

YEARS = range(1500, 2100)
BARE = re.compile(r"(?<![\w.,'’/:–-])(?:1[5-9]|20)\d\d(?!\w|[.,'’/:–-]\w)")

Key = tuple[int, int, int]
"""A stretch, a passage of it, and a number that stands in it."""


@dataclass(frozen=True, slots=True)
class _Side:
    """Where a version counts something by a number that looks like a year, and all places with such numbers."""

    counted: frozenset[Key]
    printed: Mapping[Key, Sequence[Span]]


def counts(x: Alignment) -> Iterator[Place]:
    """The numbers that the other version, in the same passage, gives as a count, where neither has that number twice.

    "with plans to increase the number to 2000" tells nothing, but its translation says "2000 people".
    """
    if x.unrelated or not any(_years(version) for version in (x.left, x.right)):
        return
    cut = list(passages(x))
    left, right = _side(x.left, cut, left=True), _side(x.right, cut, left=False)
    for version, own, twin in ((x.left, left, right), (x.right, right, left)):
        for key in sorted(twin.counted - own.counted):
            spans = own.printed.get(key, ())
            if len(spans) == 1 and len(twin.printed.get(key, ())) == 1:
                yield Place(spans[0], version.lang)


def _years(version: Citations) -> list[Span]:
    """The figures that look like years."""
    return [one.span for one in version.document.figures if one.value in YEARS and BARE.match(one.span.text)]


def _side(version: Citations, cut: Sequence[Passages], left: bool) -> _Side:
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

    found = ((one.paragraph, one.span) for one in version.document.figures if one.value in YEARS)
    counted = {key(paragraph, span) for paragraph, span in found if BARE.match(span.text)}
    printed: dict[Key, list[Span]] = {}
    for paragraph in version.document.paragraphs:
        for piece in paragraph.pieces:
            for match in BARE.finditer(piece.text):
                span = piece.part(*match.span())
                where = key(paragraph.index, span)
                if where is not None:
                    printed.setdefault(where, []).append(span)
    return _Side(frozenset(one for one in counted if one is not None), printed)
