"""The days that a date may mean."""

from __future__ import annotations

import pytest

from citecheck.checks.dates.ranges import day_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-06-21", "2022-06-21", "2022-06-21"),
        ("20220621", "2022-06-21", "2022-06-21"),
        ("2022/6/21", "2022-06-21", "2022-06-21"),
        ("2022-06-21T10:15:00Z", "2022-06-21", "2022-06-21"),
        ("2022-06-21/2022-06-23", "2022-06-21", "2022-06-21"),
        ("2022-06", "2022-06-01", "2022-06-30"),
        ("2022-02-31", "2022-02-01", "2022-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022?", "2022-01-01", "2022-12-31"),
        ("2022-21", "2022-01-01", "2022-12-31"),
        ("06/07/2022", "2022-01-01", "2022-12-31"),
        ("June 21, 2022", "2022-01-01", "2022-12-31"),
    ],
)
def test_the_days_of_a_date(text: str, first: str, last: str) -> None:
    told = day_range(text)
    assert told is not None
    assert [one.isoformat() for one in told] == [first, last]


@pytest.mark.parametrize("text", ["", "20:28:32 UTC", "in press", "June", "2021 or 2022", "n.d.", "12", "20119"])
def test_what_is_no_date(text: str) -> None:
    assert day_range(text) is None
