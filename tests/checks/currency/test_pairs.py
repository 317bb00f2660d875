"""The arithmetic of conversions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.checks.currency.declared import Declared, Where, conversions_of, declared_rates
from citecheck.checks.currency.pairs import (
    Fit,
    Pair,
    Yardstick,
    distance,
    expected,
    fit,
    implied,
    median,
    most_agreed,
    number_text,
    scale_senses,
)
from citecheck.languages import language
from tests.parse.texts import document

RATE = Yardstick("EUR", "USD", Decimal("1.06"), Decimal("1.06"))


def pair(text: str, lang: str = "en", certain: bool = True) -> Pair:
    (one,) = conversions_of(document(f"{text}.", lang=lang))
    return Pair(one, one.converted, one.original, None, certain)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("€4.5 billion (US$4.8 billion)", Fit.RIGHT),
        ("€14.5 million (US$15.3 million)", Fit.ROUNDED),
        ("€4.7 billion (US$4.8 billion)", Fit.WRONG),
        ("about €280 million (US$300 million)", Fit.RIGHT),
        ("about €230 million (US$300 million)", Fit.WRONG),
        ("3 to 5 million euros (3.2 to 5.3 million US dollars)", Fit.RIGHT),
        ("3 to 6 million euros (3.2 to 5.3 million US dollars)", Fit.WRONG),
    ],
)
def test_how_well_a_rate_gives_a_result(text: str, grade: Fit) -> None:
    assert fit(pair(text), RATE) is grade


def test_an_unclear_direction_takes_the_better_of_the_two() -> None:
    one = pair("€318 million (US$300 million)")
    assert fit(one, RATE) is Fit.WRONG
    assert fit(one, RATE.swapped()) is Fit.RIGHT
    assert RATE.scaled(Decimal(1)) is RATE
    assert RATE.scaled(Decimal(1000)).low == 1060


@given(st.integers(1, 10**6), st.decimals("0.01", "200", places=2))
def test_a_rate_gives_what_it_gave(cents: int, rate: Decimal) -> None:
    origin = Decimal(cents)
    result = (origin / rate).quantize(Decimal("0.01"))
    one = pair("€2.00 (US$3)")
    made = Pair(
        one.conversion,
        replace(one.result, value=result, precision=Decimal("0.01")),
        replace(one.origin, value=origin),
        None,
        True,
    )
    assert fit(made, Yardstick("EUR", "USD", rate, rate)) is not Fit.WRONG


def test_what_a_pair_implies() -> None:
    found = implied(pair("€100 (US$106)"), "EUR")
    assert found is not None
    low, as_printed, high = found
    assert low < as_printed == Decimal("1.06") < high
    assert implied(pair("3 to 5 million euros (3.2 to 5.3 million US dollars)"), "EUR") is None


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "€22,698 (US$23,000)", "€21,698"),
        ("en", "€4.7 billion (US$4.8 billion)", "€4.5 billion"),
        ("fr", "22 698 euros (23 000 dollars)", "21 698 euros"),
        ("fr", "4,7 milliards d'euros (4,8 milliards de dollars)", "4,5 milliards d'euros"),
    ],
)
def test_what_the_rate_gives_is_written_as_the_result_is(lang: str, text: str, said: str) -> None:
    made = document("A.<sup>1</sup>\n\n<sup>1</sup> €1 = US$1.06\n")
    (declared,) = declared_rates(made, Where(made))
    assert isinstance(declared, Declared)
    assert expected(pair(text, lang), declared, language(lang)) == said
    assert Yardstick.of(declared) == RATE


def test_two_rates_lie_apart_in_units_of_the_last_digit() -> None:
    assert distance(pair("€100 (US$106)"), RATE, RATE) == 0
    assert distance(pair("€100 (US$106)"), RATE, RATE.scaled(Decimal(2))) == 50


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)), min_size=1, max_size=8))
def test_the_most_that_agree_share_a_value(made: list[tuple[int, int]]) -> None:
    ranges = [(Decimal(low), Decimal(low + width)) for low, width in made]
    best, start, end = most_agreed(ranges)
    assert start <= end
    assert sum(low <= start <= high for low, high in ranges) == best
    assert all(sum(low <= edge <= high for low, high in ranges) <= best for edge, _ in ranges)


@pytest.mark.parametrize(("values", "middle"), [((3, 1, 2), "2"), ((4, 1), "2.5"), ((7,), "7")])
def test_the_middle_value(values: tuple[int, ...], middle: str) -> None:
    assert median(map(Decimal, values)) == Decimal(middle)


def test_numbers_and_words_of_scales_in_their_language() -> None:
    assert number_text(Decimal("72.4567"), language("fr")) == "72,46"
    assert number_text(Decimal("1200"), language("en")) == "1200"
    assert scale_senses(language("fr"), "billion")
    assert scale_senses(language("en"), "million") == ()
    assert scale_senses(language("en"), "nonsense") == ()
