"""The titles of forms in the languages of the interface."""

from __future__ import annotations

import re

import pytest

from citecheck.parse.forms import load_catalogue
from citecheck.report.voice import form_title
from citecheck.report.voices import ui_languages, voice

TITLES = [form.title for _, forms in load_catalogue().values() for form in forms]


@pytest.mark.parametrize("ui", [code for code in ui_languages() if code != "en"])
def test_every_form_has_a_title_in_each_language(ui: str) -> None:
    around = {part.strip(" ,.") for title in TITLES for part in re.split(r"``.*?``", title)} - {""}
    assert around == voice(ui).forms.keys()


def test_a_title_keeps_its_examples_and_has_the_words_of_the_language() -> None:
    title = 'A number in round brackets: ``a claim (12)``, ``(12) Doe, 2020.`` below a heading "Notes"'
    assert form_title(title, "en") == title
    assert form_title(title, "fr") == (
        "Un numéro entre parenthèses\u00a0: ``a claim (12)``, ``(12) Doe, 2020.`` sous un titre «\u00a0Notes\u00a0»"
    )
