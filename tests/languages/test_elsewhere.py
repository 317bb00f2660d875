"""Words of languages that have no module."""

from __future__ import annotations

from citecheck.languages import all_languages, words
from citecheck.languages.elsewhere import PAGES, WORDS


def test_words_belong_to_fields_of_a_language() -> None:
    assert set(WORDS) <= set(all_languages()[0].__struct_fields__)
    for field, held in WORDS.items():
        assert set(held) <= set(words(field)), field


def test_what_pages_say_is_known_by_language() -> None:
    assert "de" in PAGES
    assert all(pages.not_found for pages in PAGES.values())
