"""Parts of patterns made from the languages' words."""

from __future__ import annotations

import re

import pytest

from citecheck.languages.letters import CLOSING, DASH, OPENING, QUOTE_PAIRS, UPPER
from citecheck.languages.patterns import (
    alternatives,
    any_of,
    conjunctions,
    joint,
    page_abbreviation,
    page_label,
    stopped,
    unstopped,
)


def test_the_longest_word_is_tried_first() -> None:
    assert re.match(alternatives(["see", "see also"]), "see  also Doe").group() == "see  also"  # type: ignore[union-attr]


def test_a_word_with_a_capital_keeps_its_case() -> None:
    pattern = re.compile(alternatives(["S.", "p."]), re.IGNORECASE)
    assert pattern.match("S. 4")
    assert pattern.match("P. 4")
    assert not pattern.match("s. 4")


def test_either_apostrophe_will_do() -> None:
    assert re.fullmatch(alternatives(["d'après"]), "d’après")


def test_no_words_match_nothing() -> None:
    assert re.match(alternatives([]), "") is None


def test_a_word_may_begin_a_sentence() -> None:
    assert not re.fullmatch(any_of("between_words"), "Between")
    assert re.fullmatch(any_of("between_words", begun=True), "Between")


@pytest.mark.parametrize("text", ["4, 5", "4 & 5", "4 et 5", "4 and 5"])
def test_pages_are_joined_by_a_comma_or_a_conjunction(text: str) -> None:
    assert re.split(rf"\s*{joint()}\s*", text) == ["4", "5"]


def test_a_conjunction_is_a_whole_word_between_pages() -> None:
    assert re.search(joint(), "candy") is None
    assert re.fullmatch(conjunctions(), "&") is None


def test_labels_of_pages_stand_with_and_without_their_stop() -> None:
    assert re.fullmatch(stopped("page_labels"), "pp.")
    assert not re.fullmatch(stopped("page_labels"), "pages")
    assert re.fullmatch(page_label(), "pages")
    assert re.fullmatch(page_abbreviation(), "pp")
    assert not re.fullmatch(page_abbreviation(), "pages")
    assert not re.fullmatch(page_label(), "at")
    assert re.fullmatch(unstopped("volume_labels", "number_signs"), "no")
    assert not re.fullmatch(unstopped("volume_labels"), "vol.")


def test_signs_fit_into_classes_of_characters() -> None:
    assert re.fullmatch(f"[{UPPER}]{{4}}", "AÉØŁ")
    assert not re.search(f"[{UPPER}]", "aé×÷")
    assert re.fullmatch(f"[{DASH}]+", "-–—−")
    assert set(OPENING) <= set(QUOTE_PAIRS)
    assert set(QUOTE_PAIRS.values()) - {"’", "«"} <= set(CLOSING)
