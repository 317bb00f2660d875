"""Notes at the end of a chapter or of the document."""

from __future__ import annotations

from citecheck.model.layout import NoteKind
from citecheck.read.pdf import layout
from tests.read.pdf.samples import TOP, line, lines, notes, pdf, up

TEXT = lines(
    TOP,
    ("The harbour was closed", up("1"), " for the winter, and nobody in the"),
    ("town remembered who had signed", up("2"), " the order, although its text"),
    ("hung there for years", up("3"), " and the boats went elsewhere", up("4"), "."),
)
LIST = lines(
    400,
    "1. Roe, The nets.",
    "2. Doe, The ports, of which the second",
    "volume has the maps.",
    "3. Ibid.",
    "4. Poe, The sails.",
)


def test_a_list_of_notes_is_paired_with_the_marks() -> None:
    made = layout("a.pdf", pdf([*TEXT, line(430, "Notes", size=13), *LIST]))
    assert notes(made) == {
        "1": "Roe, The nets.",
        "2": "Doe, The ports, of which the second volume has the maps.",
        "3": "Ibid.",
        "4": "Poe, The sails.",
    }
    assert {note.kind for note in made.notes} == {NoteKind.ENDNOTE}


def test_each_chapter_has_its_own() -> None:
    chapter = [*TEXT, line(430, "Notes", size=13), *LIST]
    other = [
        *lines(
            TOP,
            ("Nothing was paid", up("1"), " before the summer"),
            ("to the crews", up("2"), " of the town"),
            ("that year", up("3"), "."),
        ),
        line(430, "Notes", size=13),
        *lines(400, "1. One.", "2. Two.", "3. Three."),
    ]
    made = layout("a.pdf", pdf(chapter, other))
    assert list(notes(made)) == ["1/1", "1/2", "1/3", "1/4", "2/1", "2/2", "2/3"]


def test_numbers_of_a_bibliography_call_no_notes() -> None:
    made = layout("a.pdf", pdf([*TEXT, line(430, "References", size=13), *LIST]))
    assert made.notes == ()


def test_a_list_that_no_marks_call_is_text() -> None:
    plain = lines(TOP, "The harbour was closed for the winter, and nobody in the", "town remembered who had signed.")
    assert layout("a.pdf", pdf([*plain, line(430, "Notes", size=13), *LIST])).notes == ()
