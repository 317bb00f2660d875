"""Rates ranked by value: the same answers as trying each."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from citecheck.checks.currency.declared import Declared, conversions_of
from citecheck.checks.currency.pairs import Fit, Pair, Yardstick, fit
from citecheck.checks.currency.ranked import Ranked
from citecheck.model.document import Rate
from tests.parse.texts import document, whole

(CONVERSION,) = conversions_of(document("It cost €100 (US$106)."))
PAIR = Pair(CONVERSION, CONVERSION.converted, CONVERSION.original, None, True)
SPAN = whole("x")


def declared(value: Decimal, base: str = "EUR") -> Declared:
    quote = "USD" if base == "EUR" else "EUR"
    return Declared(Rate(SPAN, base, quote, value), base, quote)


RATES = st.lists(
    st.builds(declared, st.decimals("0.8", "1.3", places=2), st.sampled_from(["EUR", "USD"])), min_size=1, max_size=6
)


@given(RATES, st.booleans())
def test_the_best_of_the_rates_is_found(rates: list[Declared], certain: bool) -> None:
    pair = Pair(CONVERSION, PAIR.result, PAIR.origin, None, certain)
    assert Ranked.of(rates).fit(pair) == max(fit(pair, Yardstick.of(one)) for one in rates)


def test_each_value_counts_once_and_the_nearest_is_named() -> None:
    ranked = Ranked.of([declared(Decimal("1.20")), declared(Decimal("1.05")), declared(Decimal("1.20"))])
    assert (len(ranked.declared), ranked.count) == (2, 3)
    assert ranked.nearest(PAIR).rate.value == Decimal("1.05")


def test_no_rate_gives_nothing() -> None:
    assert Ranked.of([]).fit(PAIR) is Fit.WRONG
