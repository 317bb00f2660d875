"""The table for a person at a terminal."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from citecheck.model.table import Shift
from citecheck.report.table.text import MANY, detail_text, summary, table_text
from tests.reconcile.samples import table
from tests.report.table.decided import decided


def test_the_last_line_counts_what_there_is() -> None:
    assert table_text(decided()).splitlines()[-1] == summary(decided(), "en")
    assert summary(decided(), "en").startswith("6 groups · ")
    assert summary(table().in_section("9"), "fr").startswith("0 groupe")


@pytest.mark.parametrize(("verbose", "shown"), [(False, MANY), (True, MANY + 3)])
def test_many_shifts_are_counted_unless_all_are_wanted(verbose: bool, shown: int) -> None:
    made = replace(table(), shifts=tuple(Shift(str(at), str(at), 1) for at in range(500, 500 + MANY + 3)))
    text = table_text(made, verbose=verbose)
    assert sum(str(at) in text for at in range(500, 500 + MANY + 3)) == shown


def test_without_colours_signs_mark_what_differs() -> None:
    rows = table().of_note("fr", "3")
    plain, coloured = detail_text(rows), detail_text(rows, color=True)
    assert "»p. 9-12«" in plain
    assert "\x1b[" not in plain
    assert "»" not in coloured.replace("« ", "")
    assert "\x1b[" in coloured


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("ui", ["en", "fr"])
def test_lines_fit_and_have_no_blanks_behind(width: int, ui: str) -> None:
    lines = table_text(decided(), ui=ui, width=width).splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert max(len(line) for line in lines[:-1]) <= width


def test_what_is_the_same_is_counted_where_it_is_folded() -> None:
    whole, folded = table_text(decided()), table_text(decided(), folded=True)
    assert re.search("one to one +same", whole)
    assert not re.search("one to one +same", folded)
    assert "2 groups are the same in both (--all shows them)" in folded
    assert "2 groups are the same" not in whole
    assert folded.splitlines()[-1] == whole.splitlines()[-1]
    alone = replace(table(), rows=table().rows[:1])
    assert table_text(alone, folded=True).startswith("1 group is the same in both (--all shows it)\n")


def test_what_differs_stands_below_its_row_where_there_is_no_room_beside_it() -> None:
    narrow = table_text(decided(), width=80)
    assert "  BIL003 Note 2 cites p. 9-12; notes 2 and 3 cite p. 9 and p. 12.\n  accepted: =merged" in narrow
    wide = table_text(decided(), width=200)
    assert "accepted" in next(line for line in wide.splitlines() if "BIL003" in line)


def test_an_outdated_decision_names_the_languages() -> None:
    assert "d.toml:9: French 9 = English 9 · old (Yann, 2026-01-02)" in table_text(decided())
