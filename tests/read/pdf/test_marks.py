"""Marks in lines."""

from __future__ import annotations

import pytest

from citecheck.read.pdf.lines import Line, lines_of
from citecheck.read.pdf.marks import flat_marks, marks_of, sign_of
from citecheck.read.pdf.runs import Run


def made(*parts: tuple[str, bool]) -> Line:
    runs, left = [], 50.0
    for at, (text, high) in enumerate(parts):
        edges = [(left + 5 * place, left + 5 * place + 5) for place in range(len(text))]
        runs.append(Run(text, edges, 504 if high else 500, 6 if high else 10, False, False, False, at))
        left = edges[-1][1]
    return lines_of(runs)[0]


def signs(*parts: tuple[str, bool]) -> list[str]:
    return [mark.sign for mark in marks_of(0, 0, made(*parts))]


@pytest.mark.parametrize(
    ("high", "wanted"),
    [
        ("12", ["12", "1", "2"]),
        ("7", ["7"]),
        ("1, 3", ["1", "3"]),
        ("[4]", ["4"]),
        ("*", ["*"]),
        ("th", []),
        ("2324", ["2324", "23", "24"]),
        ("+", []),
    ],
)
def test_raised_signs_are_marks(high: str, wanted: list[str]) -> None:
    assert signs(("harbours", False), (high, True), (" were", False)) == wanted


def test_superior_figures_of_the_font_are_marks() -> None:
    assert signs(("harbours¹² were", False)) == ["12"]
    assert sign_of("¹²") == "12"


def test_flat_marks_are_glued_to_words_or_alone() -> None:
    line = made(("harbours12 in 12 days of 7.12 and 12km", False))
    assert [(mark.start, mark.raised) for mark in flat_marks(0, 0, line, ("12",))] == [(8, False)]
    assert [mark.sign for mark in flat_marks(0, 0, made(("12", False)), ("12",))] == ["12"]
