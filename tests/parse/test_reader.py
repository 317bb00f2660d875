"""A text that is read from left to right."""

from __future__ import annotations

import pytest
from hypothesis import given

from citecheck.parse.forms.parts import BLANK
from citecheck.parse.reader import Reader
from citecheck.parse.urls import find_urls
from tests.parse.texts import ANY_NOTE, QUICK, whole


def reader(text: str) -> Reader:
    span = whole(text)
    return Reader.of(span, find_urls(span))


@QUICK
@given(text=ANY_NOTE)
def test_what_is_read_is_as_long_as_what_is_printed(text: str) -> None:
    made = reader(text)
    assert len(made.text) == len(made.plain) == len(text)
    assert "*" not in made.plain


def test_addresses_and_tags_are_no_text() -> None:
    text = "Doe, <b>2019</b>, <https://quai.example/2020>."
    made = reader(text)
    assert "2020" not in made.plain
    assert "<" not in made.plain
    assert BLANK in made.plain
    at = text.index("https")
    assert made.url_at(at) is made.urls[0]
    assert made.url_at(0) is None
    assert [url.target for url in made.urls_from(0, len(text))] == ["https://quai.example/2020"]
    assert made.urls_from(0, 5) == ()


@pytest.mark.parametrize(
    ("text", "rest"),
    [("; see also Doe", "Doe"), (", voir Doe", "Doe"), ("Doe", "Doe"), (" . ; ", ""), ("; cf. *Tides*", "Tides*")],
)
def test_separators_and_words_that_lead_in_are_passed_over(text: str, rest: str) -> None:
    assert text[reader(text).skip(0) :] == rest


@pytest.mark.parametrize(
    ("text", "first"), [("See Doe", True), ("Roe, 2019; voir Doe", True), ("Tides, says Doe", False)]
)
def test_what_stands_first(text: str, first: bool) -> None:
    assert reader(text).stands_first(text.index("Doe")) is first


def test_a_stretch_without_separators_keeps_its_emphasis_whole() -> None:
    assert reader(" (*Tides*, 2019); ").trimmed(0, 18).text == "*Tides*, 2019)"
    assert reader(" , ; ").trimmed(0, 5).text == ""


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Doe, IBID., p. 4", True),
        ("Doe, loc.\ncit., p. 4", True),
        ("Doe, 2020, p. 4", False),
    ],
)
def test_a_text_is_asked_once_whether_it_has_the_words_of_a_form(text: str, spoken: bool) -> None:
    made = reader(text)
    assert made.speaks("ibid", "loc_cit") is spoken
    assert made.spoken == {("ibid", "loc_cit"): spoken}


def test_a_text_is_dated_up_to_its_last_year_or_where_it_says_that_there_is_none() -> None:
    text = "Doe, 2019, and the harbours"
    made = reader(text)
    assert made.dated(0)
    assert made.dated(text.index("2019"))
    assert not made.dated(text.index("2019") + 1)
    assert reader("Doe, n.d., p. 4").dated(9)
    assert not reader("the harbours of the north").dated(0)
