"""The table as a value: what is kept of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.table import Only, Order, Verdict, one_line
from tests.reconcile.samples import table
from tests.report.table.decided import decided


@pytest.mark.parametrize(("kind", "kept"), [(Only.DIFFERING, [1, 3, 5]), (Only.MISSING, [5]), (Only.MERGED, [1])])
def test_only_some_rows(kind: Only, kept: list[int]) -> None:
    made = table()
    assert made.only(kind).rows == tuple(made.rows[at] for at in kept)


def test_what_was_accepted_differs_no_more() -> None:
    made = decided()
    assert made.rows[1].verdict is Verdict.ACCEPTED
    assert made.only(Only.DIFFERING).rows == (made.rows[3], made.rows[5])


def test_of_what_stands_outside_the_notes_only_what_is_not_accepted_differs() -> None:
    made = table()
    accepted = replace(made, others=tuple(replace(one, accepted="on purpose") for one in made.others))
    assert made.only(Only.DIFFERING).others == made.others
    assert accepted.only(Only.DIFFERING).others == ()


def test_rows_in_another_order() -> None:
    made = decided()
    rows = tuple(replace(row, confidence=0.5 + at / 10 % 0.3) for at, row in enumerate(made.rows))
    made = replace(made, rows=rows)
    verdicts = [row.verdict.value for row in made.ordered(Order.VERDICT).rows]
    assert verdicts == ["differs", "differs", "not_compared", "accepted", "same", "same"]
    assert [rows.index(row) for row in made.ordered(Order.VERDICT).rows] == [3, 5, 4, 1, 0, 2]
    unsure = [row.confidence for row in made.ordered(Order.CONFIDENCE).rows]
    assert unsure == sorted(unsure)
    assert made.ordered(Order.DOCUMENT) == made


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
