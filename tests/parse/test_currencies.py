"""Currencies as they are written."""

from __future__ import annotations

import re

import pytest

from citecheck.languages import language
from citecheck.parse.currencies import CODES, currency_of, money


@pytest.mark.parametrize(
    ("lang", "printed", "code"),
    [
        ("en", "€", "EUR"),
        ("en", "$", "USD"),
        ("en", "\\$", "USD"),
        ("en", "US $", "USD"),
        ("en", "CA$", "CAD"),
        ("en", "CHF", "CHF"),
        ("en", "RMB", "CNY"),
        ("en", "roubles", "RUB"),
        ("fr", "Livres  sterling", "GBP"),
        ("fr", "pesetas", None),
    ],
)
def test_a_currency(lang: str, printed: str, code: str | None) -> None:
    assert currency_of(printed, language(lang)) == code
    assert (re.fullmatch(money(language(lang)), printed.replace("  ", " ")) is not None) is (code is not None)


def test_words_in_capitals_are_no_codes() -> None:
    assert not CODES & {"ALL", "TOP", "CUP"}
