"""Single sums: what belongs to a number."""

from __future__ import annotations

import pytest

from citecheck.languages import language
from citecheck.parse.currencies import CODES, SIGNS, currency_of
from citecheck.parse.figures import hide
from citecheck.parse.sums import find_sums, unit


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "€5 million", [("5000000", "EUR", "million")]),
        ("en", "US$5bn", [("5000000000", "USD", "bn")]),
        ("en", "5 m", [("5", None, None)]),
        ("en", "-€5", [("-5", "EUR", None)]),
        ("fr", "5 livres", [("5", None, None)]),
        ("fr", "5 millions de livres", [("5000000", "GBP", "millions")]),
        ("fr", "5 millions", [("5000000", None, "millions")]),
        ("en", "$5 CAD", [("5", "CAD", None)]),
        ("en", "2019 €1", [("2019", None, None), ("1", "EUR", None)]),
        ("en", "COP15", []),
        ("en", "A5", []),
        ("en", "5x", []),
        ("fr", "5 MEUR", [("5000000", "EUR", "M")]),
        ("fr", "5 M€", [("5000000", "EUR", "M")]),
        ("en", "5 \\$", [("5", "USD", None)]),
        ("en", "5-dollar", [("5", "USD", None)]),
        ("en", "5 U.S.$", [("5", "USD", None)]),
        ("fr", "5\nR$", [("5", "BRL", None)]),
    ],
)
def test_what_belongs_to_a_number(lang: str, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    sums = find_sums(hide(text), language(lang))
    assert [(f"{one.value:f}", one.currency, one.scale) for one in sums] == expected


def test_the_last_printed_digit_has_a_value() -> None:
    [amount] = find_sums("€1.5 million", language("en"))
    assert unit(amount) == 100_000


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_currency_is_known_by_how_it_begins(lang: str) -> None:
    own = language(lang)
    for name in (*own.currencies, *CODES, *SIGNS):
        [amount] = find_sums(f"5 million {name}", own)
        assert amount.currency == currency_of(name, own), name
