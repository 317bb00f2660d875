"""The table as CSV."""

from __future__ import annotations

import csv
from io import StringIO

from citecheck.report.table.cells import header
from citecheck.report.table.csv import csv_table
from tests.reconcile.samples import table
from tests.report.table.decided import decided


def test_there_is_a_line_for_each_group_behind_the_header() -> None:
    made = decided()
    lines = list(csv.reader(StringIO(csv_table(made, ui="fr"))))
    assert lines[0] == header(made, "fr")
    assert len(lines) == 1 + len(made.rows)


def test_no_cell_is_a_formula() -> None:
    cells = [cell for line in csv.reader(StringIO(csv_table(decided()))) for cell in line]
    assert any(cell.startswith("'=1+1 Bihan") for cell in cells)
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_a_table_without_rows_is_its_header() -> None:
    assert csv_table(table().in_section("9")).count("\n") == 1
