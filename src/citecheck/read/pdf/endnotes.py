"""Notes at the end of a chapter or of the document: lines that count up from 1, which marks before them have called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.languages import all_languages
from citecheck.read.pdf.calling import Printed, unused
from citecheck.read.pdf.chains import aligned
from citecheck.read.pdf.marks import Mark
from citecheck.read.pdf.zones import Row, start_of

__all__ = ["endnotes"]

FEWEST = 3
"""Notes of a list."""
CALLED = 0.75
"""The part of a list below the heading of notes that marks call."""
SURELY, MOST = 0.9, 0.6
"""The part of another list that marks call, and the part of the marks that do."""
FARTHEST = 120
"""Lines of the longest note."""
MISSED = 2
"""How many numbers of a list may be missing in a row."""
LAST = 40
"""Lines of the last note of a list, at most."""
MOST_LISTS = 300
"""Lines that begin with 1 from which a list is looked for."""
STILL = 3.0
"""Points by which the beginnings of notes stand apart."""
ABOVE = 4
"""Lines above a list among which its heading stands."""
BARE = re.compile(r"[\W\d_]+")


class _Begun(Struct, gc=False):
    """A line that may begin a note of a list."""

    row: int
    number: int
    behind: int
    raised: bool
    left: float
    page: int


def endnotes(rows: Sequence[Row], notes: Sequence[Printed], marks: Sequence[Mark]) -> list[Printed]:
    """The notes, those at the end with them. ``marks`` are those that call no note yet."""
    free = [mark for mark in marks if mark.raised and mark.sign.isdecimal()]
    taken = {row for note in notes for row in note.rows}
    found = list(_lists(rows, free, notes[-1] if notes else None, taken)) if free else []
    return sorted([*_outside(notes, found), *found], key=lambda note: (note.endnote, note.rows[0]))


def _outside(notes: Sequence[Printed], found: Sequence[Printed]) -> list[Printed]:
    """The notes that no mark in a note of a list calls."""
    inside = {row for note in found for row in note.rows}
    return [note for note in notes if note.mark is None or note.mark.row not in inside]


def _lists(rows: Sequence[Row], free: Sequence[Mark], last: Printed | None, taken: set[int]) -> Iterator[Printed]:
    """The notes of all lists: of lines that count up from 1, or from where a list at the foot of the page before goes on."""
    begun = list(_starts(rows, taken))
    going_on = _goes_on(rows, last)
    first = [at for at, start in enumerate(begun) if start.number == 1 or (start.number, start.page) == going_on]
    since = -1
    for at in first[:MOST_LISTS]:
        if begun[at].row <= since:
            continue
        chain = _chain(begun, at)
        before = [mark for mark in free if since <= mark.row < begun[at].row]
        series = _series(before, {start.number for start in chain})
        further = begun[at].number != 1
        if series and (further or _is_list(rows, chain, series, before)):
            yield from _printed(rows, chain, series, taken, not further)
            since = chain[-1].row


def _is_list(rows: Sequence[Row], chain: Sequence[_Begun], series: Sequence[Mark], before: Sequence[Mark]) -> bool:
    """Whether lines that count up are notes, which marks call."""
    heading = _heading(rows, chain[0].row)
    return len(chain) >= FEWEST and _calls(series, before, chain, heading) and (heading or not _early(rows, chain))


def _goes_on(rows: Sequence[Row], last: Printed | None) -> tuple[int, int] | None:
    """The number with which the list goes on that the last note at a foot belongs to, and on which page; None where it is no number."""
    return (int(last.sign) + 1, rows[last.rows[-1]].page + 1) if last is not None and last.sign.isdecimal() else None


def _starts(rows: Sequence[Row], taken: set[int]) -> Iterator[_Begun]:
    for at, row in enumerate(rows):
        start = start_of(row.line) if at not in taken else None
        if start is not None and start[0].isdecimal():
            yield _Begun(at, int(start[0]), start[1], start[2], row.line.left, row.page)


def _chain(begun: Sequence[_Begun], first: int) -> list[_Begun]:
    """The list that begins at a line."""
    chain = [begun[first]]
    at = first + 1
    while at < len(begun):
        last = chain[-1]
        near = [start for start in begun[at : at + FARTHEST] if start.row - last.row <= FARTHEST]
        following = _following(near, last)
        if following is None:
            break
        chain.append(following)
        at = next(place for place in range(at, len(begun)) if begun[place] is following) + 1
    return chain


def _following(near: Sequence[_Begun], last: _Begun) -> _Begun | None:
    """The line that goes on with a list: one that begins alike, else any with the next number."""
    for number in range(last.number + 1, last.number + 2 + MISSED):
        wanted = [start for start in near if start.number == number]
        if wanted:
            return min(wanted, key=lambda start: (start.raised != last.raised, abs(start.left - last.left) >= STILL))
    return None


def _series(marks: Sequence[Mark], numbers: set[int]) -> list[Mark]:
    """The marks that call the notes with some numbers: the longest sequence of them that counts up."""
    wanted = [mark for mark in marks if int(mark.sign) in numbers]
    if len({mark.sign for mark in wanted}) < CALLED * len(numbers):
        return []
    signs = [(str(number), 0) for number in sorted(numbers)]
    # All on one page: a mark may stand anywhere before the list.
    level = [Mark(0, mark.row, mark.start, mark.end, mark.sign, True, mark.linked, mark.weight) for mark in wanted]
    return [wanted[at] for _, at in sorted(aligned(signs, level).items())]


def _calls(series: Sequence[Mark], before: Sequence[Mark], chain: Sequence[_Begun], heading: bool | None) -> bool:
    """Whether marks call the notes of a list. Below a heading that says nothing it must be most of the marks, each once: the numbers
    of entries come again."""
    if heading is not None:
        return heading and len(series) >= CALLED * len(chain)
    # Figures of a mark that is used may also be read as two numbers.
    others = unused(before, series)
    count = len(series) + len(others)
    again = count - len({mark.sign for mark in (*series, *others)})
    surely = len(chain) > FEWEST and len(series) >= SURELY * len(chain)
    return surely and len(series) >= MOST * count and again <= (1 - SURELY) * count


def _early(rows: Sequence[Row], chain: Sequence[_Begun]) -> bool:
    """Whether a list stands on the first page, with text below it: where authors work."""
    end = _end(rows, chain[-1].row)
    return rows[chain[0].row].page == 0 and end < len(rows) and rows[end].page == 0


def _heading(rows: Sequence[Row], first: int) -> bool | None:
    """Whether a list stands below the heading of notes (True) or of a bibliography (False), whose numbers are those of entries."""
    names = {BARE.sub("", name).casefold() for one in all_languages() for name in one.bibliography_headings}
    notes = {BARE.sub("", name).casefold() for one in all_languages() for name in one.notes_headings}
    for at in range(first - 1, max(first - 1 - ABOVE, -1), -1):
        text = BARE.sub("", rows[at].line.text).casefold()
        if text in notes:
            return True
        if text in names:
            return False
    return None


def _printed(
    rows: Sequence[Row], chain: Sequence[_Begun], series: Sequence[Mark], taken: set[int], endnote: bool
) -> list[Printed]:
    """The notes of a list."""
    marks = {int(mark.sign): mark for mark in series}
    ends = [*(start.row for start in chain[1:]), _end(rows, chain[-1].row)]
    return [
        Printed(
            str(start.number),
            [row for row in range(start.row, end) if row not in taken],
            start.behind,
            marks.get(start.number),
            endnote=endnote,
        )
        for start, end in zip(chain, ends, strict=True)
    ]


def _end(rows: Sequence[Row], first: int) -> int:
    """Behind which row the last note of a list ends: where type or distance change."""
    line = rows[first].line
    for at in range(first + 1, min(first + LAST, len(rows))):
        before, this = rows[at - 1], rows[at]
        gap = before.line.base - this.line.base
        same = (before.page, before.flow) == (this.page, this.flow)
        if abs(this.line.size - line.size) > 0.08 * line.size or this.line.bold != line.bold:
            return at
        if same and gap > 1.8 * this.line.size:
            return at
        if not same and before.line.text.rstrip().endswith("."):
            return at
    return min(first + LAST, len(rows))
