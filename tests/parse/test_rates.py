"""Rates: base, quote, value, and the day or year that is theirs."""

from __future__ import annotations

import pytest

from citecheck.languages import language
from citecheck.model.document import Rate
from citecheck.parse.rates import find_rates
from tests.parse.texts import whole


def rates(lang: str, text: str) -> tuple[Rate, ...]:
    return find_rates(whole(text), language(lang), "7")


RATES = [
    # lang, text, span, base, quote, value, day, year, whole text
    (
        "fr",
        "Le dollar est converti tout au long de cette étude au cours de 1 € = 1,06 \\$ US (cours du 26 février 2023).",
        ("1 € = 1,06 \\$ US", "EUR", "USD", "1.06", "2023-02-26", None, True),
    ),
    (
        "en",
        "Dollars are converted throughout this study at €1 = US\\$1.06 (rate on 26<sup>th</sup> February 2023)",
        ("€1 = US\\$1.06", "EUR", "USD", "1.06", "2023-02-26", None, True),
    ),
    ("fr", "Cours annuel de 2019 : 1 € = 72,45", ("1 € = 72,45", "EUR", None, "72.45", None, 2019, False)),
    (
        "en",
        "at the average rate in 2020 of €1 = 82.73 rubles.",
        ("€1 = 82.73 rubles", "EUR", "RUB", "82.73", None, 2020, False),
    ),
    ("en", "1 USD = 0.94 EUR", ("1 USD = 0.94 EUR", "USD", "EUR", "0.94", None, None, False)),
    ("fr", "taux de 1,06 dollar pour un euro", ("1,06 dollar pour un euro", "EUR", "USD", "1.06", None, None, False)),
    ("en", "a rate of US$1.06 to the euro", ("US$1.06 to the euro", "EUR", "USD", "1.06", None, None, False)),
    ("en", "1.06 USD = 1 EUR", ("1.06 USD = 1 EUR", "EUR", "USD", "1.06", None, None, False)),
    ("en", "100 JPY = 0.65 EUR", ("100 JPY = 0.65 EUR", "JPY", "EUR", "0.0065", None, None, False)),
    (
        "fr",
        "au taux du jour, un euro valait 1,06 dollar",
        ("un euro valait 1,06 dollar", "EUR", "USD", "1.06", None, None, False),
    ),
    ("en", "The rate EUR/USD was 1.06 then", ("EUR/USD was 1.06", "EUR", "USD", "1.06", None, None, False)),
    ("fr", "taux : 72,45 RUB/€", ("72,45 RUB/€", "EUR", "RUB", "72.45", None, None, False)),
    ("fr", "1 = 1,06 $", ("1 = 1,06 $", None, "USD", "1.06", None, None, False)),
]


@pytest.mark.parametrize(("lang", "text", "expected"), RATES)
def test_rates(lang: str, text: str, expected: tuple[object, ...]) -> None:
    [rate] = rates(lang, text)
    told = (rate.span.text, rate.base, rate.quote, str(rate.value), rate.day, rate.year, rate.whole_text)
    assert told == expected
    assert rate.note_id == "7"


def test_rates_keep_their_printed_decimals() -> None:
    assert [str(rate.value) for rate in rates("en", "€1 = US$1.10; £1 = €1.00")] == ["1.10", "1.00"]


def test_each_rate_has_its_own_day() -> None:
    found = rates("fr", "1 EUR = 1,06 USD au 1<sup>er</sup> mars 2023 ; 1 EUR = 72,45 RUB (moyenne annuelle 2019).")
    assert [(rate.day, rate.year) for rate in found] == [("2023-03-01", None), (None, 2019)]


def test_each_rate_has_its_own_year() -> None:
    found = rates("en", "Average rates: in 2019 €1 = 72.45 rubles, and in 2020 €1 = 82.73 rubles.")
    assert [(rate.year, str(rate.value)) for rate in found] == [(2019, "72.45"), (2020, "82.73")]


@pytest.mark.parametrize(
    "text",
    [
        "2 + 2 = 4",
        "x = 5",
        "at this rate, €5 million were spent",
        "€5 = €5",
        "a rate of 5%",
        "conversion: 1 million = €5",
    ],
)
def test_no_rate(text: str) -> None:
    assert rates("en", text) == ()
