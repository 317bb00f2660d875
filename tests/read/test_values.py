"""Values of a JSON file, as the types that they must be of."""

from __future__ import annotations

import json
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from citecheck.read.values import Malformed, json_values, typed

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda of: st.lists(of) | st.dictionaries(st.text(), of)
)


@given(JSON)
def test_what_was_written_is_read(value: object) -> None:
    assert json_values(json.dumps(value).encode()) == value


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused_in_one_line(raw: bytes) -> None:
    said = ""
    try:
        json_values(raw)
    except Malformed as error:
        said = str(error)
    assert "\n" not in said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'{"a": 1,\n"b"}', "line 2: broken JSON"),
        (b'"\xff"', "it is not in UTF-8"),
        (b"[" * 100_000, "the nesting too deep"),
        (b"1" * 5000, "a number is too long"),
        (b'["\\ud800"]', "a text holds half a character"),
        (b'{"\\udc00": 1}', "a text holds half a character"),
    ],
)
def test_what_is_wrong_is_said(raw: bytes, said: str) -> None:
    with pytest.raises(Malformed, match=said):
        json_values(raw)


def test_the_name_of_a_file_may_be_no_text() -> None:
    assert json_values(b'{"path": "\\udcff", "a": "\\ud83d\\ude00"}') == {"path": "\udcff", "a": "😀"}


class Item(Struct, frozen=True):
    count: int
    name: Annotated[str, Meta(pattern="^[a-z]+$")] = "a"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([{"count": "1"}], r"notes\[0\]\.count: expected `int`, got `str`"),
        ([{"count": 1, "name": "A"}], r"notes\[0\]\.name: expected `str` of another form$"),
        ([{}], r"notes\[0\]: object missing required field `count`"),
    ],
)
def test_values_of_another_type_are_told_with_their_place(value: object, said: str) -> None:
    with pytest.raises(Malformed, match=said):
        typed(value, tuple[Item, ...], "notes")


def test_values_become_what_they_must_be() -> None:
    assert typed([{"count": 1, "more": None}], tuple[Item, ...]) == (Item(1),)
