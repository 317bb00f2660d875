"""The table as CSV, for whatever reads tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from citecheck.reconcile.cells import cells, header
from citecheck.reconcile.table import Table, one_line

__all__ = ["csv_lines", "csv_table"]

# A spreadsheet may take full-width signs for their like, and may set cells apart by semicolons.
_FORMULA = re.compile("(^|;)([ \u00a0\u202f]*)(?=[=+@\uff1d\uff0b\uff0d\uff20-])")


def csv_table(table: Table, *, ui: str = "en") -> str:
    """The table with one line for each group, its header first."""
    return csv_lines([header(table, ui), *cells(table, ui)])


def csv_lines(lines: Iterable[Sequence[str]]) -> str:
    """Lines of cells as CSV, each on a line of its own. What a spreadsheet would take for a formula begins with an
    apostrophe, which keeps it a text."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([[_guarded(one_line(cell)) for cell in line] for line in lines])
    return buffer.getvalue()


def _guarded(cell: str) -> str:
    return _FORMULA.sub(r"\1\2'", cell)
