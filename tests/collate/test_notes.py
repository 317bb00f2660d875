"""How the notes of two copies stand to each other."""

from __future__ import annotations

import pytest

from citecheck.model.collation import Standing
from tests.collate.copies import FILLER, collated, noted, standings

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.", "Oduya, 1999, p. 1, on Kiel.", "Ibid.")
SAME = [(Standing.SAME, number, number) for number in "1234"]


def test_the_same() -> None:
    assert standings(noted(*NOTES), noted(*NOTES)) == SAME


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        (("", *NOTES[1:]), (Standing.ALONE, "1", None)),
        ((NOTES[0].replace("3", "5"), *NOTES[1:]), (Standing.REWORDED, "1", "1")),
        ((NOTES[2], *NOTES[1:]), (Standing.ELSEWHERE, "1", "1")),
    ],
)
def test_the_first_note_has_changed(notes: tuple[str, ...], found: tuple[Standing, str, str | None]) -> None:
    told = standings(noted(*NOTES), noted(*notes))
    assert found in told
    assert [one for one in told if one[0] is not Standing.SAME] == [found]


def test_a_note_that_has_moved() -> None:
    told = standings(noted(NOTES[0], "", NOTES[2]), noted("", NOTES[0], NOTES[2]))
    assert told == [(Standing.MOVED, "1", "1"), (Standing.SAME, "2", "2")]


def test_a_note_that_nothing_calls_any_more() -> None:
    lost = noted(*NOTES).replace(f"{FILLER[1]}[^2]", FILLER[1])
    assert (Standing.UNCALLED, "2", "2") in standings(noted(*NOTES), lost)
    assert {one for one, *_ in standings(lost, lost)} == {Standing.SAME}


def test_a_note_that_was_cut_with_its_passage() -> None:
    more = " ".join(f"word{at}" for at in range(40))
    first = noted(*NOTES, sentences=(*FILLER[:2], f"{more}.", FILLER[3]))
    second = noted(*NOTES[:2], NOTES[3], sentences=(*FILLER[:2], FILLER[3]))
    assert [one for one in standings(first, second) if one[0] is not Standing.SAME] == [
        (Standing.WITHOUT_PASSAGE, "3", None)
    ]


def test_a_note_that_was_read_as_text() -> None:
    first = (f"{NOTES[0][:-1]} and its harbour.", *NOTES[1:])
    second = noted("", *NOTES[1:]) + f"\n\n1 {first[0]}\n"
    assert (Standing.UNREAD, "1", None) in standings(noted(*first), second)


def test_an_ibid_stands_everywhere() -> None:
    told = standings(noted(*NOTES[:3], "Ibid."), noted(*NOTES[:3], "Marlowe, 1951, p. 9."))
    assert told[-1] == (Standing.REWORDED, "4", "4")


def test_where_a_lost_note_would_stand() -> None:
    (lost,) = collated(noted(*NOTES), noted("", *NOTES[1:])).standing(Standing.ALONE)
    assert lost.near is not None
    assert lost.near.text == "why"


def test_every_note_stands_once_in_reading_order() -> None:
    found = collated(noted(NOTES[0], "", NOTES[2]), noted("", NOTES[1], NOTES[2])).notes
    assert [tuple(note and note.number for note in one.sides) for one in found] == [
        ("1", None),
        (None, "1"),
        ("2", "2"),
    ]
