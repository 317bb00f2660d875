"""Chains of numbers."""

from __future__ import annotations

from citecheck.read.pdf.chains import aligned, chain
from citecheck.read.pdf.marks import Mark
from citecheck.read.pdf.zones import Start


def start(sign: str, row: int, *, raised: bool = False, ended: bool = True) -> Start:
    return Start(row, sign, len(sign) + 1, raised, not raised, 50, row == 0, ended)


def mark(sign: str, row: int, page: int = 0) -> Mark:
    return Mark(page, row, 5, 5 + len(sign), sign, True)


def test_notes_count_up() -> None:
    starts = [start("7", 0), start("3", 1, ended=False), start("8", 2)]
    assert [one.sign for one in chain(starts, 7, {"7", "8"}, set())] == ["7", "8"]


def test_a_date_before_the_next_note_is_none() -> None:
    starts = [start("4", 0), start("1904", 1, ended=False), start("5", 2)]
    assert [one.sign for one in chain(starts, 4, {"4", "5"}, set())] == ["4", "5"]


def test_numbers_begin_anew_where_a_mark_calls_one() -> None:
    assert [one.sign for one in chain([start("1", 0)], 30, {"1"}, set())] == ["1"]


def test_a_list_that_nothing_calls_is_none() -> None:
    assert chain([start("1", 0), start("2", 1)], 12, set(), set()) == []


def test_marks_and_notes_go_up_together() -> None:
    marks = [mark("1", 1), mark("2", 2), mark("2", 5), mark("3", 6)]
    assert aligned([("1", 0), ("2", 0), ("3", 0)], marks) in ({0: 0, 1: 1, 2: 3}, {0: 0, 1: 2, 2: 3})


def test_a_mark_far_away_calls_nothing() -> None:
    assert aligned([("1", 9)], [mark("1", 1, page=0)]) == {}
    assert aligned([("1", 1)], [mark("1", 1, page=0)]) == {0: 0}
