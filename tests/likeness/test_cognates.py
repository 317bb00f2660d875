"""Comparing a text with its translation: cognates and figures."""

from __future__ import annotations

from citecheck.likeness.cognates import Translations, akin, cognate_share, content

TITLES = ("Plan national des ports secs 2025", "Deux mots", "Les sardines de la côte")


def test_cognates() -> None:
    assert akin("coopération", "cooperation")
    assert not akin("2019", "2018")
    assert cognate_share("Stratégies nationales", "National strategies and plans") > 0.4
    assert cognate_share("", "Harbours") == 0


def test_words_that_say_something_are_long_or_figures() -> None:
    assert content("Les ports de la côte, 12") == ("ports", "cote", "12")


def test_a_translation_is_found_by_its_cognates() -> None:
    assert Translations.of(TITLES).akin("National plan of harbours", 0.5) == [0]
    assert Translations.of(TITLES).akin("National plan of harbours", 0.9) == []


def test_a_title_of_few_words_is_no_translation() -> None:
    assert Translations.of(TITLES).akin("Deux mots", 0.5) == []
    assert Translations.of(TITLES).akin("Mots sardines deux", 0.6) == []


def test_figures_are_shared_within_words_too() -> None:
    assert Translations.of(["Rapport annuel G2025 commun"]).akin("Report 2025 common", 0.9) == [0]
    assert Translations.of(["Rapport annuel G2024 commun"]).akin("Report 2025 common", 0.9) == []
