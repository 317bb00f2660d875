"""Labels of notes: what is left of one without what a writer slips on."""

from __future__ import annotations

import pytest

from citecheck.likeness.labels import bare_label


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("Ngrams", "ngrams"),
        ("été-2", "ete2"),
        ("my_note", "mynote"),
        ("12", "12"),
        ("1-2", "1-2"),
        ("†", "†"),
        ("*", "*"),
    ],
)
def test_capitals_accents_and_signs_are_no_part_of_a_bare_label(label: str, bare: str) -> None:
    assert bare_label(label) == bare
