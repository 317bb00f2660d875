"""Full names in their natural order at the beginning of a reference."""

from __future__ import annotations

import pytest
from hypothesis import given

from citecheck.parse.fullnames import after_names
from tests.parse.texts import ANY_NOTE, QUICK


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Jane Doe, *Tides*", "*Tides*"),
        ("Jane Doe and Richard Roe, *Tides*", "*Tides*"),
        ("Jane Doe, Richard Roe, and Ann Poe, *Tides*", "*Tides*"),
        ("Jeanne Doe et Richard van der Berg, « Marées »", "« Marées »"),
        ("J. R. Doe & Ann Poe, Tides", "Tides"),
        ("Jane Doe,", ""),
    ],
)
def test_where_the_text_goes_on(text: str, rest: str) -> None:
    at = after_names(text)
    assert at
    assert text[at:] == rest


@pytest.mark.parametrize(
    "text", ["", "Doe, J., *Tides*", "the tides, *Tides*", "Jane Doe *Tides*", "Jane Doe 2019, Tides"]
)
def test_what_begins_with_no_full_name(text: str) -> None:
    assert after_names(text) == 0


@QUICK
@given(text=ANY_NOTE)
def test_names_end_with_a_comma(text: str) -> None:
    at = after_names(text)
    assert 0 <= at <= len(text)
    assert not at or text[:at].rstrip().endswith(",")
