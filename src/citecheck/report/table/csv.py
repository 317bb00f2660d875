"""The table as CSV, for whatever reads tables."""

from __future__ import annotations

from citecheck.model.table import Table
from citecheck.report.sheet import csv_lines
from citecheck.report.table.cells import cells, header

__all__ = ["csv_table"]


def csv_table(table: Table, *, ui: str = "en") -> str:
    """The table with one line for each group, its header first."""
    return csv_lines([header(table, ui), *cells(table, ui)])
