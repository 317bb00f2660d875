from __future__ import annotations

import pytest

from tests.planting.kinds import bibliography
from tests.planting.samples import changes, english, planted


def numbers(text: str) -> list[str]:
    return [line.partition(".")[0] for line in text.splitlines() if line[:1].isdigit()]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("entry_removed", ["1", "2"]),
        ("uncited", ["1", "2", "3", "4"]),
        ("duplicated_entry", ["1", "2", "3", "4"]),
        ("glued", ["1", "2"]),
    ],
)
def test_the_numbers_go_on(name: str, printed: list[str]) -> None:
    made = changes(getattr(bibliography, name), english())
    assert made
    assert all(numbers(change.text) == printed for change in made)


def test_numbers_that_jump_and_numbers_given_twice() -> None:
    assert sorted(numbers(one.text) for one in changes(bibliography.number_skipped, english())) == [
        ["1", "2", "4"],
        ["1", "2", "5"],
    ]
    assert sorted(numbers(one.text) for one in changes(bibliography.number_duplicated, english())) == [
        ["1", "1", "3"],
        ["1", "2", "2"],
    ]


def test_an_entry_without_year_and_one_of_two_that_are_not_there() -> None:
    assert "1. Harrington, P. *Pans and parishes*" in " ".join(planted(bibliography, "year_removed", english()))
    assert "(2011a)" in " ".join(planted(bibliography, "suffix_added", english()))
