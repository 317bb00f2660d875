"""Where things stand: questions about many spans that cost no more the more of them there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from citecheck.model.document import Url
from citecheck.model.source import Source, Span


class Within:
    """URLs by place, so that finding those of a note costs nothing."""

    def __init__(self, urls: Iterable[Url]) -> None:
        self.all: tuple[Url, ...] = tuple(urls)
        self.by_source: dict[Source, tuple[list[int], list[Url]]] = {}
        for url in self.all:
            starts, held = self.by_source.setdefault(url.span.source, ([], []))
            starts.append(url.span.start)
            held.append(url)

    def of(self, span: Span) -> Sequence[Url]:
        """Those that begin in the span or right behind it."""
        starts, held = self.by_source.get(span.source, ([], []))
        return held[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end)]

    def touching(self, span: Span) -> Sequence[Url]:
        """Those that share a character with the span."""
        starts, held = self.by_source.get(span.source, ([], []))
        first = bisect_left(starts, span.start)
        first -= first > 0 and held[first - 1].span.end > span.start
        return held[first : bisect_left(starts, span.end)]


class Covered:
    """Tells whether a stretch of a source touches one of many spans, each question in logarithmic time."""

    def __init__(self, span: Span, taken: Iterable[Span]) -> None:
        near = sorted((one.start, one.end) for one in taken if one.touches(span))
        self._starts = [start for start, _ in near]
        # Spans may lie within each other: the furthest end of all those that begin earlier decides.
        self._ends = list(accumulate((end for _, end in near), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the spans shares a character with ``start`` to ``end``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Whether ``start`` to ``end`` lies wholly within one of the spans."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end


class Spots:
    """Spans with what they are called, by place."""

    def __init__(self, spots: Iterable[tuple[Span, str]]) -> None:
        self._by_source: dict[Source, list[tuple[int, int, Span, str]]] = {}
        for span, name in spots:
            self._by_source.setdefault(span.source, []).append((span.start, span.end, span, name))
        for held in self._by_source.values():
            held.sort(key=lambda one: one[:2])

    def within(self, span: Span) -> list[tuple[Span, str]]:
        """Those that lie wholly in a span, in order."""
        held = self._by_source.get(span.source, [])
        first = bisect_left(held, (span.start,))
        last = bisect_left(held, (span.end,))
        return [(one, name) for _, end, one, name in held[first:last] if end <= span.end]
