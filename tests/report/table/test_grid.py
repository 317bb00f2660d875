"""Columns as wide as there is room."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console
from rich.text import Text

from citecheck.report.table.grid import Column, grid_lines

COLUMNS = [Column("Notes", wrapped=True), Column("Shape", priority=1), Column("Sure", right=True, priority=2)]


def lines(*rows: tuple[list[str], str], width: int) -> list[str]:
    shown = [([Text(cell) for cell in cells], Text(last)) for cells, last in rows]
    return [line.plain.rstrip() for line in grid_lines(COLUMNS, "What", shown, Console(file=StringIO(), width=width))]


def test_the_last_column_stands_beside_the_others_where_there_is_room() -> None:
    assert lines((["1, 2", "merged", "0.5"], "another page"), width=60) == [
        "Notes  Shape   Sure  What",
        "─" * 33,
        "1, 2   merged   0.5  another page",
    ]


def test_its_text_is_wrapped_there() -> None:
    made = lines((["1", "whole", "1.0"], "word " * 30), width=64)
    assert all(line.startswith(" " * 20 + "word") for line in made[3:])
    assert max(map(len, made)) <= 64


def test_else_it_stands_below_its_row() -> None:
    made = lines((["1", "whole", "1.0"], "word " * 12), (["2", "whole", "1.0"], ""), width=40)
    assert made[0] == "Notes  Shape  Sure"
    assert made[2:] == ["1      whole   1.0", "  " + " ".join(["word"] * 7), "    " + " ".join(["word"] * 5),
                        "2      whole   1.0"]  # fmt: skip


def test_long_cells_become_narrow_and_then_columns_go() -> None:
    row = (["1, 2, 3, 4, 5, 6", "merged", "0.5"], "x")
    assert lines(row, width=22)[2:4] == ["1, 2, 3,  merged   0.5", "4, 5, 6"]
    assert lines(row, width=18)[0] == "Notes    Shape"
    assert lines(row, width=8)[0] == "Notes"


@pytest.mark.parametrize("width", [30, 80])
def test_wide_signs_take_the_room_of_two(width: int) -> None:
    made = lines((["文献", "a", "1"], "x"), (["wxyz", "b", "2"], "y"), width=width)
    assert made[2].index("a") + 2 == made[3].index("b")
