"""Where the characters of a document's text stand, by its paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from citecheck.amend.spots import Spot
from citecheck.read.projection import Stretch

__all__ = ["Places"]


class Places:
    """Where the characters of a document's text stand, by its paragraphs."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self.offsets = [one.offset for one in stretches]

    def spot(self, offset: int) -> Spot | None:
        """The character of a paragraph at an offset of the text; None for a mark, and for signs of Markdown."""
        at = bisect_right(self.offsets, offset) - 1
        if at < 0:
            return None
        one = self.stretches[at]
        if offset >= one.end or one.note_id:
            return None
        start = one.at + offset - one.offset
        return Spot((one.part, one.paragraph), start, start + 1)
