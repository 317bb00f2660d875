"""Amounts that one version has and the other has not."""

from __future__ import annotations

import pytest

from citecheck.checks.currency.between import Apart, amounts_apart, amounts_of, key, of_one_number
from tests.checks.reading import aligned, cited

FRENCH = "# 1. Le port\n\nLe port a coûté {} euros à la ville, et le quai 400 euros.\n"
ENGLISH = "# 1. The port\n\nThe port has cost the town {} euros, and the quay 400 euros.\n"


def apart(french: str, english: str) -> Apart:
    found = [one for one in amounts_apart(aligned(FRENCH.format(french), ENGLISH.format(english))) if one.all_left]
    (stretch,) = found
    return stretch


@pytest.mark.parametrize(
    ("french", "english", "pairs"),
    [
        ("3 millions d'", "3 million", []),
        ("3 000", "3,000", []),
        ("3 000", "3,100", [("3000", "3100")]),
        ("3 millions d'", "3 billion", [("3000000", "3000000000")]),
    ],
)
def test_amounts_that_differ_stand_for_each_other(french: str, english: str, pairs: list[tuple[str, str]]) -> None:
    found = apart(french, english)
    assert [(f"{one.value:f}", f"{other.value:f}") for one, other in found.pairs] == pairs
    assert (found.left, found.right) == ((), ())
    assert len(found.all_left) == len(found.all_right) == 2


def test_what_is_too_far_apart_is_given_by_one_version_alone() -> None:
    found = apart("3 ", "9,000")
    assert found.pairs == ()
    assert ([f"{one.value:f}" for one in found.left], [f"{one.value:f}" for one in found.right]) == (["3"], ["9000"])


def test_one_number_with_another_scale() -> None:
    (million, billion, other) = cited("It cost 3 million euros, 3 billion euros and 4 million euros.").document.amounts
    assert of_one_number(million, billion)
    assert not of_one_number(million, other)
    assert not of_one_number(million, million)
    assert key(million) != key(billion)
    assert len(amounts_of(cited("It cost 3 to 4 million euros."))) == 2
