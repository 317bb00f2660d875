"""Notes: which lines hold them, and where they end."""

from __future__ import annotations

import pytest

from citecheck.parse.blocks import Block, Kind
from citecheck.parse.forms.notes import note_ways
from citecheck.parse.notes import continues_note, extended, notes_of_lines
from tests.parse.texts import whole


def test_the_lines_of_a_block_are_notes_up_to_the_next_one() -> None:
    text = "<sup>1</sup> Doe, 2020,\np. 4.\n> <sup>2</sup> Roe.\n[^c]: Poe. \n"
    found = notes_of_lines(whole(text), 3, None)
    assert [(note.label, note.body.text) for note in found] == [
        ("1", "Doe, 2020,\np. 4."),
        ("2", "Roe."),
        ("c", "Poe."),
    ]
    assert [note.span.text[:6] for note in found] == ["<sup>1", "<sup>2", "[^c]: "]
    assert {note.section for note in found} == {3}


def test_a_line_of_the_form_that_was_agreed_upon_is_a_note() -> None:
    text = "[1] Doe, 2020.\n[2] Roe, 2021."
    assert notes_of_lines(whole(text), 0, None) == []
    assert [note.label for note in notes_of_lines(whole(text), 0, note_ways().by_name["square"])] == ["1", "2"]


LONG = "A remark of some length that a page break has cut in the midst of a"


@pytest.mark.parametrize(
    ("note", "text", "kind", "is_open", "goes_on"),
    [
        ("[^1]: Doe, 2020.", "    More.", Kind.PARAGRAPH, False, True),
        ("<sup>1</sup> Doe, 2020.", "    More.", Kind.PARAGRAPH, False, False),
        ("<sup>1</sup> Doe, 2020.", "https://example.org/a", Kind.PARAGRAPH, False, True),
        (
            "<sup>1</sup> Doe, 2020.",
            "https://example.org/a is where all of it has been put for everyone to see",
            Kind.PARAGRAPH,
            False,
            False,
        ),
        ("<sup>1</sup> Doe, 2020, and", "Roe, 2021.", Kind.PARAGRAPH, False, True),
        ("<sup>1</sup> Doe, 2020, and", "- Roe, 2021.", Kind.LIST, False, False),
        (f"<sup>1</sup> {LONG}", "sentence.", Kind.PARAGRAPH, False, True),
        (f"<sup>1</sup> {LONG}", "sentence.", Kind.PARAGRAPH, True, False),
        (f"<sup>1</sup> {LONG}.", "sentence.", Kind.PARAGRAPH, False, False),
        (f"<sup>1</sup> {LONG}", "Sentence.", Kind.PARAGRAPH, False, False),
        ("<sup>1</sup> Short", "sentence.", Kind.PARAGRAPH, False, False),
    ],
)
def test_what_goes_on_with_a_note(note: str, text: str, kind: Kind, is_open: bool, goes_on: bool) -> None:
    [definition] = notes_of_lines(whole(note), 0, None)
    assert continues_note(definition, Block(whole(text), kind), is_open) is goes_on


def test_a_note_holds_what_it_goes_on_in() -> None:
    text = whole("<sup>1</sup> Doe,\n\n2020. \n")
    [note] = notes_of_lines(text.part(0, 17), 0, None)
    assert extended(note, text.part(19, 26)).body.text == "Doe,\n\n2020."
