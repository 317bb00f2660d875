"""Answers as values: whole or not at all."""

from __future__ import annotations

import pytest

from citecheck.model.reference import Person
from citecheck.sources.decoding import child, items, json_of, listed, natural, text_of, whole_number, xml_of, years_in
from tests.sources.answers import answer


def test_json() -> None:
    assert json_of(answer({"a": 1})) == {"a": 1}
    assert json_of(answer({"a": 1}, 500)) is None
    assert json_of(answer(b'{"a": 1')) is None
    assert json_of(answer({"a": 1}, complete=False)) is None


def test_xml() -> None:
    assert xml_of(answer(b"<a/>")) is not None
    assert xml_of(answer(b"<a>")) is None
    assert xml_of(answer(b"<a/>", 404)) is None


def test_parts() -> None:
    value = {"a": {"b": [{"c": 1}, 2]}}
    assert list(items(child(value, "a", "b"))) == [{"c": 1}]
    assert child(value, "a", "x", "y") is None
    assert list(items("no list")) == []
    assert listed(["<i>One</i>  two", 3, ""]) == ("One two",)
    assert listed("one") == ("one",)


@pytest.mark.parametrize(("value", "text"), [(" a  b ", "a b"), (12, "12"), (True, None), ("", None), (None, None)])
def test_texts(value: object, text: str | None) -> None:
    assert text_of(value) == text


def test_years() -> None:
    assert years_in(["2019-03-04", 2019, None, "n.d.", 12, True]) == (2019,)
    assert whole_number("c. 1943") == 1943


@pytest.mark.parametrize(
    ("name", "person"),
    [("Jane Q. Doe", Person("Doe", "Jane Q.")), ("Doe, Jane", Person("Doe", "Jane")), ("Plato", Person("Plato"))],
)
def test_names(name: str, person: Person) -> None:
    assert natural(name) == person
