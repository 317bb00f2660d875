"""Phrases of the interface inside values."""

from __future__ import annotations

from citecheck.model.phrase import Phrase


def test_a_phrase_keeps_its_values_by_name_in_order() -> None:
    made = Phrase.of("excluded", pattern="a.*", times=2, names=("b", "c"))
    assert made == Phrase("excluded", (("pattern", "a.*"), ("times", 2), ("names", ("b", "c"))))


def test_equal_phrases_are_one() -> None:
    assert len({Phrase.of("ok"), Phrase.of("ok"), Phrase.of("ok", by="a")}) == 2
