from __future__ import annotations

import pytest

from tests.planting.kinds import version_entries
from tests.planting.samples import bilingual, changes, english, planted


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("entries_exchanged", "2. Okafor, C. (2018)"),
        ("another_url", "1. Harrington, P. (2011)"),
        ("another_date", "2. Lindqvist, A. & Moreau, B. (201"),
        ("another_spelling", "2. Lind"),
        ("author_left_out", "2. Lindqvist, A. (2015)"),
    ],
)
def test_the_entries_of_one_version_say_otherwise(name: str, part: str) -> None:
    assert any(spot.startswith(part) for spot in planted(version_entries, name, bilingual()))
    assert not changes(getattr(version_entries, name), english())


def test_citations_follow_their_entry() -> None:
    for change in changes(version_entries.another_date, bilingual()):
        printed = {change.text[start:end][-4:] for start, end in change.spots[1:]}
        assert len(printed) == 1
        assert printed.pop() in change.text[slice(*change.spots[0])]


def test_an_entry_moves_where_four_are_numbered_alike() -> None:
    clean = bilingual()
    assert not changes(version_entries.entry_moved, clean)
