"""Which words of a document a remark is on: the first and the last stretch, and where in them it begins and ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from citecheck.annotate.remarks import Remark
from citecheck.read.projection import Stretch

__all__ = ["Spots"]

Spot = tuple[Stretch, int]
"""A stretch, and so many characters behind its beginning."""


class Spots:
    """Looks up the words of remarks in the ``stretches`` of a document; ``text`` is the name of the part that comments stand in."""

    def __init__(self, stretches: Sequence[Stretch], text: str) -> None:
        self.stretches = stretches
        self.starts = [one.offset for one in stretches]
        self.text = text

    def ends(self, remark: Remark) -> tuple[Spot, Spot] | None:
        """The first character of a remark, and the one behind its last, by their stretches; words of a note have theirs as a whole.
        What has no words has those that come next, or the last ones; None where there are no words at all."""
        held = self.held(remark)
        if not held:
            return None
        first = held[0]
        if first.part != self.text:
            return (first, 0), (first, first.end - first.offset)
        last = [one for one in held if one.part == self.text][-1]
        start = min(max(remark.start - first.offset, 0), first.end - first.offset - 1)
        return (first, start), (last, max(min(remark.end, last.end) - last.offset, 1))

    def index(self, stretch: Stretch) -> int:
        """The place of a stretch among all."""
        return bisect_left(self.starts, stretch.offset)

    def held(self, remark: Remark) -> list[Stretch]:
        """The stretches that share characters with a remark; else the one that comes next, or the last one."""
        begin = max(bisect_right(self.starts, remark.start) - 1, 0)
        behind = bisect_left(self.starts, max(remark.end, remark.start + 1))
        inner = [one for one in self.stretches[begin:behind] if one.end > remark.start]
        if inner or not self.stretches:
            return inner
        return [self.stretches[min(bisect_left(self.starts, remark.start), len(self.stretches) - 1)]]
