"""Values as JSON that is safe to print."""

from __future__ import annotations

import json
from unicodedata import category

from hypothesis import given

from citecheck.report.json import json_text
from tests.report.hostile import texts


@given(texts)
def test_what_is_written_is_read_back(text: str) -> None:
    assert json.loads(json_text({"text": text})) == {"text": text}


@given(texts)
def test_nothing_steers_a_terminal_or_a_service(text: str) -> None:
    written = json_text([text])
    assert all(char == "\n" or category(char) != "Cc" for char in written)
    assert "##" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


def test_values_are_indented_and_end_with_a_line() -> None:
    assert json_text({"a": [1]}) == '{\n  "a": [\n    1\n  ]\n}\n'
