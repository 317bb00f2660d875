"""Cells for a spreadsheet: none is a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from citecheck.report.sheet import csv_lines


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *((cell, f"'{cell}") for cell in ("=1+1", "+1", "-1", "@x", "\uff1d1", "\uff0d1")),
        ("\t=1", "'=1"),
        (" =1", "'=1"),
        ("a; =1;@x", "a; '=1;'@x"),
        ("p. 3; 4-5", "p. 3; 4-5"),
    ],
)
def test_csv_holds_no_formula(cell: str, written: str) -> None:
    assert next(csv.reader(StringIO(csv_lines([[cell]])))) == [written]


def test_a_range_of_pages_is_no_formula() -> None:
    assert csv_lines([["p. 3-4"]]) == "p. 3-4\n"
