"""Sums that are spelled out."""

from __future__ import annotations

import pytest

from citecheck.languages import language
from citecheck.languages.unknown import ANOTHER as UNKNOWN
from citecheck.parse.spelled import spelled_sums
from tests.counting import calls


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "trois milliards d'euros", [("trois", 3_000_000_000, "EUR")]),
        ("fr", "quatre-vingt-trois millions d’euros", [("quatre-vingt-trois", 83_000_000, "EUR")]),
        ("fr", "vingt et un millions d'euros", [("vingt et un", 21_000_000, "EUR")]),
        ("fr", "a dépassé le milliard d'euros", [("le", 1_000_000_000, "EUR")]),
        ("fr", "les milliards d'euros", []),
        ("fr", "le prix du million et demi", []),
        ("en", "two hundred million euros", [("two hundred", 200_000_000, "EUR")]),
        ("en", "two hundred million people", []),
        ("en", "many million euros", []),
        ("en", "and million euros", []),
    ],
)
def test_a_sum_in_words(lang: str, text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(one.written, int(one.value), one.currency) for one in spelled_sums(text, language(lang))] == expected


def test_in_a_language_without_scale_words_nothing_is_looked_at() -> None:
    text = "Han fanget 200 fisk i havnen. " * 200
    assert list(spelled_sums(text, UNKNOWN)) == []
    assert calls(lambda: list(spelled_sums(text, UNKNOWN))) < 20
