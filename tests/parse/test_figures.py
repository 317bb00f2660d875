"""Figures of running text: which numbers count something, and what they are worth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.languages import all_languages, language
from citecheck.model.document import Figure
from citecheck.model.source import Source, Span
from citecheck.parse.dates import find_dates
from citecheck.parse.figures import find_figures, find_numbers, hide
from tests.tried import tried

FIGURE_TEXT = st.lists(
    st.sampled_from(
        [
            "1", "12", "000", "2019", ",", ".", " ", "\xa0", "\u202f", "'", "’", "-", "–", "/", ":", "%", " %", "km",
            " millions ", "million", " d'", "habitants", "pour cent", "<sup>", "</sup>", "e", "A", "\n", "(", ")", "|",
            "İ", "K", "²", "−", "5G",
        ]
    ),
    max_size=25,
).map("".join)  # fmt: skip
LANGUAGES = st.sampled_from(all_languages())


def whole(text: str) -> Span:
    return Span(Source("t", text), 0, len(text))


def figures(lang: str, text: str) -> tuple[Figure, ...]:
    return find_figures(whole(text), language(lang), 4, [date.span for date in find_dates(whole(text))])


SINGLE = [
    ("fr", "une hausse de 350% en un an", "350%", "350", "%"),
    ("fr", "soit 50 % du total", "50 %", "50", "%"),
    ("fr", "soit 16,5\u00a0% du total", "16,5\u00a0%", "16.5", "%"),
    ("fr", "soit 16,5 pour cent", "16,5 pour cent", "16.5", "pour-cent"),
    ("en", "some 16.5 per cent", "16.5 per cent", "16.5", "per-cent"),
    ("fr", "plus de 23 000 missions", "23 000", "23000", None),
    ("en", "over 23'000 missions", "23'000", "23000", None),
    ("en", "over 23’000 missions", "23’000", "23000", None),
    ("en", "over 23,000 missions", "23,000", "23000", None),
    ("fr", "plus de 23.000 missions", "23.000", "23000", None),
    ("fr", "quelque 131 507 salariés", "131 507", "131507", None),
    ("fr", "un essaim de 1180 appareils", "1180", "1180", None),
    ("fr", "170 millions de caméras", "170 millions", "170000000", None),
    ("en", "1.2 million users", "1.2 million", "1200000", None),
    ("fr", "2 millions d'habitants", "2 millions d'habitants", "2000000", "habitants"),
    ("fr", "un rayon de 250 kilomètres.", "250 kilomètres", "250", "kilomètres"),
    ("en", "a 5-year plan", "5-year", "5", "year"),
    ("en", "2000 km away", "2000 km", "2000", "km"),
    ("en", "in 2000 hours", "2000 hours", "2000", "hours"),
    ("en", "5km away", "5km", "5", "km"),
    ("en", "at 12 MW", "12 MW", "12", "mw"),
    ("en", "some 5 M", "5", "5", None),
    ("en", "some 36M+ articles", "36M", "36000000", None),
    ("en", "some 3.5k boats", "3.5k", "3500", None),
    ("fr", "quelque 5Md de dossiers", "5Md", "5000000000", None),
    ("en", "50+ others", "50", "50", None),
    ("en", "95%+ of them", "95%", "95", "%"),
    ("en", "by [25], [4, 25] and \\[33\\], 44 quays", "44", "44", None),
    ("en", "at -5 °C", "-5 °C", "-5", "°c"),
    ("fr", "une perte de −3,2 %", "−3,2 %", "-3.2", "%"),
    ("fr", "près de 2 000<sup>12</sup> personnes", "2 000", "2000", None),
    ("fr", "(**46** laboratoires)", "46", "46", None),
    ("fr", "plus d'1 million", "1 million", "1000000", None),
    ("en", "S-400 and 40 targets", "40", "40", None),
    ("en", "12 may be enough", "12", "12", None),
]


@pytest.mark.parametrize(("lang", "text", "span", "value", "unit"), SINGLE)
def test_single_figure(lang: str, text: str, span: str, value: str, unit: str | None) -> None:
    [figure] = figures(lang, text)
    assert (figure.span.text, figure.value, figure.unit) == (span, Decimal(value), unit)
    assert figure.paragraph == 4


@pytest.mark.parametrize(
    "text",
    [
        "in 2023",
        "2019-2024",
        "2019–24",
        "the S-400",
        "Covid-19",
        "the RB109-A",
        "109-A",
        "a 5G network",
        "a law [25]: a [3–7; 12] quay",
        "[25](https://example.org/31)",
        "the T-14",
        "GPT4",
        "the 13th plan",
        "the 13<sup>th</sup> plan",
        "le XXI<sup>e</sup> siècle",
        "un<sup>149</sup> mot",
        "at 10:30",
        "at 2:30 pm",
        "at 2 p.m.",
        "at 8 a.m. sharp",
        "24/7",
        "version 1.2.3",
        "ISBN 978-3-16-148410-0",
        "1. A title",
        "- 2) An item",
        "https://example.org/5",
        "[text](https://example.org/?p=5)",
        "between April 1 and then",
        "dès le 1er avril",
        "le 31 octobre",
        "6 February 2023",
        "the 1990s",
        "[^5]",
        "CO<sub>2</sub>",
        "1" * 31,
        "1" * 1_000,
    ],
)
def test_no_figure(text: str) -> None:
    assert figures("en", text) == ()


def test_ranges_are_two_figures() -> None:
    assert [one.value for one in figures("en", "5–10 % or 3-4 people, 12 to 15 km")] == [5, 10, 3, 4, 12, 15]


def test_taken_spans_are_left_alone() -> None:
    text = "12 aircraft, 13 ships and 14 tanks"
    span = whole(text)
    at = text.index("13")
    taken = [span.part(at - 1, at + 1), span.part(0, 1), span.part(0, 6), Span(Source("other", text), 0, len(text))]
    assert [one.value for one in find_figures(span, language("en"), 0, taken)] == [14]


def test_spans_are_those_of_the_source() -> None:
    source = Source("t", "intro\nover 40 targets")
    [figure] = find_figures(Span(source, 6, len(source.text)), language("en"), 0, [])
    assert (figure.span.start, figure.span.line) == (11, 2)


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("fr", "1 234 567,89", ["1234567.89"]),
        ("en", "1,234,567.89", ["1234567.89"]),
        ("fr", "1.234.567,89", ["1234567.89"]),
        ("en", "1.234.567,89", ["1234567.89"]),
        ("en", "0.123", ["0.123"]),
        ("fr", "0,123 1,123 1.123", ["0.123", "1.123", "1123"]),
        ("en", "0,123 1,123 1.123", ["0.123", "1123", "1.123"]),
        ("fr", "2017 343", ["2017", "343"]),
        ("fr", "12 34", ["12", "34"]),
        ("en", "007", ["7"]),
        ("en", "1.2.3.4", []),
    ],
)
def test_numbers(lang: str, text: str, values: list[str]) -> None:
    assert [one.times(1) for one in find_numbers(text, language(lang))] == [Decimal(value) for value in values]


@given(st.one_of(st.text(), FIGURE_TEXT))
def test_hiding_keeps_the_length(text: str) -> None:
    assert len(hide(text)) == len(text)


@given(LANGUAGES, st.one_of(st.text(), FIGURE_TEXT))
@settings(max_examples=tried(20, 240))
def test_any_text_is_read(lang: object, text: str) -> None:
    assert isinstance(lang, type(language("en")))
    span = whole(text)
    end = 0
    for figure in find_figures(span, lang, 0, ()):
        assert span.holds(figure.span)
        assert figure.span.start >= end
        end = figure.span.end
        again = find_figures(whole(figure.span.text), lang, 0, ())
        assert [(one.value, one.unit) for one in again] == [(figure.value, figure.unit)]


@pytest.mark.parametrize(
    "unit", ["1", " ", "1 ", "1 000 ", "1-", "1,", "5%", "<", "](", "<sup>", "[^", "1 mai ", "1 million "]
)
def test_long_lines_come_to_an_end(unit: str) -> None:
    span = whole(unit * (60_000 // len(unit)))
    taken = [one.span for one in find_figures(span, language("fr"), 0, ())]
    assert find_figures(span, language("fr"), 0, taken) == ()
