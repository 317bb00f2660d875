"""Notes at the foot of pages: their text over lines, columns and pages, and the marks that call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.read.pdf.calling import Printed, call, certain, unused, without_authors
from citecheck.read.pdf.chains import chain
from citecheck.read.pdf.marks import Mark, marks_of
from citecheck.read.pdf.zones import Row, Start, starts_of, zone_begins

__all__ = ["footnotes"]

TYPICAL = 0.5
"""How much more a mark counts that stands as marks do: behind a word or a sign."""


def footnotes(
    rows: Sequence[Row], rules: Sequence[Sequence[tuple[float, float, float]]], size: float
) -> tuple[list[Printed], list[Mark]]:
    """The notes at the foot of pages, and the marks that call none of them. ``rules`` are those of each page, ``size`` is that of the
    text."""
    zones = _zones(rows, rules, size)
    notes = _notes(rows, zones, _marks(rows, {row for zone in zones for row in zone.rows}))
    taken = {row for note in notes for row in note.rows}
    # Small type at the foot that holds no note is text after all, and marks may stand in it.
    marks = without_authors(rows, _marks(rows, taken), taken)
    call(notes, marks, rows, taken)
    notes = certain(notes, rows)
    return notes, unused(marks, [note.mark for note in notes if note.mark is not None])


class _Zone(Struct, gc=False):
    """The rows of a column where notes may stand: below a rule, or in small type, which may be the ``whole`` column."""

    page: int
    rows: list[int]
    ruled: bool
    whole: bool


def _zones(rows: Sequence[Row], rules: Sequence[Sequence[tuple[float, float, float]]], size: float) -> list[_Zone]:
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        columns[row.page, row.flow].append(at)
    zones = []
    for (page, _), held in columns.items():
        begin, ruled = zone_begins(rows, held, rules[page], size)
        if begin < len(held):
            zones.append(_Zone(page, held[begin:], ruled, begin == 0))
    return zones


def _marks(rows: Sequence[Row], apart: set[int]) -> list[Mark]:
    """The raised marks of the rows but for those ``apart``."""
    text = [(at, row) for at, row in enumerate(rows) if at not in apart]
    return [_weighed(mark, rows) for at, row in text for mark in marks_of(row.page, at, row.line)]


def _weighed(mark: Mark, rows: Sequence[Row]) -> Mark:
    """A mark with what speaks for its calling a note."""
    text = rows[mark.row].line.text
    before = text[: mark.start].rstrip()
    mark.weight = TYPICAL if len(before) > 1 and (before[-1] in ".,;:!?»”’\"')]…" or before[-2:].isalpha()) else 0.0
    mark.weight += TYPICAL if mark.linked else 0.0
    return mark


def _notes(rows: Sequence[Row], zones: Sequence[_Zone], marks: Sequence[Mark]) -> list[Printed]:
    """The notes in the zones, in their order; what a zone begins with before its first note goes on with the last one."""
    signs: dict[int, set[str]] = defaultdict(set)
    for mark in marks:
        signs[mark.page].add(mark.sign)
    notes: list[Printed] = []
    expected = 1
    for zone in zones:
        starts = list(starts_of(rows, zone.rows))
        begun = chain(starts, expected, signs[zone.page], signs[zone.page - 1])
        begun = sorted([*begun, *_signed(starts, signs[zone.page])], key=lambda start: start.row)
        if begun:
            numbers = [start.number for start in begun if start.number is not None]
            expected = numbers[-1] + 1 if numbers else expected
        _take(rows, zone, begun, notes)
    return notes


def _signed(starts: Sequence[Start], called: set[str]) -> Iterator[Start]:
    """The notes of a zone whose sign is no number, where a mark on the page has the same."""
    known = set()
    for start in starts:
        letter = start.sign.isalpha()
        if start.number is None and start.sign in called and start.sign not in known and not letter:
            known.add(start.sign)
            yield start


def _take(rows: Sequence[Row], zone: _Zone, begun: Sequence[Start], notes: list[Printed]) -> None:
    """Gives each row of a zone to the note that it belongs to."""
    starts = {start.row: start for start in begun}
    goes_on = bool(notes) and _goes_on(rows, zone, notes[-1], begun)
    for row in zone.rows:
        start = starts.get(row)
        if start is not None:
            notes.append(Printed(start.sign, [row], start.behind))
            goes_on = True
        elif goes_on:
            notes[-1].rows.append(row)


def _goes_on(rows: Sequence[Row], zone: _Zone, last: Printed, begun: Sequence[Start]) -> bool:
    """Whether the last note goes on in a zone."""
    end, first = rows[last.rows[-1]], rows[zone.rows[0]]
    if begun and begun[0].row == zone.rows[0]:
        return False
    if first.page - end.page > 1 or abs(end.line.size - first.line.size) > 0.1 * end.line.size:
        return False
    unfinished = not end.line.text.rstrip().endswith((".", "!", "?", "»", "”"))
    if begun:
        return unfinished or zone.ruled or not zone.whole
    # A list in small type, and what stands below its heading, goes on with no note.
    return unfinished and (not zone.whole or first.line.text[:1].islower())
