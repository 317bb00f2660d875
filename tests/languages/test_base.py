"""Words of a language, packed into blocks."""

from __future__ import annotations

from citecheck.languages.base import block, numbered, table, wordset


def test_a_block_holds_words_in_their_order() -> None:
    assert block("see | see also") == ("see", "see also")
    assert block("""
        voir | voir aussi, par exemple,
        d'après
    """) == ("voir", "voir aussi, par exemple,", "d'après")
    assert block("") == ()


def test_a_block_keeps_the_spaces_within_a_word() -> None:
    assert block("new\u00a0york | loc. cit") == ("new\u00a0york", "loc. cit")


def test_a_set_of_words_has_no_order() -> None:
    assert wordset("in | on\nat") == {"at", "in", "on"}


def test_a_table_gives_each_word_what_its_group_begins_with() -> None:
    assert table("""
        EUR: euro | euros; JPY: yen
        USD: u.s. dollar
    """) == {"euro": "EUR", "euros": "EUR", "yen": "JPY", "u.s. dollar": "USD"}


def test_numbers_may_be_printed_in_groups() -> None:
    assert numbered("1: janvier | janv; 1_000: mille") == {"janvier": 1, "janv": 1, "mille": 1000}
