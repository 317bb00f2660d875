"""Numerals."""

from __future__ import annotations

import pytest

from citecheck.read.word.numerals import numeral


@pytest.mark.parametrize(
    ("number", "numerals", "printed"),
    [
        (4, "decimal", "4"),
        (1994, "lowerRoman", "1994"),
        (494, "lowerRoman", "cdxciv"),
        (9, "upperRoman", "IX"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (5, "chicago", "**"),
        (7, "decimalZero", "07"),
        (7, "hebrew1", "7"),
        (0, "lowerRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
    ],
)
def test_numbers_are_printed(number: int, numerals: str, printed: str) -> None:
    assert numeral(number, numerals) == printed
