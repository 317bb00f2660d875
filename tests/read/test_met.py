"""Identifiers of notes."""

from __future__ import annotations

from tests.read.opendocument.samples import laid, note, p, texts


def test_a_number_that_comes_again_has_its_chapter_before_it() -> None:
    made = laid("".join(p("A" + note(number, "Doe.")) for number in ("1", "2", "1", "2")))
    assert [(one.note_id, one.printed) for one in made.notes] == [
        ("1/1", "1"),
        ("1/2", "2"),
        ("2/1", "1"),
        ("2/2", "2"),
    ]
    assert texts(made) == ["A[1/1]", "A[1/2]", "A[2/1]", "A[2/2]"]


def test_marks_set_by_hand_are_kept_and_made_unique() -> None:
    made = laid(p("A" + note("", "Doe.", label="*") + note("1", "Roe.") + note("", "Poe.", label="*")))
    assert [(one.note_id, one.printed, one.custom) for one in made.notes] == [
        ("*", "*", True),
        ("1", "1", False),
        ("*.2", "*", True),
    ]
