"""Notes that one version forgot to call, on notes placed by hand."""

from __future__ import annotations

from citecheck.align.notes import Placed
from citecheck.align.uncalled import pair_uncalled
from citecheck.model.alignment import Group
from tests.align.placing import At, placed
from tests.align.test_unordered import alone, shown


def paired(left: list[Placed], right: list[Placed], called: str, twins_called: str) -> list[tuple[str, str, bool]]:
    notes = {id(one.note): one for one in (*left, *right)}
    groups: list[Group] = alone(left, right)
    return shown(pair_uncalled(groups, notes, frozenset(called), frozenset(twins_called)))


def test_a_note_that_nothing_calls_finds_what_says_the_same() -> None:
    left, right = placed(At(100, "a", "3"), At(200, "b", "4")), placed(At(900, "b", "4"), At(950, "c", "5"))
    assert paired(left, right, "1", "12") == [("1", "", False), ("2", "1", False), ("", "2", False)]
    assert paired(right, left, "12", "1") == [("1", "2", False), ("2", "", False), ("", "1", False)]


def test_notes_that_both_versions_call_stay_alone() -> None:
    left, right = placed(At(100, "a", "3")), placed(At(900, "a", "3"))
    assert paired(left, right, "1", "1") == [("1", "", False), ("", "1", False)]


def test_two_that_say_the_same_are_no_counterpart() -> None:
    left, right = placed(At(100, "a", "3")), placed(At(500, "a", "3"), At(900, "a", "3"))
    assert paired(left, right, "", "12") == [("1", "", False), ("", "1", False), ("", "2", False)]
