"""What the official table says of a day or a year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from citecheck.checks.currency.official import is_closed, is_published, official
from citecheck.languages import language
from citecheck.model.rates import OfficialRates

FRIDAY, SUNDAY = date(2023, 2, 24), date(2023, 2, 26)
RATES = OfficialRates(
    date(2023, 12, 29),
    {"USD": {FRIDAY: Decimal("1.0570")}, "GBP": {FRIDAY: Decimal("0.8805")}},
    {"USD": (date(1999, 1, 4), date(2023, 12, 29)), "GBP": (date(1999, 1, 4), date(2023, 12, 29))},
    {"XAF": {FRIDAY: Decimal(656)}},
    {"XAF": {2023: Decimal(655)}},
)


@pytest.mark.parametrize(
    ("base", "quote", "when", "kind", "value"),
    [
        ("EUR", "USD", "2023-02-24", "day", "1.057"),
        ("USD", "EUR", "2023-02-24", "day", "0.9461"),
        ("GBP", "USD", "2023-02-24", "day", "1.2005"),
        ("EUR", "USD", "2023-02-26", "before", "1.057"),
        ("EUR", "XAF", "2023-02-24", "own", "656"),
        ("EUR", "XAF", "2023", "own", "655"),
    ],
)
def test_the_rate_of_a_day_or_a_year(base: str, quote: str, when: str, kind: str, value: str) -> None:
    found = official(RATES, base, quote, when)
    assert found is not None
    assert found.kind == kind
    assert found.confirms(Decimal(value))
    assert not found.confirms(Decimal(value) + 1)


@pytest.mark.parametrize(
    ("quote", "when"), [("JPY", "2023-02-24"), ("USD", "2030-02-24"), ("USD", "2023"), ("XAF", "2023-02-26")]
)
def test_what_the_table_does_not_tell(quote: str, when: str) -> None:
    assert official(RATES, "EUR", quote, when) is None


def test_a_rate_is_confirmed_at_its_printed_decimals() -> None:
    found = official(RATES, "GBP", "USD", "2023-02-24")
    assert found is not None
    assert found.confirms(Decimal("1.2"))
    assert not found.confirms(Decimal("1.21"))
    assert found.shown(Decimal("1.21"), language("en")) == "1.2005"
    assert found.shown(Decimal("1.21"), language("fr")) == "1,2005"


def test_a_day_is_closed_only_within_the_table() -> None:
    assert is_closed(RATES, "EUR", "USD", SUNDAY) is True
    assert is_closed(RATES, "EUR", "USD", FRIDAY) is False
    assert is_closed(RATES, "EUR", "USD", date(2030, 1, 1)) is None
    assert is_published(RATES, [], SUNDAY)
    assert not is_published(RATES, ["USD", "JPY"], SUNDAY)
