"""Cells for a spreadsheet, as CSV, and what keeps it from taking one for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from citecheck.model.table import one_line

__all__ = ["csv_lines"]

# A spreadsheet may take full-width signs for their like, and may set cells apart by semicolons.
_FORMULA = re.compile("(^|;)([ \u00a0\u202f]*)(?=[=+@\uff1d\uff0b\uff0d\uff20-])")


def csv_lines(lines: Iterable[Sequence[str]]) -> str:
    """Lines of cells as CSV, each on a line of its own. What a spreadsheet would take for a formula begins with an
    apostrophe, which keeps it a text."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([[_guarded(one_line(cell)) for cell in line] for line in lines])
    return buffer.getvalue()


def _guarded(cell: str) -> str:
    return _FORMULA.sub(r"\1\2'", cell)
