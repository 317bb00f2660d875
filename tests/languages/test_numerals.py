"""What number words make together."""

from __future__ import annotations

import pytest

from citecheck.languages.numerals import number_of


@pytest.mark.parametrize(
    ("values", "number"),
    [
        ([], 0),
        ([4, 20, 10, 9], 99),
        ([2, 1000, 5, 100], 2500),
        ([1000, 9, 100, 4, 20, 4], 1984),
        ([3, 100, 1000], 300_000),
        ([2, 1_000_000], 2_000_000),
        ([2, 1000, 1_000_000], 2_000_000_000),
        ([100, 1_000_000], 100_000_000),
        ([20, 4], 24),
        ([1, 10, 1000], 10_000),
        ([60, 11], 71),
        ([100, 1], 101),
        ([1, 1_000_000, 2, 100, 1000], 1_200_000),
    ],
)
def test_number_words_in_a_row(values: list[int], number: int) -> None:
    assert number_of(values) == number
