"""Which corrections can be made together: no two of them touch the same characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

from citecheck.model.finding import Edit, Finding

__all__ = ["Correction", "without_overlaps"]


class Correction(Struct, frozen=True):
    """A finding with the edits that mend it, each without the text that it leaves as it is."""

    finding: Finding
    edits: tuple[Edit, ...]
    safe: bool = True


def without_overlaps(corrections: Sequence[Correction]) -> tuple[list[Correction], list[Correction]]:
    """The corrections that can be made together, and those that touch what another one changes.

    The severest goes first, then the one that the report names first. The same edit twice is no conflict.
    """
    taken = _Taken()
    chosen, put_off = [], []
    for one in sorted(corrections, key=lambda each: each.finding.severity.rank):
        if _together(one.edits) and all(taken.admits(edit) for edit in one.edits):
            taken.add(one.edits)
            chosen.append(one)
        else:
            put_off.append(one)
    return chosen, put_off


def _together(edits: Sequence[Edit]) -> bool:
    """Whether edits can be made together."""
    taken = _Taken()
    for edit in edits:
        if not taken.admits(edit):
            return False
        taken.add([edit])
    return True


class _Taken:
    """The edits that were chosen so far, by path and in order."""

    def __init__(self) -> None:
        self.by_path: dict[str, tuple[list[int], list[Edit]]] = {}

    def admits(self, edit: Edit) -> bool:
        """Whether nothing that was chosen shares a character with an edit, or the place of an insertion."""
        starts, edits = self.by_path.get(edit.span.source.path, ([], []))
        at = bisect_right(starts, edit.span.start)
        return all(not _conflict(edits[near], edit) for near in (at - 2, at - 1, at) if 0 <= near < len(edits))

    def add(self, new: Iterable[Edit]) -> None:
        """Takes edits in that are admitted."""
        for edit in new:
            starts, edits = self.by_path.setdefault(edit.span.source.path, ([], []))
            at = bisect_right(starts, edit.span.start)
            if edit not in edits[max(at - 2, 0) : at + 1]:
                starts.insert(at, edit.span.start)
                edits.insert(at, edit)


def _conflict(one: Edit, other: Edit) -> bool:
    if (one.span.start, one.span.end, one.replacement) == (other.span.start, other.span.end, other.replacement):
        return False
    if one.span.start == one.span.end or other.span.start == other.span.end:
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.start < other.span.end and other.span.start < one.span.end
