"""Many stretches of text as one thing, so that what lies in one of them is found at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from citecheck.model.source import Source, Span


class Spans:
    """Spans, run together where they overlap or touch."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._by_source: dict[Source, tuple[list[int], list[int]]] = {}
        for span in sorted(spans, key=lambda span: span.start):
            starts, ends = self._by_source.setdefault(span.source, ([], []))
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)

    def hold(self, span: Span) -> bool:
        """Whether one of them holds all of a span."""
        return self._end(span.source, span.start) >= span.end

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        return self._end(span.source, span.end - 1) > span.start

    def _end(self, source: Source, place: int) -> int:
        """Where the last one ends that begins at a place or before it; -1 where none does."""
        starts, ends = self._by_source.get(source, ([], []))
        begun = bisect_right(starts, place)
        return ends[begun - 1] if begun else -1
