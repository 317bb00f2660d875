from __future__ import annotations

import pytest

from tests.planting.documents import read
from tests.planting.kinds import habits
from tests.planting.samples import ENGLISH, bilingual, changes, english, planted


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("ibid_stop", "*Ibid*"),
        ("comma", ", 2011, p. 12, Lindqvist"),
        ("note_ending", "<sup>1</sup> Harrington, 2011, p. 12"),
        ("quote", "a ledger of salt”"),
        ("number", "181'600"),
        ("slip", "7 avril 2022"),
    ],
)
def test_one_place_is_written_otherwise(name: str, part: str) -> None:
    assert any(part in spot for spot in planted(habits, name, english()))


def test_a_habit_of_two_versions_is_left_alone() -> None:
    assert not changes(habits.ibid_stop, bilingual())
    assert not changes(habits.note_ending, bilingual())


def test_names_joined_in_another_way() -> None:
    clean = read("salt", ("salt.md",), [ENGLISH.replace("Lindqvist, 2015", "Lindqvist & Moreau, 2015")])
    assert "Lindqvist and Moreau, 2015" in planted(habits, "conjunction", clean)
    assert not changes(habits.conjunction, english())
