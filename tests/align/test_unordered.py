"""The look at what stayed alone, without regard to order, on notes placed by hand."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.align.notes import Mapped, Placed
from citecheck.align.unordered import pair_between, pair_unordered
from citecheck.model.alignment import Group
from tests.align.placing import At, placed


def told(notes: list[Placed], *passages: str) -> list[Placed]:
    return [replace(one, passage=frozenset(passage.split())) for one, passage in zip(notes, passages, strict=True)]


def alone(left: list[Placed], right: list[Placed]) -> list[Group]:
    ones = [Group((one.note,), (), "1", 0.6) for one in left]
    return [*ones, *(Group((), (one.note,), "1", 0.6) for one in right)]


def shown(groups: list[Group]) -> list[tuple[str, str, bool]]:
    return [
        ("+".join(note.number for note in one.left), "+".join(note.number for note in one.right), one.crossed)
        for one in groups
    ]


def test_notes_that_cite_the_same_about_the_same_are_a_pair() -> None:
    left = told(placed(At(100, "a", "3"), At(200, "b", "4")), "x y", "z")
    right = told(placed(At(100, "b", "4"), At(200, "a", "3")), "z", "x y w")
    found = pair_unordered(alone(left, right), left, right)
    assert shown(found) == [("1", "2", True), ("2", "1", True)]
    assert all(group.confidence == 0.7 for group in found)


def test_the_same_source_about_something_else_is_no_pair() -> None:
    left, right = told(placed(At(100, "a", "3")), "x"), told(placed(At(900, "a", "3")), "z")
    assert shown(pair_unordered(alone(left, right), left, right)) == [("1", "", False), ("", "1", False)]


def test_the_same_passage_with_another_source_is_no_pair() -> None:
    left, right = told(placed(At(100, "a")), "x"), told(placed(At(900, "b")), "x")
    assert shown(pair_unordered(alone(left, right), left, right)) == [("1", "", False), ("", "1", False)]


def test_two_that_are_equally_good_are_none() -> None:
    left, right = told(placed(At(100, "a")), "x"), told(placed(At(500, "a"), At(900, "a")), "x", "x")
    assert shown(pair_unordered(alone(left, right), left, right)) == [
        ("1", "", False),
        ("", "1", False),
        ("", "2", False),
    ]


def test_a_pair_for_which_only_its_place_speaks_gives_way() -> None:
    left = told(placed(At(100, "a"), At(200, "b")), "x", "y")
    right = told(placed(At(100, "b"), At(200, "a")), "y", "x")
    groups = [
        Group((left[0].note,), (), "1", 0.6),
        Group((left[1].note,), (right[0].note,), "1", 0.4),
        Group((), (right[1].note,), "1", 0.6),
    ]
    groups[1] = replace(groups[1], right=(right[1].note,))
    groups[2] = Group((), (right[0].note,), "1", 0.6)
    assert shown(pair_unordered(groups, left, right)) == [("1", "2", True), ("2", "1", True)]


def test_a_pair_in_the_same_passage_stays() -> None:
    left = told(placed(At(100, "a"), At(200, "b")), "x", "y")
    right = told(placed(At(100, "b"), At(200, "a")), "x", "y")
    groups = [Group((one.note,), (other.note,), "1", 0.6) for one, other in zip(left, right, strict=True)]
    assert shown(pair_unordered(groups, left, right)) == [("1", "1", False), ("2", "2", False)]


def test_notes_that_moved_with_their_section_stay_alone() -> None:
    left, right = told(placed(At(100, "a")), "x"), told(placed(At(900, "a")), "x")
    assert shown(pair_unordered(alone(left, right), left, right, ({1}, ()))) == [("1", "1", False)]
    assert shown(pair_unordered(alone(left, right), left, right, ({1}, {1}))) == [("1", "", False), ("", "1", False)]


def test_notes_alone_between_a_pair_do_not_make_it_cross() -> None:
    left, right = told(placed(At(100, "a")), "x"), told(placed(At(100, "a"), At(900, "b")), "x", "y")
    groups = [Group((), (right[1].note,), "1", 0.6), *alone(left, right[:1])]
    assert shown(pair_unordered(groups, left, right)) == [("", "2", False), ("1", "1", False)]


def between(left: list[Placed], right: list[Placed]) -> list[Group]:
    """The first notes of both sides in a pair, the second ones alone, the third ones in a pair."""
    pairs = [Group((left[at].note,), (right[at].note,), "1", 0.9) for at in (0, 2)]
    return [pairs[0], *alone(left[1:2], right[1:2]), pairs[1]]


def test_what_is_alone_on_both_sides_between_the_same_neighbours_is_a_pair() -> None:
    left, right = placed(At(100, "a"), At(200, "b"), At(900, "c")), placed(At(100, "a"), At(420, "x"), At(900, "c"))
    mapped = Mapped([0, 1000], [0, 1000])
    assert shown(pair_between(between(left, right), mapped, left, right)) == [
        ("1", "1", False),
        ("2", "2", False),
        ("3", "3", False),
    ]


def test_what_stands_far_from_each_other_or_has_a_rival_stays_alone() -> None:
    left, right = placed(At(100, "a"), At(200, "b"), At(900, "c")), placed(At(100, "a"), At(700, "x"), At(900, "c"))
    mapped = Mapped([0, 1000], [0, 1000])
    assert len(pair_between(between(left, right), mapped, left, right)) == 4
    near = placed(At(100, "a"), At(220, "x"), At(900, "c"))
    groups = between(left, near)
    rival = placed(At(100, "a"), At(200, "b"), At(250, "d"), At(900, "c"))
    groups[2:2] = [Group((rival[2].note,), (), "1", 0.6)]
    assert len(pair_between(groups, mapped, rival, near)) == 5
