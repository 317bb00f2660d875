"""The geometry of the ladder picture: the notes of both versions in two columns, and the lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from citecheck.model.alignment import Shape
from citecheck.model.table import NoteText, Row, Verdict

__all__ = ["Dot", "Ladder", "Rung", "ladder", "status_of"]

STEP = 17.0
"""Pixels from one note of the longer column to the next."""
TOP, BOTTOM = 14.0, 14.0
LEFT, RIGHT, WIDTH = 104.0, 256.0, 316.0


class Dot(Struct, frozen=True):
    """A note: where its dot is and what is printed beside it."""

    x: float
    y: float
    label: str
    left: bool


class Rung(Struct, frozen=True):
    """A group: its dots, the paths of its lines, and the classes that colour it. ``joined`` are the upright lines that
    bind the notes of a side with several."""

    dots: tuple[Dot, ...]
    paths: tuple[str, ...]
    joined: tuple[str, ...]
    status: str


class Ladder(Struct, frozen=True):
    """The whole picture: its size, a rung for each row, and where sections begin (place, name)."""

    width: float
    height: float
    rungs: tuple[Rung, ...]
    sections: tuple[tuple[float, str], ...]


def ladder(rows: Sequence[Row]) -> Ladder:
    """The picture of the rows. Each column is in its own reading order, both are equally long, and so a line that is
    not level shows a shift."""
    columns = _column(rows, 0), _column(rows, 1)
    longest = max(len(columns[0]), len(columns[1]), 1)
    height = TOP + BOTTOM + STEP * max(longest - 1, 1)
    places = tuple(_places(column, height) for column in columns)
    rungs, sections = [], []
    last = None
    for row in rows:
        dots = [_dot(note, 0, places[0]) for note in row.left], [_dot(note, 1, places[1]) for note in row.right]
        rungs.append(_rung(row, *dots))
        if row.section != last and dots[0]:
            sections.append((dots[0][0].y, row.section))
            last = row.section
    return Ladder(WIDTH, height, tuple(rungs), tuple(sections))


def _column(rows: Sequence[Row], side: int) -> list[NoteText]:
    """The notes of one version in its own order, which the rows follow but for crossed ones."""
    notes = [note for row in rows for note in (row.left, row.right)[side]]
    return sorted(notes, key=lambda note: note.order)


def _places(column: Sequence[NoteText], height: float) -> dict[str, float]:
    step = (height - TOP - BOTTOM) / max(len(column) - 1, 1)
    return {note.note_id: TOP + at * step for at, note in enumerate(column)}


def _dot(note: NoteText, side: int, places: dict[str, float]) -> Dot:
    return Dot((LEFT, RIGHT)[side], round(places[note.note_id], 1), note.note_id, side == 0)


def _rung(row: Row, left: Sequence[Dot], right: Sequence[Dot]) -> Rung:
    paths = []
    if left and right:
        # Several notes run together into the one that they stand against.
        paths = [_curve(one, other) for one in left for other in right]
    else:
        for dot in (*left, *right):
            end = dot.x + (34 if dot.left else -34)
            paths.append(f"M{dot.x:.1f} {dot.y:.1f}H{end:.1f}")
    joined = [_upright(side) for side in (left, right) if len(side) > 1]
    return Rung((*left, *right), tuple(paths), tuple(joined), status_of(row))


def _curve(one: Dot, other: Dot) -> str:
    bend = (other.x - one.x) * 0.45
    return (
        f"M{one.x:.1f} {one.y:.1f}C{one.x + bend:.1f} {one.y:.1f} "
        f"{other.x - bend:.1f} {other.y:.1f} {other.x:.1f} {other.y:.1f}"
    )


def _upright(dots: Sequence[Dot]) -> str:
    return f"M{dots[0].x:.1f} {dots[0].y:.1f}V{dots[-1].y:.1f}"


def status_of(row: Row) -> str:
    """How the lines of a row look."""
    if row.verdict is Verdict.ACCEPTED:
        return "settled"
    if row.shape is Shape.ONLY:
        return "only"
    return row.verdict.value.replace("_", "-")
