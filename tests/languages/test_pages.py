"""What pages say, gathered from the languages."""

from __future__ import annotations

import pytest

from citecheck.languages import all_languages
from citecheck.languages.base import Pages
from citecheck.languages.elsewhere import PAGES
from citecheck.languages.folding import fold
from citecheck.languages.pages import LANGUAGE_CODES, page_paths, page_phrases

PHRASES = ("not_found", "login", "consent", "human")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("not_found", "Page introuvable"),
        ("not_found", "Page can’t be found"),
        ("not_found", "Seite nicht gefunden"),
        ("not_found", "Страница не найдена"),
        ("login", "Sign in"),
        ("login", "Connexion"),
        ("consent", "Avant d’accéder"),
        ("human", "Êtes-vous un robot ?"),
    ],
)
def test_pages_speak_many_languages(field: str, said: str) -> None:
    assert fold(said) in page_phrases(field)


@pytest.mark.parametrize("field", PHRASES)
def test_phrases_are_folded_and_said_once(field: str) -> None:
    phrases = page_phrases(field)
    assert len(phrases) == len(set(phrases))
    assert all(phrase == fold(phrase) != "" for phrase in phrases)


def test_paths_are_those_of_programs_and_of_languages() -> None:
    assert {"404", "page-introuvable", "not-found"} <= page_paths("not_found_paths")
    assert {"sso", "connexion", "login"} <= page_paths("login_paths")
    assert {"index.html", "accueil", "startseite"} <= page_paths("home_paths")


def test_a_language_with_a_module_has_its_pages_there() -> None:
    assert not {one.code for one in all_languages()} & set(PAGES)
    assert set(PAGES) <= LANGUAGE_CODES
    assert all(one.pages != Pages() for one in all_languages())
