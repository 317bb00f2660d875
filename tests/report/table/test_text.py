"""The table for a person at a terminal."""

from __future__ import annotations

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


def test_lines_fit_and_have_no_blanks_behind() -> None:
    lines = table_text(decided(), width=80).splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert max(len(line) for line in lines[:8]) <= 80
