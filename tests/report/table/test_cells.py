"""What a spreadsheet shows of the table."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.table import Shift
from citecheck.report.table.cells import CONFIDENCE, cells, header, numbers, shift_lines
from tests.report.table.decided import decided


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_row_has_a_cell_for_each_column(ui: str) -> None:
    made = decided()
    assert {len(row) for row in cells(made, ui)} == {len(header(made, ui))}
    assert [float(row[CONFIDENCE]) for row in cells(made, ui)] == [row.confidence for row in made.rows]


def test_several_notes_are_told_apart_and_a_decision_is_told() -> None:
    made = decided()
    row = next(row for row in cells(made, "en") if row[1] == "2, 3")
    assert row[3] == "2. Audic, 2011, p. 9 | 3. Ibid., p. 12"
    assert row[-1] == "=merged (Yann, 2026-11-24)"
    assert row[-2].startswith("BIL003 ")
    lone = next(row for row in cells(made, "en") if not row[1])
    assert (lone[2], lone[3], lone[-1]) == ("6", "", "")
    assert numbers(()) == ""


@pytest.mark.parametrize(("by", "said"), [(-1, "− 1"), (2, "+ 2"), (0, "")])
def test_shifts_in_words(by: int, said: str) -> None:
    made = replace(decided(), shifts=(Shift("10", "12", by),))
    (line,) = shift_lines(made, "en")
    assert "10" in line
    assert said in line
    assert shift_lines(replace(made, shifts=()), "fr") == []
