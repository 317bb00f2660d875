"""The table as a value: what is kept of it."""

from __future__ import annotations

import pytest

from citecheck.model.table import Only, one_line
from tests.reconcile.samples import table


@pytest.mark.parametrize(("kind", "kept"), [(Only.DIFFERING, [1, 3, 5]), (Only.MISSING, [5]), (Only.MERGED, [1])])
def test_only_some_rows(kind: Only, kept: list[int]) -> None:
    made = table()
    assert made.only(kind).rows == tuple(made.rows[at] for at in kept)


@pytest.mark.parametrize(("section", "count"), [("1", 6), ("1.1", 4), ("1.1.", 4), ("11", 0), ("2", 0)])
def test_a_section_has_those_below_it(section: str, count: int) -> None:
    assert len(table().in_section(section).rows) == count


def test_one_note() -> None:
    made = table()
    assert made.of_note("fr", "3").rows == (made.rows[1],)
    assert made.of_note("en", "6").rows == (made.rows[5],)
    assert made.of_note("en", "7").rows == ()


def test_nothing_steers_a_terminal() -> None:
    assert one_line("a\n b\x1b[2J\u202ec\u00a0d") == "a b\ufffd[2J\ufffdc\u00a0d"
