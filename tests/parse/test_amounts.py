"""Amounts: what is read from which words, and that nothing breaks the reader of sums, conversions and rates."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citecheck.languages import all_languages, language
from citecheck.model.document import Amount
from citecheck.model.source import Source, Span
from citecheck.parse.amounts import find_amounts
from citecheck.parse.conversions import find_conversions
from citecheck.parse.currencies import CODES
from citecheck.parse.rates import find_rates
from citecheck.parse.sums import ABBREVIATIONS
from tests.parse.printed_amounts import format_amount
from tests.parse.texts import whole
from tests.tried import tried

MONEY_TEXT = st.lists(
    st.sampled_from(
        [
            "1", "2019", "5", "000", ",", ".", " ", "\xa0", "\u202f", "'", "’", "€", "$", "\\$", "US", "M", "k", "Md",
            "-", "–", " million ", " milliards ", "d'", "euros", "rubles", "roubles", " to ", " à ", "between ",
            "entre ", "EUR", "=", "(", ")", "/", "\n", "un ", "deux", "cent", "<sup>1</sup>", "](", "https://", "İ",
            "ſ", "environ ", " soit ", "or", "²",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip
LANGUAGES = st.sampled_from(all_languages())


def amounts(lang: str, text: str) -> tuple[Amount, ...]:
    return find_amounts(whole(text), language(lang))


SINGLE = [
    # lang, text, span, value, currency, precision
    ("en", "plans for €141.5 billion", "€141.5 billion", "141.5e9", "EUR", "1e8"),
    ("en", "(US$ 150 billion)", "US$ 150 billion", "150e9", "USD", "1e9"),
    ("en", "(US\\$ 150 billion)", "US\\$ 150 billion", "150e9", "USD", "1e9"),
    ("en", "at US\\$1.06.", "US\\$1.06", "1.06", "USD", "0.01"),
    ("en", "392 billion rubles", "392 billion rubles", "392e9", "RUB", "1e9"),
    ("en", "for \\$29bln, he said", "\\$29bln", "29e9", "USD", "1e9"),
    ("en", "EUR 5m.", "EUR 5m", "5e6", "EUR", "1e6"),
    ("en", "USD 12.5bn", "USD 12.5bn", "12.5e9", "USD", "1e8"),
    ("en", "USD12", "USD12", "12", "USD", "1"),
    ("en", "£3.2m", "£3.2m", "3.2e6", "GBP", "1e5"),
    ("en", "¥100", "¥100", "100", "JPY", "1"),
    ("en", "CN¥100", "CN¥100", "100", "CNY", "1"),
    ("en", "RMB 7 billion", "RMB 7 billion", "7e9", "CNY", "1e9"),
    ("en", "12 EUR", "12 EUR", "12", "EUR", "1"),
    ("en", "€1,180", "€1,180", "1180", "EUR", "1"),
    ("en", "€1,234,567.89", "€1,234,567.89", "1234567.89", "EUR", "0.01"),
    ("en", "€0.250", "€0.250", "0.25", "EUR", "0.001"),
    ("en", "a $15-million fund", "$15-million", "15e6", "USD", "1e6"),
    ("en", "a 15-million-dollar fund", "15-million-dollar", "15e6", "USD", "1e6"),
    ("en", "C$5 and more", "C$5", "5", "CAD", "1"),
    ("en", "5 billion US dollars", "5 billion US dollars", "5e9", "USD", "1e9"),
    ("en", "three billion euros", "three billion euros", "3e9", "EUR", "1e9"),
    ("en", "twenty-five million euros", "twenty-five million euros", "25e6", "EUR", "1e6"),
    ("en", "5 million pounds", "5 million pounds", "5e6", "GBP", "1e6"),
    ("en", "1 billion euros", "1 billion euros", "1e9", "EUR", "1e9"),
    ("en", "lost -€5 million", "-€5 million", "-5e6", "EUR", "1e6"),
    ("fr", "1 billion d'euros", "1 billion d'euros", "1e12", "EUR", "1e12"),
    ("fr", "5,4 milliards d'euros.", "5,4 milliards d'euros", "5.4e9", "EUR", "1e8"),
    ("fr", "5,4 milliards d’euros.", "5,4 milliards d’euros", "5.4e9", "EUR", "1e8"),
    ("fr", "5,4 milliards\nd'euros", "5,4 milliards\nd'euros", "5.4e9", "EUR", "1e8"),
    ("fr", "392 milliards de roubles", "392 milliards de roubles", "392e9", "RUB", "1e9"),
    ("fr", "1 milliard de dollars américains", "1 milliard de dollars américains", "1e9", "USD", "1e9"),
    ("fr", "457 millions de dollars", "457 millions de dollars", "457e6", "USD", "1e6"),
    ("fr", "2 000 euros", "2 000 euros", "2000", "EUR", "1"),
    ("fr", "2\u00a0000\u00a0euros", "2\u00a0000\u00a0euros", "2000", "EUR", "1"),
    ("fr", "2\u202f000 €", "2\u202f000 €", "2000", "EUR", "1"),
    ("fr", "2\u2009000 €", "2\u2009000 €", "2000", "EUR", "1"),
    ("fr", "23'000 CHF", "23'000 CHF", "23000", "CHF", "1"),
    ("fr", "23’000 francs suisses", "23’000 francs suisses", "23000", "CHF", "1"),
    ("fr", "3,5 M€", "3,5 M€", "3.5e6", "EUR", "1e5"),
    ("fr", "3 k€", "3 k€", "3000", "EUR", "1000"),
    ("fr", "3 Md€", "3 Md€", "3e9", "EUR", "1e9"),
    ("fr", "3 Mds €", "3 Mds €", "3e9", "EUR", "1e9"),
    ("fr", "12 MEUR", "12 MEUR", "12e6", "EUR", "1e6"),
    ("fr", "M€ 5", "M€ 5", "5e6", "EUR", "1e6"),
    ("fr", "1.250 euros", "1.250 euros", "1250", "EUR", "1"),
    ("fr", "1,250 euro", "1,250 euro", "1.25", "EUR", "0.001"),
    ("fr", "1,06 euro", "1,06 euro", "1.06", "EUR", "0.01"),
    ("fr", "1.06 euro", "1.06 euro", "1.06", "EUR", "0.01"),
    ("fr", "1,06 \\$ US", "1,06 \\$ US", "1.06", "USD", "0.01"),
    ("fr", "5 $ CA", "5 $ CA", "5", "CAD", "1"),
    ("fr", "deux cents millions d'euros", "deux cents millions d'euros", "200e6", "EUR", "1e6"),
    ("fr", "près d'un milliard d'euros", "un milliard d'euros", "1e9", "EUR", "1e9"),
    ("fr", "3 milliers de milliards d'euros", "3 milliers de milliards d'euros", "3e12", "EUR", "1e12"),
    ("fr", "dépensé pour \\$29bln", "\\$29bln", "29e9", "USD", "1e9"),
    # A year is no amount, and does not take the sign of the next one.
    ("en", "rate in 2019 of €1", "€1", "1", "EUR", "1"),
    ("en", "in 2019 €1 million", "€1 million", "1e6", "EUR", "1e6"),
    ("en", "in 2019 EUR 5 million", "EUR 5 million", "5e6", "EUR", "1e6"),
    ("fr", "en 2019 de 1 € environ", "1 €", "1", "EUR", "1"),
    ("fr", "en 2017 343 millions d'euros", "343 millions d'euros", "343e6", "EUR", "1e6"),
]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "a profit of €2.1 million⁶ in all", 2_100_000),
        ("en", "a profit of €2.1 million¹² in all", 2_100_000),
        ("fr", "un bénéfice de 2,1 millions d'euros⁶ en tout", 2_100_000),
    ],
)
def test_raised_digits_behind_a_word_are_a_marker(lang: str, text: str, value: int) -> None:
    assert [one.value for one in amounts(lang, text)] == [value]


@pytest.mark.parametrize(("lang", "text", "span", "value", "currency", "precision"), SINGLE)
def test_single_amount(lang: str, text: str, span: str, value: str, currency: str, precision: str) -> None:
    [amount] = amounts(lang, text)
    assert amount.span.text == span
    assert amount.value == Decimal(value)
    assert amount.currency == currency
    assert amount.precision == Decimal(precision)
    assert amount.high is None


NONE = [
    ("fr", "5 livres et 3 chapitres"),
    ("en", "5 pounds of flour"),
    ("en", "China in 2019 won the race"),
    ("en", "5 real problems"),
    ("fr", "170 millions de caméras"),
    ("en", "see <https://example.org/with-15-euros/5€> there"),
    ("en", "[text](https://example.org/€5)"),
    ("en", "the A-400 euros"),
    ("en", "version 1.2.3 euros"),
    ("en", "1" * 40 + " euros"),
    ("en", "the EUR"),
    ("en", "€5G"),
    ("fr", "quelques milliers d'euros"),
    ("en", "an amount<sup>5</sup> euros"),
    ("en", "(\\$ and €)"),
    ("en", "the summit of COP15 in Montreal"),
    ("en", "decided at COP 26 in Glasgow"),
    ("fr", "selon l'ARS 2020 et en PHP 8"),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_amount(lang: str, text: str) -> None:
    assert amounts(lang, text) == ()


RANGES = [
    ("en", "between 3 and 5 million euros", "3 and 5 million euros", "3e6", "5e6"),
    ("fr", "entre 3 et 5 millions d'euros", "3 et 5 millions d'euros", "3e6", "5e6"),
    ("en", "3–5 million euros", "3–5 million euros", "3e6", "5e6"),
    ("fr", "3 à 5 millions d'euros", "3 à 5 millions d'euros", "3e6", "5e6"),
    ("en", "€3-5 million", "€3-5 million", "3e6", "5e6"),
    ("en", "€3 to 5 million", "€3 to 5 million", "3e6", "5e6"),
    ("en", "between €3 million and €5 million", "€3 million and €5 million", "3e6", "5e6"),
    ("en", "€3m–€5m", "€3m–€5m", "3e6", "5e6"),
    ("fr", "entre 500 000 et 5 millions d'euros", "500 000 et 5 millions d'euros", "5e5", "5e6"),
    ("fr", "de 3,5 à 5 M€", "3,5 à 5 M€", "3.5e6", "5e6"),
]


@pytest.mark.parametrize(("lang", "text", "span", "low", "high"), RANGES)
def test_range(lang: str, text: str, span: str, low: str, high: str) -> None:
    [amount] = amounts(lang, text)
    assert (amount.span.text, amount.value, amount.high) == (span, Decimal(low), Decimal(high))


SEVERAL = [
    ("en", "from €370 million to €755 million", ["€370 million", "€755 million"]),
    ("en", "from 2019 to €5 million", ["€5 million"]),
    ("en", "€3 and 5 countries", ["€3"]),
    ("en", "€5 million–2019", ["€5 million"]),
    ("fr", "2017 – 5 millions d'euros", ["5 millions d'euros"]),
    ("fr", "10 $, 20 €; 30 £", ["10 $", "20 €", "30 £"]),
    ("en", "$10, €20; £30", ["$10", "€20", "£30"]),
    ("fr", "5€ 10€ 15€", ["5€", "10€", "15€"]),
    ("en", "€5 €10 €15", ["€5", "€10", "€15"]),
]


@pytest.mark.parametrize(("lang", "text", "spans"), SEVERAL)
def test_several_amounts(lang: str, text: str, spans: list[str]) -> None:
    found = amounts(lang, text)
    assert [one.span.text for one in found] == spans
    assert all(one.high is None for one in found)


@pytest.mark.parametrize(
    ("lang", "text", "approximate"),
    [
        ("en", "ca. €5.4 billion", True),
        ("en", "About €5", True),
        ("en", "~€5", True),
        ("en", "between about 3 and 5 million euros", True),
        ("fr", "d'environ 60 millions d'euros", True),
        ("fr", "jusqu’à 5 M€", True),
        ("fr", "Quelque 5 M€", True),
        ("en", "a total of €5", False),
        ("en", "a whereabout €5", False),
    ],
)
def test_approximate(lang: str, text: str, approximate: bool) -> None:
    [amount] = amounts(lang, text)
    assert amount.approximate is approximate


def test_written_scale_and_paragraph_are_kept() -> None:
    [amount] = find_amounts(whole("près de 5,4 milliards d'euros"), language("fr"), paragraph=3)
    assert (amount.written, amount.scale, amount.paragraph) == ("5,4", "milliards", 3)


def test_spans_are_those_of_the_source() -> None:
    source = Source("t", "intro\n\nworth €5 million\n")
    [amount] = find_amounts(Span(source, 7, len(source.text)), language("en"))
    assert (amount.span.start, amount.span.text, amount.span.line) == (13, "€5 million", 3)


@pytest.mark.parametrize(
    ("lang", "value", "currency", "text"),
    [
        ("en", "141.5e9", "EUR", "€141.5 billion"),
        ("en", "1.06", "USD", "US$1.06"),
        ("en", "392e9", "RUB", "RUB 392 billion"),
        ("en", "1234567.891", "EUR", "€1,234,567.891"),
        ("fr", "141.5e9", "EUR", "141,5\u00a0milliards\u00a0€"),
        ("fr", "1e6", "EUR", "1\u00a0million\u00a0€"),
        ("fr", "12500", "EUR", "12\u00a0500\u00a0€"),
    ],
)
def test_format(lang: str, value: str, currency: str, text: str) -> None:
    assert format_amount(Decimal(value), currency, language(lang)) == text


@given(
    LANGUAGES,
    st.decimals(allow_nan=False, allow_infinity=False, places=None, min_value=-(10**20), max_value=10**20).filter(
        lambda value: len(f"{value:f}") <= 30
    ),
    st.sampled_from(sorted(CODES - ABBREVIATIONS)),
)
@example(language("en"), Decimal("1E+18"), "EUR")
@example(language("fr"), Decimal("0"), "USD")
@example(language("en"), Decimal("23490.833916659570461835754"), "AED")
@example(language("en"), Decimal("-1.2917480833841703487343004794"), "AED")
def test_what_is_formatted_reads_the_same(lang: object, value: Decimal, currency: str) -> None:
    assert isinstance(lang, type(language("en")))
    [amount] = find_amounts(whole(format_amount(value, currency, lang)), lang)
    assert (amount.value, amount.currency) == (value, currency)


@given(LANGUAGES, st.one_of(st.text(), MONEY_TEXT))
@settings(max_examples=tried(20, 240))
def test_any_text_is_read(lang: object, text: str) -> None:
    assert isinstance(lang, type(language("en")))
    span = whole(text)
    found = find_amounts(span, lang)
    ends = 0
    for amount in found:
        assert amount.span.start >= ends
        assert span.holds(amount.span)
        ends = amount.span.end
        assert amount.high is None or amount.high >= amount.value
        assert amount.precision > 0
    find_conversions(span, found, [])
    for rate in find_rates(span, lang, None):
        assert span.holds(rate.span)
        assert rate.value > 0


@given(LANGUAGES, MONEY_TEXT)
@settings(max_examples=tried(20, 240))
def test_the_text_of_an_amount_reads_the_same_alone(lang: object, text: str) -> None:
    assert isinstance(lang, type(language("en")))
    for amount in find_amounts(whole(text), lang):
        if amount.high is None:
            [again] = find_amounts(whole(amount.span.text), lang)
            assert (again.value, again.currency, again.precision) == (amount.value, amount.currency, amount.precision)
            assert again.span.text == amount.span.text


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "€",
        "$",
        "1 ",
        "€1",
        "€ ",
        "1 €",
        "1,",
        "1 000 ",
        "](",
        "<",
        "<sup>",
        "[^",
        "= ",
        "€ = ",
        "http",
        "un ",
        "5-",
    ],
)
def test_long_lines_come_to_an_end(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    lang = language("fr")
    found = find_amounts(whole(text), lang)
    find_conversions(whole(text), found, [])
    find_rates(whole(text + " taux ="), lang, None)
