"""Which mark calls which note of those at the foot of pages, and which of them are notes at all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from citecheck.read.pdf.chains import aligned
from citecheck.read.pdf.marks import Mark, flat_marks
from citecheck.read.pdf.zones import Row, start_of

__all__ = ["Printed", "call", "certain", "unused", "without_authors"]

NEIGHBOURS = 3
"""How many notes before and behind one are looked at for a mark."""
FRONT, ABOVE = 80, 10
"""Lines of the first page among which authors work somewhere, and lines above those that name them."""


class Printed(Struct, gc=False):
    """A note as it stands on pages: its sign, its rows, in the first of which its words begin at ``behind``, and the mark that calls
    it (None where none was found)."""

    sign: str
    rows: list[int]
    behind: int
    mark: Mark | None = None
    endnote: bool = False


def call(notes: Sequence[Printed], marks: Sequence[Mark], rows: Sequence[Row], taken: set[int]) -> None:
    """Gives each note its mark: raised ones first, then flat ones between the marks of its neighbours."""
    signs = [(note.sign, rows[note.rows[0]].page) for note in notes]
    for note_at, mark_at in aligned(signs, marks).items():
        notes[note_at].mark = marks[mark_at]
    free: dict[tuple[str, int], list[Mark]] = defaultdict(list)
    for mark in unused(marks, [note.mark for note in notes if note.mark is not None]):
        free[mark.sign, mark.page].append(mark)
    for at, note in enumerate(notes):
        if note.mark is None:
            # Floats stand out of order.
            own = free[signs[at]]
            note.mark = own[0] if len(own) == 1 else _flat(at, notes, rows, taken)


def _flat(at: int, notes: Sequence[Printed], rows: Sequence[Row], taken: set[int]) -> Mark | None:
    """The only flat mark with a note's sign between the marks of its neighbours, on its page or the one before."""
    page = rows[notes[at].rows[0]].page
    low = _place(notes[max(0, at - NEIGHBOURS) : at][::-1], (0, 0), behind=True)
    high = _place(notes[at + 1 : at + 1 + NEIGHBOURS], (len(rows), 0), behind=False)
    first, last = (bisect_left(rows, one, key=lambda row: row.page) for one in (page - 1, page + 1))
    lines = [row for row in range(max(first, low[0]), min(last, high[0] + 1)) if row not in taken]
    marks = (mark for row in lines for mark in flat_marks(rows[row].page, row, rows[row].line, (notes[at].sign,)))
    found = [mark for mark in marks if low <= (mark.row, mark.start) < high]
    own = [mark for mark in found if mark.page == page] or found
    return own[0] if len(own) == 1 else None


def _place(notes: Sequence[Printed], otherwise: tuple[int, int], *, behind: bool) -> tuple[int, int]:
    """Where the mark of the first of some notes that has one stands, or ends."""
    mark = next((note.mark for note in notes if note.mark is not None), None)
    if mark is None:
        return otherwise
    return mark.row, mark.end if behind else mark.start


def without_authors(rows: Sequence[Row], marks: Sequence[Mark], taken: set[int]) -> list[Mark]:
    """The marks without those behind the names of authors, which lead to where they work, in lines right below."""
    begun = _begun_in_front(rows, taken)
    signs = set(begun.values())
    if len(signs) < 2:
        return list(marks)
    lines = range(min(begun) - ABOVE, max(begun) + 1)
    return [mark for mark in marks if mark.page or mark.row not in lines or mark.sign not in signs]


def _begun_in_front(rows: Sequence[Row], taken: set[int]) -> dict[int, str]:
    """The lines of the first page that begin with a raised sign, with it."""
    front = [at for at, row in enumerate(rows[:FRONT]) if row.page == 0 and at not in taken]
    starts = ((at, start_of(rows[at].line)) for at in front)
    return {at: start[0] for at, start in starts if start is not None and start[2]}


def unused(marks: Sequence[Mark], used: Sequence[Mark]) -> list[Mark]:
    """The marks that call no note, without other readings of those that do."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mark in used:
        spans[mark.row].append((mark.start, mark.end))
    return [mark for mark in marks if all(mark.end <= start or end <= mark.start for start, end in spans[mark.row])]


def certain(notes: Sequence[Printed], rows: Sequence[Row]) -> list[Printed]:
    """The notes without what only looks like one: of those that no mark calls, only what stands between two that are called, or has a
    raised sign among notes that mostly are."""
    raised = [False, *(note.mark is not None and note.mark.raised for note in notes), False]
    called = [
        mark or (0 < at <= len(notes) and notes[at - 1].mark is not None and (raised[at - 1] or raised[at + 1]))
        for at, mark in enumerate(raised)
    ]
    mostly = sum(called) * 2 > len(notes)
    return [
        note
        for at, note in enumerate(notes, 1)
        if called[at] or (called[at - 1] and called[at + 1]) or (mostly and _is_raised(note, rows))
    ]


def _is_raised(note: Printed, rows: Sequence[Row]) -> bool:
    start = start_of(rows[note.rows[0]].line)
    return start is not None and start[2]
