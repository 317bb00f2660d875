from __future__ import annotations

import re

import pytest

from tests.planting.kinds import locators
from tests.planting.samples import english, planted


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("unlabelled", r"\w+, \d{4}, \d+"),
        ("unspaced", r"\w+, \d{4}, p\.\d+"),
        ("relabelled", r"\w+, \d{4}, (?:pp\.|page) \d+"),
        ("impossible", r"\w+, \d{4}, p\.(?: \d+-C2\.N100| \d+-|)"),
        ("missing", r"\w+, \d{4}"),
        ("reversed_range", r"\w+, \d{4}, p\. \d+-\d+"),
    ],
)
def test_how_the_page_is_printed(name: str, pattern: str) -> None:
    spots = planted(locators, name, english())
    assert spots
    assert all(re.fullmatch(pattern, spot) for spot in spots)


def test_a_page_that_the_article_does_not_have() -> None:
    printed = planted(locators, "outside", english())[0]
    assert int(printed.rpartition(" ")[2]) not in range(101, 121)


def test_a_range_that_runs_backwards() -> None:
    for spot in planted(locators, "reversed_range", english()):
        high, low = map(int, spot.rpartition(" ")[2].split("-"))
        assert high > low
    assert "120-101" in planted(locators, "reversed_entry", english())[0]
