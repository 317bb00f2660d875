"""Dates in every form that reports print."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model.source import Source, Span
from citecheck.parse.dates import find_dates, parse_date
from tests.tried import tried

DATE_TEXT = st.lists(
    st.sampled_from(
        [
            "1", "6", "26", "31", "2023", "1999", "0", " ", ", ", ". ", "-", "/", "er", "<sup>th</sup>", "th",
            "février", "May", "mai", "Feb", "sept", " March ", "décembre", "le ", "(", ")", "\n", "\xa0", "2023-03-07",
            "11/09/2023", "İ", "²", "x",
        ]
    ),
    max_size=20,
).map("".join)  # fmt: skip


def whole(text: str) -> Span:
    return Span(Source("t", text), 0, len(text))


SINGLE = [
    ("le 26 février 2023 au soir", "26 février 2023", "2023-02-26"),
    ("dès le 1er avril 2022", "1er avril 2022", "2022-04-01"),
    ("dès le 1<sup>er</sup> avril 2022", "1<sup>er</sup> avril 2022", "2022-04-01"),
    ("on 26<sup>th</sup> February 2023", "26<sup>th</sup> February 2023", "2023-02-26"),
    ("on the 3rd March 2021.", "3rd March 2021", "2021-03-03"),
    ("on February 6, 2023.", "February 6, 2023", "2023-02-06"),
    ("on February 6th, 2023.", "February 6th, 2023", "2023-02-06"),
    ("Doe, J. (2023, 6 février). Titre", "2023, 6 février", "2023-02-06"),
    ("Doe, J. (2023, 1er février). Titre", "2023, 1er février", "2023-02-01"),
    ("Doe, J. (2023, February 6). Title", "2023, February 6", "2023-02-06"),
    ("Doe, J. (2023, February). Title", "2023, February", "2023-02"),
    ("6 Feb. 2023", "6 Feb. 2023", "2023-02-06"),
    ("6 sept. 2023", "6 sept. 2023", "2023-09-06"),
    ("in April 2023,", "April 2023", "2023-04"),
    ("en août 2023,", "août 2023", "2023-08"),
    ("6 février\n2023", "6 février\n2023", "2023-02-06"),
    ("6\u00a0février\u00a02023", "6\u00a0février\u00a02023", "2023-02-06"),
    ("on 2023-03-07.", "2023-03-07", "2023-03-07"),
    ("in 2023-03.", "2023-03", "2023-03"),
    ("2023/03/07", "2023/03/07", "2023-03-07"),
    ("am 07.03.2023", "07.03.2023", "2023"),
    ("le 11/09/2023", "11/09/2023", "2023"),
    ("le 23/09/2023", "23/09/2023", "2023-09-23"),
    ("on 09/23/2023", "09/23/2023", "2023-09-23"),
    ("le 05/05/2023", "05/05/2023", "2023-05-05"),
    ("le 30 février 2023", "30 février 2023", "2023-02"),
    ("from the 6–8 March 2023", "8 March 2023", "2023-03-08"),
    ("FÉVRIER 2023", "FÉVRIER 2023", "2023-02"),
]


@pytest.mark.parametrize(("text", "span", "iso"), SINGLE)
def test_single_date(text: str, span: str, iso: str) -> None:
    [date] = find_dates(whole(text))
    assert (date.span.text, date.iso) == (span, iso)
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "in 2023",
        "2019-2024",
        "the season 2010-11",
        "31/31/2023",
        "at https://example.org/2019/10/27/title",
        "In December. 2023 will",
        "In 2023, May said",
        "du 1er avril",
        "chapter 12",
        "12345 March 20231",
        "version 1.2.2023.4",
        "premiers 2023",
        "0 février",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(whole(text)) == ()


def test_several_dates() -> None:
    found = find_dates(whole("du 1er avril au 31 octobre 2022, puis en mai 2023 ; April 6, 2023 and 7 April 2023"))
    assert [date.iso for date in found] == ["2022-10-31", "2023-05", "2023-04-06", "2023-04-07"]


def test_spans_are_those_of_the_source() -> None:
    source = Source("t", "first\nen mai 2023")
    [date] = find_dates(Span(source, 6, len(source.text)))
    assert (date.span.start, date.span.line) == (9, 2)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2023", "2023"), ("(2023a)", "2023"), ("n.d.", None), ("", None), ("2019-2020", None), ("20 avril", None)],
)
def test_parse_date_of_what_is_no_full_date(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


@given(st.one_of(st.text(), DATE_TEXT))
@settings(max_examples=tried(20, 240))
def test_any_text_is_read(text: str) -> None:
    span = whole(text)
    end = 0
    for date in find_dates(span):
        assert span.holds(date.span)
        assert date.span.start >= end
        end = date.span.end
        assert re.fullmatch(r"[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?", date.iso)
        assert parse_date(date.span.text) == date.iso
    parse_date(text)


@pytest.mark.parametrize("unit", ["1", " ", "1 ", "2023 ", "mai ", "1 mai ", "2023, ", "1/", "2023-", "é"])
def test_long_lines_come_to_an_end(unit: str) -> None:
    find_dates(whole(unit * (60_000 // len(unit))))
