"""What a spreadsheet shows of the table: the same columns for CSV and XLSX."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.decision import settled
from citecheck.model.table import NoteText, Row, Table
from citecheck.report.table.wording import shape_name, text, verdict_name

__all__ = ["CONFIDENCE", "cells", "header", "numbers"]

CONFIDENCE = 7
"""The column with a number in it."""


def header(table: Table, ui: str) -> list[str]:
    """The names of the columns."""
    left, right = (name[:1].upper() + name[1:] for name in table.names)
    return [
        text("column-section", ui),
        left,
        right,
        text("column-text", ui, language=left),
        text("column-text", ui, language=right),
        text("column-shape", ui),
        text("column-verdict", ui),
        text("column-confidence", ui),
        text("column-differences", ui),
        text("column-decision", ui),
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
            shape_name(row.shape, ui),
            verdict_name(row.verdict, ui),
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
