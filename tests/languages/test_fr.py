"""French."""

from __future__ import annotations

from citecheck.languages.fr import LANGUAGE


def test_months_may_lack_their_accents() -> None:
    assert LANGUAGE.months["aout"] == LANGUAGE.months["août"] == 8


def test_scales_are_long_ones() -> None:
    assert LANGUAGE.scales["milliard"] == 10**9
    assert LANGUAGE.scales["billion"] == 10**12


def test_currencies_have_their_codes() -> None:
    assert {code for code in LANGUAGE.currencies.values() if len(code) != 3 or not code.isupper()} == set()
    assert LANGUAGE.currencies["dollars des états-unis"] == "USD"


def test_phrases_may_hold_apostrophes() -> None:
    assert {"d'après", "d’après"} <= set(LANGUAGE.lead_ins)


def test_a_space_groups_digits_and_a_comma_parts_decimals() -> None:
    assert LANGUAGE.decimal_comma
    assert LANGUAGE.group_separators[0] == " "
