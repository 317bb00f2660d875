"""Grouping notes by the places of their markers and by what they cite, on notes placed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.align import grouping
from citecheck.align.grouping import align_notes, habits
from citecheck.align.notes import Mapped, Placed
from citecheck.model.alignment import Group
from tests.align.placing import NOTE, At, placed
from tests.tried import tried

few = settings(max_examples=tried(8), deadline=None, derandomize=True)
STILL = Mapped([0, 10_000], [0, 10_000])
"""Two texts whose places are the same, known only at both ends."""


def groups(left: list[Placed], right: list[Placed], usual: tuple[bool, bool] = (True, True)) -> list[tuple[str, str]]:
    found = align_notes(left, right, STILL, lambda one, is_left: "1", usual)
    return [
        ("+".join(note.number for note in group.left), "+".join(note.number for note in group.right)) for group in found
    ]


def test_notes_at_the_same_places_are_pairs() -> None:
    left = placed(At(100, "a"), At(300, "b"), At(500, "c"))
    assert groups(left, placed(At(110, "a"), At(280, "b"), At(510, "c"))) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_a_wrong_source_at_the_right_place_stays_a_pair() -> None:
    left = placed(At(100, "a"), At(300, "b"), At(500, "c"))
    assert groups(left, placed(At(100, "a"), At(300, "x"), At(500, "c"))) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_notes_whose_sources_were_put_together_are_one_group() -> None:
    left = placed(At(100, "a"), At(200, "b"), At(500, "c"))
    assert groups(left, placed(At(200, "a b"), At(500, "c"))) == [("1+2", "1"), ("3", "2")]


def test_a_misnamed_source_at_its_pages_stays_in_its_group() -> None:
    left = placed(At(100, "cited:x:2010", "152"), At(200, "b", "155"), At(500, "c"))
    assert groups(left, placed(At(200, "b", "152 155"), At(500, "c"))) == [("1+2", "1"), ("3", "2")]


def test_notes_whose_pages_add_up_are_one_group_though_the_note_behind_has_no_counterpart() -> None:
    left = placed(At(100, "a", "3"), At(190, "b", "30"), At(500, "c", "4"))
    right = placed(At(145, "a", "1 3"), At(500, "c", "4"))
    assert groups(left, right) == [("1", "1"), ("2", ""), ("3", "2")]
    right = placed(At(40, "a", "1"), At(100, "a", "3"), At(500, "c", "4"))
    left = placed(At(100, "a", "1 3"), At(160, "b", "30"), At(500, "c", "4"))
    assert groups(left, right) == [("1", "1+2"), ("2", ""), ("3", "3")]


def test_a_note_that_holds_all_of_two_others_is_theirs_whatever_lacks_behind_it() -> None:
    left = placed(At(125, "a", "21 24"), At(170, "b", "5"), At(500, "c"))
    right = placed(At(60, "a", "21"), At(120, "a", "24"), At(500, "c"))
    assert groups(left, right) == [("1", "1+2"), ("2", ""), ("3", "3")]
    assert groups(right, left) == [("1+2", "1"), ("", "2"), ("3", "3")]


def test_notes_of_two_paragraphs_are_not_put_together_for_what_they_say() -> None:
    left = placed(At(560, "a", "4"), At(620, "a", "4"), At(700, "a", "21"), At(780, "a", "36"))
    left = [*left[:2], *(replace(one, paragraph=1) for one in left[2:])]
    right = placed(At(620, "a", "4"), At(780, "a", "4 21 36"))
    right = [right[0], replace(right[1], paragraph=1)]
    assert groups(left, right) == [("1+2", "1"), ("3+4", "2")]


def test_a_note_that_one_other_holds_all_of_is_not_merged_with_a_further_one() -> None:
    left = placed(At(125, "a", "21"), At(170, "b", "5"), At(500, "c"))
    right = placed(At(120, "a", "21"), At(165, "a", "21"), At(500, "c"))
    assert groups(left, right) == [("1", "1"), ("2", "2"), ("3", "3")]


def test_notes_that_say_nothing_of_the_kind_are_alone() -> None:
    left = placed(*(At(100 * at, f"s{at}") for at in range(1, 6)))
    right = placed(At(500, "s5"))
    assert groups(left, right) == [("1", ""), ("2", ""), ("3", ""), ("4", ""), ("5", "1")]


def test_neither_place_nor_source_makes_no_pair() -> None:
    left, right = placed(At(100, "a"), At(900, "b")), placed(At(500, "x"), At(900, "b"))
    assert sorted(groups(left, right)) == [("", "1"), ("1", ""), ("2", "2")]


def test_a_note_that_adds_nothing_is_merged_where_that_is_usual_and_lost_where_it_is_not() -> None:
    left, right = placed(At(100, "a", "5"), At(200, "a", "5"), At(500, "c")), placed(At(200, "a", "5"), At(500, "c"))
    assert groups(left, right) == [("1+2", "1"), ("3", "2")]
    assert groups(left, right, (False, True)) == [("1", ""), ("2", "1"), ("3", "2")]
    assert groups(right, left, (True, False)) == [("", "1"), ("1", "2"), ("2", "3")]


def test_a_note_that_adds_a_page_is_merged_even_where_that_is_not_usual() -> None:
    left, right = placed(At(100, "a", "4"), At(200, "a", "5")), placed(At(200, "a", "4 5"))
    assert groups(left, right, (False, False)) == [("1+2", "1")]


def test_a_note_that_shares_one_of_its_sources_is_merged() -> None:
    left, right = placed(At(100, "a b"), At(180, "a"), At(260, "a")), placed(At(260, "a"))
    assert groups(left, right) == [("1+2+3", "1")]


def test_a_remark_is_not_merged_into_a_note_that_only_cites() -> None:
    left, right = placed(At(100, remark=60), At(200, "a")), placed(At(200, "a"))
    assert groups(left, right) == [("1", ""), ("2", "1")]


def test_a_remark_whose_amounts_stand_in_the_other_text_is_merged() -> None:
    left, right = placed(At(100, remark=60), At(200, "a")), placed(At(200, "a"))
    left[0] = replace(left[0], amounts=frozenset({"a:5:EUR"}))
    right[0] = replace(right[0], passage=frozenset({"a:5:EUR"}))
    assert groups(left, right) == [("1+2", "1")]


def test_a_source_of_another_year_is_no_translated_name() -> None:
    right = placed(At(180, "cited:z", years="2009"))
    strange, same = (
        placed(At(100, "cited:x", years=year), At(180, "cited:y", years="2009")) for year in ("2001", "2009")
    )
    assert groups(strange, right, (False, False)) == [("1", ""), ("2", "1")]
    costs = [align_notes(one, right, STILL, lambda note, is_left: "1")[0].confidence for one in (strange, same)]
    assert costs[0] < costs[1]


def test_a_note_that_is_gone_does_not_shift_those_behind_it() -> None:
    left = placed(At(100, "a", "6"), At(250, "a", "6"), At(400, "a", "11"), At(520, "a", "12"), At(640, "a", "19"))
    right = placed(At(250, "a", "6"), At(640, "a", "11 12 19"))
    right = [right[0], replace(right[1], since=250)]
    assert groups(left, right, (False, True)) == [("1", ""), ("2", "1"), ("3+4+5", "2")]


@pytest.mark.parametrize(
    ("merged", "pairs", "expected"), [(0, 20, False), (1, 19, False), (3, 20, True), (3, 60, False)]
)
def test_a_habit_is_more_than_one_group(merged: int, pairs: int, expected: bool) -> None:
    one, several = Group((NOTE,), (NOTE,), "", 1.0), Group((NOTE, NOTE), (NOTE,), "", 1.0)
    assert habits([one] * pairs + [several] * merged) == (expected, False)


def test_a_short_report_tells_of_no_lack_of_a_habit() -> None:
    assert habits([Group((NOTE,), (NOTE,), "", 1.0)] * 5) == (True, True)


def test_one_side_empty() -> None:
    assert groups(placed(At(3, "a")), []) == [("1", "")]
    assert groups([], placed(At(3, "a"))) == [("", "1")]
    assert groups([], []) == []


def test_in_a_long_stretch_notes_find_their_counterparts_around_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    left = placed(*(At(100 * at, f"s{at % 5}", f"{at}") for at in range(1, 61)))
    right = [one for at, one in enumerate(left, 1) if at not in (20, 41)]
    monkeypatch.setattr(grouping, "PAIRS", 0)
    monkeypatch.setattr(grouping, "AROUND", 4)
    expected = [(f"{at}", "" if at in (20, 41) else f"{at}") for at in range(1, 61)]
    assert groups(left, right) == expected


@pytest.mark.parametrize(("own", "twins"), [(30, 3), (3, 30), (30, 0), (0, 30), (30, 30)])
def test_in_a_long_stretch_every_note_is_in_a_group(own: int, twins: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the places: here all notes of the one side stand before those of the other."""
    monkeypatch.setattr(grouping, "PAIRS", 0)
    monkeypatch.setattr(grouping, "AROUND", 1)
    left, right = placed(*[At(10, "a")] * own), placed(*[At(9000, "b")] * twins)
    for sides in ((left, right), (right, left)):
        found = align_notes(*sides, STILL, lambda one, is_left: "1")
        assert [note for group in found for note in group.left] == [one.note for one in sides[0]]
        assert [note for group in found for note in group.right] == [one.note for one in sides[1]]


SIDES = st.lists(st.tuples(st.integers(0, 3000), st.sampled_from(["", "a", "b", "a b", "cited:x"])), max_size=9)


@given(SIDES, SIDES)
@few
def test_every_note_is_in_one_group_and_in_order(one: list[tuple[int, str]], other: list[tuple[int, str]]) -> None:
    left, right = (placed(*(At(place, sources) for place, sources in sorted(side))) for side in (one, other))
    found = align_notes(left, right, STILL, lambda note, is_left: "1")
    assert [note for group in found for note in group.left] == [note.note for note in left]
    assert [note for group in found for note in group.right] == [note.note for note in right]
    assert all(0 <= group.confidence <= 1 and 0 <= group.closeness <= 1 for group in found)
    assert all(min(len(group.left), len(group.right)) <= 1 for group in found)
