"""YAML to plain values with their places."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.model.source import Source
from citecheck.read.yaml import Placed, placed
from tests.tried import tried


def value(text: str) -> Placed:
    made = placed(Source("a.yaml", text))
    assert made is not None
    return made


def test_values_are_texts_but_for_whole_numbers() -> None:
    made = value("a: 2020\nb: 2020-05-03\nc: yes\nd: 007\ne:\nf: [1.5, -3, '4']\ng: {h: é}\n")
    assert made.plain == {
        "a": 2020,
        "b": "2020-05-03",
        "c": "yes",
        "d": "007",
        "e": None,
        "f": ["1.5", -3, "4"],
        "g": {"h": "é"},
    }


def test_places_are_those_of_the_text() -> None:
    made = value("é: 1\nlist:\n- one two\n- {k: v}   \n\nlast: |\n  a\n  b\n")
    listed = made.fields["list"].items
    assert listed is not None
    assert [one.span.text for one in listed] == ["one two", "{k: v}"]
    assert [name.text for _, name, _ in made.pairs or ()] == ["é", "list", "last"]
    assert made.fields["last"].plain == "a\nb\n"


def test_a_field_given_twice_is_kept() -> None:
    made = value("a: 1\na: 2\n")
    assert made.plain == {"a": 1}
    assert [one.plain for _, _, one in made.pairs or ()] == [1, 2]


def test_nothing() -> None:
    assert placed(Source("a.yaml", "# only a comment\n")) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [1\nb: 2", r"is no YAML: .*\(line 2\)"),
        ("a: &x [1]\nb: *x\n", "has aliases"),
        ("[" * 100 + "]" * 100, "nested too deep"),
        ("a: '", "is no YAML"),
    ],
)
def test_what_is_refused(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        placed(Source("a.yaml", text))


@settings(max_examples=tried(40, 400))
@given(st.text(st.sampled_from("ab:- \n[]{}'\"&*!|>#é0,?\t%@"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InputError):
        made = placed(Source("a.yaml", text))
        assert made is None or made.span.end <= len(text)
