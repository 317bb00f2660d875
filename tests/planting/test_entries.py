from __future__ import annotations

from tests.planting.entries import by_number, invented, line_behind, listed, numbered_like, renumbered_behind
from tests.planting.plants import make
from tests.planting.samples import english


def test_an_invented_entry_in_the_form_of_the_others() -> None:
    clean = english()
    made = invented(clean, 0)
    assert made == ("Zwingelstein, Q. (1987). *The parable of the lost ledger*. London: Northern Press.", "1987")
    assert numbered_like(clean, listed(clean)[-1], made[0]).startswith("4. Zwingelstein")


def test_the_numbers_behind_a_place_move() -> None:
    clean = english()
    edits = renumbered_behind(clean, [], clean.entries[1].start, 2)
    text = make(clean, "", edits, []).text
    assert [line.partition(".")[0] for line in text.splitlines() if line[:1].isdigit()] == ["1", "4", "5"]


def test_where_an_entry_ends_and_how_it_is_cited() -> None:
    clean = english()
    assert line_behind(clean, clean.entries[0]) == clean.entries[1].start
    assert not by_number(clean)
