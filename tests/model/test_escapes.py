"""JSON that nothing can steer a terminal with, and that says the same."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.escapes import STEERING, escaped_json


@given(st.text(st.characters(exclude_categories=())))
def test_values_stay_the_same_and_nothing_steers(text: str) -> None:
    written = escaped_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(written) == [text]
    assert STEERING.search(written) is None


def test_what_nobody_sees_is_escaped_and_letters_are_not() -> None:
    assert escaped_json('"é\u200b\u202e\ufeff\ud800"') == r'"é\u200b\u202e\ufeff\ud800"'


def test_tabs_and_line_ends_steer_nothing() -> None:
    assert STEERING.search("a\tb\nc") is None
    assert STEERING.search("a\x1b[2J") is not None
