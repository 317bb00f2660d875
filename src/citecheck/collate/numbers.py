"""Where two copies number the same notes otherwise, and no note that only one of them has is the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from citecheck.collate.texts import Copy
from citecheck.model.collation import Collated, Renumbered, Standing

__all__ = ["renumbered"]


def renumbered(notes: Sequence[Collated], copies: tuple[Copy, Copy]) -> tuple[Renumbered, ...]:
    """The runs of notes whose numbers differ by the same. A note that only one copy has, or that has moved, moves all numbers behind it: that
    is told of the note itself, and no renumbering. Where both copies begin to count anew, so does the difference."""
    paired = [both for one in notes if (both := one.both) is not None]
    lone = _lone(copies[0], _counted(notes, 0)), _lone(copies[1], _counted(notes, 1))
    runs: list[Renumbered] = []
    last = 0
    for left, right in paired:
        if not (_is_number(left.number) and _is_number(right.number)):
            continue
        off = int(right.number) - int(left.number) - lone[1][id(right)] + lone[0][id(left)]
        if left.number == right.number:
            off = 0
        if off and off == last:
            runs[-1] = replace(runs[-1], last=(left, right), count=runs[-1].count + 1)
        elif off:
            runs.append(Renumbered((left, right), (left, right), 1))
        last = off
    return tuple(runs)


def _counted(notes: Sequence[Collated], side: int) -> set[int]:
    """The notes of a copy that the other one counts, too: not those that it has, and does not call."""
    return {
        id(both[side])
        for one in notes
        if (both := one.both) is not None and (one.standing is not Standing.UNCALLED or one.calls[side] is None)
    }


def _lone(copy: Copy, paired: set[int]) -> Mapping[int, int]:
    """For each note of a copy, how many of those before it that are counted with it the other copy does not have."""
    counts: dict[str, int] = {}
    before: dict[int, int] = {}
    for note, _ in copy.notes:
        run = note.note_id.rpartition("/")[0]
        before[id(note)] = counts.get(run, 0)
        counts[run] = before[id(note)] + (id(note) not in paired and _is_number(note.number))
    return before


def _is_number(number: str) -> bool:
    return number.isascii() and number.isdecimal()
