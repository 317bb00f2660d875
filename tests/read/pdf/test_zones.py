"""Where notes are printed, and how they begin."""

from __future__ import annotations

import pytest

from citecheck.read.pdf.lines import Line
from citecheck.read.pdf.runs import Run
from citecheck.read.pdf.zones import Row, body_size, start_of, starts_of, zone_begins


def line(text: str, base: float = 100, size: float = 10, high: int = 0) -> Line:
    runs = []
    if high:
        runs.append(Run(text[:high], [(50.0, 55.0)], base + 3, size * 0.6, False, False, False, 0))
    runs.append(Run(text[high:], [(55.0, 300.0)], base, size, False, False, False, 1))
    return Line(runs, base, size, 50, 300, text)


@pytest.mark.parametrize(
    ("text", "high", "wanted"),
    [
        ("12 Doe, The ports.", 2, ("12", 3, True, False)),
        ("12Doe, The ports.", 2, ("12", 2, True, False)),
        ("91Ch. IV", 1, ("9", 1, True, False)),
        ("12. Doe, The ports.", 0, ("12", 4, False, True)),
        ("12 Doe, The ports.", 0, ("12", 3, False, False)),
        ("¹² Doe", 0, ("12", 3, True, False)),
        ("* Thanks.", 0, ("*", 2, False, False)),
        ("12Doe", 0, None),
        ("[12] Doe", 0, None),
        ("Doe, The ports.", 0, None),
    ],
)
def test_lines_that_begin_as_notes_do(text: str, high: int, wanted: tuple[str, int, bool, bool] | None) -> None:
    assert start_of(line(text, high=high)) == wanted


def page(*lines: Line) -> list[Row]:
    return [Row(0, 0, one) for one in lines]


def test_small_lines_at_the_foot_may_be_notes() -> None:
    rows = page(line("Text", 500), line("More", 480), line("1 Doe.", 90, 8), line("2 Roe.", 80, 8))
    assert body_size(rows) == 10
    assert zone_begins(rows, range(4), [], 10) == (2, False)
    assert [(one.sign, one.first) for one in starts_of(rows, (2, 3))] == [("1", True), ("2", False)]


def test_a_rule_parts_notes_of_the_same_size() -> None:
    rows = page(line("Text", 500), line("More", 480), line("1 Doe.", 90))
    assert zone_begins(rows, range(3), [(50, 120, 110)], 10) == (2, True)


def test_a_rule_that_underlines_words_parts_nothing() -> None:
    rows = page(line("Text", 500), line("1984 and more", 480), line("1 Doe.", 90))
    assert zone_begins(rows, range(3), [(50, 120, 498.5)], 10) == (3, False)
