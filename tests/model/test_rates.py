"""What a euro was worth on a day, shortly before it, and over a year."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from citecheck.model.rates import OfficialRates

YEAR = [date(2020, 1, 1) + timedelta(days=at) for at in range(366)]
WORKING = [day for day in YEAR if day.weekday() < 5]
RATES = OfficialRates(
    date(2020, 12, 31),
    {
        "USD": {day: Decimal(2) for day in WORKING},
        "GBP": {day: Decimal("0.5") for day in WORKING},
        "XAF": {date(2020, 6, 1): Decimal(600)},
    },
    {"USD": (date(1999, 1, 4), date(2020, 12, 31))},
    {"USD": {date(2020, 1, 6): Decimal(3)}},
    {"CHF": {2020: Decimal("1.1")}},
)


@pytest.mark.parametrize(
    ("currency", "day", "rate"),
    [
        ("USD", date(2020, 1, 7), Decimal(2)),
        ("USD", date(2020, 1, 6), Decimal(3)),
        ("USD", date(2020, 1, 5), None),
        ("EUR", date(1900, 1, 1), Decimal(1)),
        ("JPY", date(2020, 1, 7), None),
    ],
    ids=["published", "the user's own first", "a Sunday", "the euro", "unknown"],
)
def test_the_rate_of_a_day(currency: str, day: date, rate: Decimal | None) -> None:
    assert RATES.on(currency, day) == rate


def test_the_last_fixing_before_a_day_is_at_most_a_week_older() -> None:
    assert RATES.fixing_before("GBP", date(2020, 1, 6)) == (date(2020, 1, 3), Decimal("0.5"))
    assert RATES.fixing_before("XAF", date(2020, 6, 8)) == (date(2020, 6, 1), Decimal(600))
    assert RATES.fixing_before("XAF", date(2020, 6, 9)) is None
    assert RATES.fixing_before("XAF", date(2020, 6, 1)) is None, "the day itself is not before it"


def test_the_average_of_a_year_is_of_the_days_with_both_fixings() -> None:
    assert RATES.average("GBP", 2020) == (Decimal("0.5"), len(WORKING))
    assert RATES.average("USD", 2020, "GBP") == (Decimal(4), len(WORKING))
    assert RATES.average("EUR", 2020, "GBP") == (Decimal(2), len(WORKING))


def test_a_year_that_is_not_whole_has_no_average() -> None:
    assert RATES.average("XAF", 2020) is None
    assert RATES.average("GBP", 2019) is None


def test_the_user_s_average_is_of_no_days() -> None:
    assert RATES.average("CHF", 2020) == (Decimal("1.1"), 0)
    assert RATES.average("EUR", 2020, "CHF") == (1 / Decimal("1.1"), 0)


def test_the_days_between_which_rates_are_published() -> None:
    assert RATES.published("USD") == (date(1999, 1, 4), date(2020, 12, 31))
    assert RATES.published("JPY") is None
