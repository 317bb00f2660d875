"""The fields of a document, with what they print."""

from __future__ import annotations

from citecheck.checks.managers.fields import words_of


def test_words_on_one_line() -> None:
    assert words_of(" a\u00a0b\n c ") == "a b c"
