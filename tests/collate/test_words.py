"""The words of a text as copies of it share them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.collate.words import Words, differing, linked, words_in
from citecheck.model.document import Url
from citecheck.model.source import Source, Span


def whole(text: str) -> Span:
    return Span(Source("a", text), 0, len(text))


def told(one: str, other: str) -> list[tuple[str, str]]:
    left, right = whole(one), whole(other)
    found = differing(Words.of([left]), Words.of([right]), (left, right))
    return [(pair.left.text, pair.right.text) for pair in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the first office", "the \ufb01rst o\ufb03ce"),
        ("development", "develop-\nment"),
        ("development", "develop\u00admen\u00adt"),
        ("‘One’ – two", "'One' -- \"two\""),
        ("MARLOWE", "Marlowe"),
        ("*Ports*, p. 3", "Ports , p.3"),
        ("pp. 12–19", "pp. 12-19"),
        ("10.1080/0950238 0601162639", "10.1080/09502380601162639"),
        ("5<sup>th</sup> of May", "5th of May"),
        ("x²", "x2"),
    ],
)
def test_what_a_conversion_does_is_no_difference(one: str, other: str) -> None:
    assert told(one, other) == []
    assert told(other, one) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Doe, p. 12", "Doe, p. 21", [("12", "21")]),
        ("pp. 12–19", "pp. 1219", [("12–19", "1219")]),
        ("costs $5", "costs €5", [("$", "€")]),
        ("Doe 2019", "Doe", [("2019", "")]),
        ("été", "ete", [("été", "ete")]),
    ],
)
def test_what_is_one(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert told(one, other) == found


def test_the_address_of_a_link_is_not_printed() -> None:
    text = "See [the port](https://ports.example/a) there."
    span = whole(text)
    url = Url(Span(span.source, 4, text.index(")") + 1), "https://ports.example/a", "the port")
    assert Words.of(linked(span, [url])).keys == ("see", "the", "port", "there")


@given(st.text(max_size=80), st.text(max_size=80))
def test_two_texts_differ_where_their_letters_do(one: str, other: str) -> None:
    alike = "".join(key for key, _, _ in words_in(one)) == "".join(key for key, _, _ in words_in(other))
    assert alike or told(one, other) != []
    assert told(one, one) == []


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for key, start, end in words_in(text):
        assert key
        assert 0 <= start < end <= len(text)
