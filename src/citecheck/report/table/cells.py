"""What a spreadsheet shows of the table: the same columns for CSV and XLSX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citecheck.model.alignment import Shape
from citecheck.model.decision import settled
from citecheck.model.table import NoteText, Row, Shift, Table, Verdict
from citecheck.report.voice import counted, say, titled

__all__ = ["CONFIDENCE", "cells", "header", "named", "numbers", "shift_lines", "summary"]

CONFIDENCE = 7
"""The column with a number in it."""


def header(table: Table, ui: str) -> list[str]:
    """The names of the columns."""
    left, right = (titled(name) for name in table.names)
    return [
        say("section", ui),
        left,
        right,
        say("table.column-text", ui, language=left),
        say("table.column-text", ui, language=right),
        say("table.column-shape", ui),
        say("table.column-verdict", ui),
        say("table.column-confidence", ui),
        say("table.column-differences", ui),
        say("table.column-decision", ui),
    ]


def cells(table: Table, ui: str) -> Iterator[list[str]]:
    """The cells of each row, as texts."""
    for row in table.rows:
        yield [
            row.section,
            numbers(row.left),
            numbers(row.right),
            _texts(row.left),
            _texts(row.right),
            say(f"shape.{row.shape.value}", ui),
            say(f"verdict.{row.verdict.value}", ui),
            f"{row.confidence:.2f}",
            " | ".join(f"{one.code} {one.message}" for one in row.differences),
            _decision(row),
        ]


def numbers(notes: tuple[NoteText, ...]) -> str:
    """The notes of one side by their numbers."""
    return ", ".join(note.note_id for note in notes)


def _texts(notes: tuple[NoteText, ...]) -> str:
    """The texts of one side's notes, each with its number where there are several."""
    if len(notes) == 1:
        return notes[0].text
    return " | ".join(f"{note.note_id}. {note.text}" for note in notes)


def _decision(row: Row) -> str:
    """What was decided; empty, for the translator to fill in, where nothing was."""
    return settled(row.decision) if row.decision is not None else ""


def named(about: str, langs: Sequence[str], names: Sequence[str]) -> str:
    """What a decision is about (``fr 31, 32 = en 27``), with the languages named."""
    called = dict(zip(langs, map(titled, names), strict=True))
    sides = [side.partition(" ") for side in about.split(" = ")]
    return " = ".join(f"{called.get(lang, lang)}{blank}{notes}" for lang, blank, notes in sides)


def shift_lines(table: Table, ui: str) -> list[str]:
    """The shifts, one a line: ``from French 10 on, English = French − 1``."""
    return [_shift(one, table, ui) for one in table.shifts]


def _shift(one: Shift, table: Table, ui: str) -> str:
    key = "shift" if one.by else "shift-none"
    by = f"{'−' if one.by < 0 else '+'} {abs(one.by)}"
    left, right = table.names
    return say(f"table.{key}", ui, left=left, right=right, first=one.left, by=by)


def summary(table: Table, ui: str) -> str:
    """What the rows are, counted: the last line."""
    shapes = Counter(row.shape for row in table.rows)
    verdicts = Counter(row.verdict for row in table.rows)
    counts = [counted("table.groups", len(table.rows), ui)]
    counts += [counted(f"table.{shape.value}", shapes[shape], ui) for shape in Shape if shapes[shape]]
    counts += [counted(f"table.{verdict.value}", verdicts[verdict], ui) for verdict in Verdict if verdicts[verdict]]
    decided = sum(row.decision is not None for row in table.rows)
    counts += [counted("table.decided", decided, ui)] if decided else []
    counts += [counted("table.others", len(table.others), ui)] if table.others else []
    return " · ".join(counts)
