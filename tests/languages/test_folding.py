"""The form in which words are compared."""

from __future__ import annotations

import pytest

from citecheck.languages.folding import fold, unaccented


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Élysée", "elysee"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("L’Œuvre : un titre", "l oeuvre un titre"),
        ("A.B. – C", "a b c"),
        ("", ""),
    ],
)
def test_folding_leaves_letters_digits_and_single_spaces(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_punctuation_may_be_kept() -> None:
    assert unaccented("Saint-Étienne, n° 1") == "saint-etienne, n° 1"
