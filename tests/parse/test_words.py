"""Patterns made from the words of all languages, and texts evened out for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from citecheck.parse import words
from tests.parse.texts import ANY_TEXT, QUICK


@QUICK
@given(text=ANY_TEXT)
def test_evening_out_keeps_the_length(text: str) -> None:
    assert len(words.evened(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("<i>Tides</i>", "  *Tides*   "),
        ("<b>Doe</b>", "   Doe    "),
        ("_Tides_, file_name_x", "*Tides*, file_name_x"),
        ("Doe &amp; Roe", "Doe &     Roe"),
        ("Doe, 'The tides', 2019", "Doe, ‘The tides’, 2019"),
        ("l'eau d'un port", "l'eau d'un port"),
        ("([Doe 1990](#doe))", "( Doe 1990       )"),
        ("20^*th*^ century", "20  th   century"),
    ],
)
def test_texts_evened_out(text: str, even: str) -> None:
    assert words.evened(text) == even


@pytest.mark.parametrize("text", [" et al.", ", *et al*.", " et coll.", ", et al"])
def test_and_others(text: str) -> None:
    found = words.et_al().match(text)
    assert found is not None
    assert found.end() == len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("Doe and Roe", 2), ("Doe et Roe", 2), ("Doe, & Roe", 2), ("Doe &amp; Roe", 2), ("Doe Roe", 1), ("Landes", 1)],
)
def test_conjunctions_between_names(text: str, parts: int) -> None:
    assert len(words.conjunction().split(text)) == parts


def test_tables_hold_the_words_of_both_languages() -> None:
    months = words.month_names()
    assert (months["march"], months["mars"]) == (3, 3)
    assert {"the", "les"} <= words.stop_words()
    assert words.not_authors() >= set(months)
    assert re.fullmatch(words.no_date(), "n.d.")
    assert re.fullmatch(words.no_date(), "s.d.")
    assert re.fullmatch(words.editor(), "(ed.)")
    assert re.fullmatch(words.editor(), "(dir.)")


@pytest.mark.parametrize(("word", "particle"), [("de", True), ("Von", True), ("d’", True), ("Doe", False), ("", False)])
def test_particles_of_names(word: str, particle: bool) -> None:
    assert words.is_particle(word) is particle


def test_words_that_introduce_a_citation() -> None:
    for text in ("see also ", "*Voir* ", "cf. "):
        found = words.lead_in().match(text)
        assert found is not None
        assert found.end() == len(text)
    assert words.lead_in().match("seeds") is None
    assert "see" in words.lead_words()
