"""The table as CSV, for whatever reads tables."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from citecheck.reconcile.cells import cells, header
from citecheck.reconcile.table import Table

__all__ = ["csv_lines", "csv_table"]

FORMULA = ("=", "+", "-", "@")


def csv_table(table: Table, *, ui: str = "en") -> str:
    """The table with one line for each group, its header first."""
    return csv_lines([header(table, ui), *cells(table, ui)])


def csv_lines(lines: Iterable[Sequence[str]]) -> str:
    """Lines of cells as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe, which keeps
    it a text."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([[_guarded(cell) for cell in line] for line in lines])
    return buffer.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(FORMULA) else cell
