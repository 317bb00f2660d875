"""English."""

from __future__ import annotations

from citecheck.languages.en import LANGUAGE


def test_months_may_be_abbreviated() -> None:
    assert LANGUAGE.months["sept"] == LANGUAGE.months["september"] == 9


def test_scales_are_short_ones() -> None:
    assert LANGUAGE.scales["billion"] == 10**9
    assert LANGUAGE.scales["trillion"] == 10**12


def test_currencies_have_their_codes() -> None:
    assert {code for code in LANGUAGE.currencies.values() if len(code) != 3 or not code.isupper()} == set()
    assert LANGUAGE.currencies["u.s. dollars"] == "USD"


def test_phrases_may_hold_commas() -> None:
    assert "see, for example," in LANGUAGE.lead_ins


def test_a_comma_groups_digits() -> None:
    assert not LANGUAGE.decimal_comma
    assert LANGUAGE.group_separators[0] == ","
