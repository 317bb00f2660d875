"""The errors in the language of the interface: each that is raised anywhere has its words."""

from __future__ import annotations

from string import Formatter

import pytest

from citecheck.report.errors import NESTED, error_text, recognised
from citecheck.report.voices import ui_languages, voice


@pytest.mark.parametrize("ui", ui_languages())
def test_translations_have_the_fields_of_the_english(ui: str) -> None:
    for english, told in voice(ui).errors.items():
        assert _fields(told) <= _fields(english), english
        assert (NESTED - {"kind"}) & _fields(english) <= _fields(told), english


@pytest.mark.parametrize("ui", ui_languages())
def test_no_two_fields_stand_side_by_side(ui: str) -> None:
    for english in voice(ui).errors:
        pieces = [piece for piece, _, _, _ in Formatter().parse(english)]
        assert all(pieces[1:]), english


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_an_error_is_told_in_the_language_of_the_interface() -> None:
    english = "a.md does not exist: check the path"
    assert error_text(english, "en") == english
    assert error_text(english, "fr") == "a.md n'existe pas\u00a0: vérifier le chemin"
    assert error_text("nobody says this", "fr") == "nobody says this"
    assert recognised("nobody says this", "fr") is None


def test_what_an_error_says_in_another_is_told_too() -> None:
    assert error_text("a.md cannot be read (Permission denied): check its permissions", "fr") == (
        "a.md ne peut être lu (accès refusé)\u00a0: vérifier les droits d'accès"
    )
    assert error_text("a.md cannot be read (Something else): check its permissions", "fr") == (
        "a.md ne peut être lu (Something else)\u00a0: vérifier les droits d'accès"
    )


def test_the_place_in_a_file_stays_as_it_is() -> None:
    assert error_text("c/citecheck.toml:3:1: unknown key 'foo': did you mean 'ui'?", "fr") == (
        "c/citecheck.toml:3:1: clé inconnue «\u00a0foo\u00a0»\u00a0: peut-être «\u00a0ui\u00a0»\u00a0?"
    )
    assert error_text("C:/c.toml:3:1: unknown key 'foo': did you mean 'ui'?", "fr").startswith("C:/c.toml:3:1: clé")


def test_words_in_quotation_marks_get_those_of_the_language() -> None:
    assert error_text("Invalid value for '--ui': 'xx' is not one of 'en', 'fr'.", "fr") == (
        "valeur inadmissible de «\u00a0--ui\u00a0»\u00a0: «\u00a0xx\u00a0» n'est pas l'une des valeurs «\u00a0en\u00a0», «\u00a0fr\u00a0»"
    )


def test_a_field_that_is_given_twice_has_one_value() -> None:
    assert recognised("--since x: git is not installed; all findings count as new", "fr") == (
        "--since x\u00a0: Git n'est pas installé\u00a0; tous les constats comptent comme nouveaux"
    )
    assert recognised("a does not exist: make it with --baseline a --update-baseline", "fr") == (
        "a n'existe pas\u00a0: le créer avec --baseline a --update-baseline"
    )


def test_a_long_text_is_no_trouble() -> None:
    for piece in ("a: ", "a:1: ", "Invalid value: "):
        assert error_text(piece * 50_000, "fr").endswith(piece[-3:])
