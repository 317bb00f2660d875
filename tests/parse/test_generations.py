"""What tells a son from his father is no name."""

from __future__ import annotations

import pytest

from citecheck.parse.generations import without_generations


@pytest.mark.parametrize(
    ("text", "whole", "names"),
    [
        ("Doe, Richard H., Jr.", True, "Doe, Richard H."),
        ("Richard Doe III", True, "Richard Doe"),
        ("Doe Jr. & Roe", False, "Doe & Roe"),
        # Behind one word of a whole reference, numerals may be initials.
        ("Doe II, Roe AB", True, "Doe II, Roe AB"),
        ("Doe II, Roe", False, "Doe, Roe"),
        ("Doe, J., & Roe, R.", True, "Doe, J., & Roe, R."),
    ],
)
def test_a_list_of_names_is_read_without_generations(text: str, whole: bool, names: str) -> None:
    assert without_generations(text, whole=whole) == names
