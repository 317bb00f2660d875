"""What holds for every language."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from citecheck.languages import Language, all_languages, is_language, language, words

LANGUAGES = [pytest.param(one, id=one.code) for one in all_languages()]


def test_languages_are_found_by_looking() -> None:
    assert [one.code for one in all_languages()] == ["en", "fr"]
    assert language("fr-CH") is language("fr")
    assert is_language("en-x-draft")
    assert not is_language("xx")
    with pytest.raises(KeyError):
        language("xx")


def test_words_of_all_languages_come_longest_first() -> None:
    lengths = [len(word) for word in words("months")]
    assert lengths == sorted(lengths, reverse=True)
    assert {"march", "mars"} <= set(words("months"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_field_says_a_word_twice(lang: Language) -> None:
    for field in lang.__struct_fields__:
        held = getattr(lang, field)
        if isinstance(held, tuple):
            assert len(held) == len(set(held)), field


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_is_whole(lang: Language) -> None:
    for field in lang.__struct_fields__:
        held = getattr(lang, field)
        if isinstance(held, (tuple, frozenset, Mapping)) and field != "group_separators":
            for word in held:
                assert word, field
                assert not isinstance(word, str) or (word == word.strip() and "|" not in word), (field, word)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_month_has_a_name(lang: Language) -> None:
    assert set(lang.months.values()) == set(range(1, 13))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_groups_of_digits_may_be_set_apart_by_a_space_that_does_not_break(lang: Language) -> None:
    assert {"\u00a0", "\u202f"} <= set(lang.group_separators)
