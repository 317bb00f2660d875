"""Calls: where the running text calls notes."""

from __future__ import annotations

import pytest

from citecheck.parse.calls import find_calls, first_called, labels_called, without_calls
from citecheck.parse.forms.notes import note_ways
from tests.parse.texts import whole


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("One<sup>1</sup>, two² and three[^3].", [("1", "<sup>1</sup>"), ("2", "²"), ("3", "[^3]")]),
        ("Many<sup>4, 6-8</sup>.", [("4", "4"), ("6", "6"), ("7", "6"), ("8", "8")]),
        ("In^[a note[^1] of its own] and out[^2].", [("", "^[a note[^1] of its own]"), ("2", "[^2]")]),
        ("In^[a ^[deep] note[^1]].", [("", "^[a ^[deep] note[^1]]"), ("", "^[deep]")]),
        ("An area of 3 km<sup>2</sup>.", []),
        ("A claim [1].", []),
    ],
)
def test_the_calls_of_a_text_in_their_order(text: str, calls: list[tuple[str, str]]) -> None:
    read = find_calls(whole(text), 0, 0, None)
    assert [(call.label, call.span.text) for call in read.calls] == calls


def test_a_form_that_the_document_agreed_upon_is_read_as_well() -> None:
    read = find_calls(whole("One[1] and<sup>2</sup> two [3]."), 0, 0, note_ways().by_name["square"])
    assert [(call.label, call.read_by) for call in read.calls] == [
        ("1", "square"),
        ("2", "superscript"),
        ("3", "square"),
    ]


def test_a_bracket_that_never_closes_is_said() -> None:
    read = find_calls(whole("A claim^[Doe, 2020."), 0, 0, None)
    assert [(lost.span.text, lost.reason) for lost in read.unreadable] == [("^[", "inline-note-unclosed")]
    assert read.calls == ()


def test_a_note_in_its_place_has_its_text() -> None:
    [note] = find_calls(whole("A claim^[Doe, 2020]."), 2, 0, None).definitions
    assert (note.span.text, note.label_span.text, note.body.text, note.section) == (
        "^[Doe, 2020]",
        "^[",
        "Doe, 2020",
        2,
    )


def test_a_text_without_its_calls() -> None:
    assert without_calls("One<sup>1</sup> two² three[^3] four [4].") == "One two three four [4]."


def test_powers_are_among_the_labels_that_may_be_called() -> None:
    assert [called.label for called in labels_called("R<sup>2</sup> and[^a]", None)] == ["2", "a"]


def test_where_a_label_is_called_first() -> None:
    assert first_called("R[^b] and[^a], then[^b]", None) == {"b": 5, "a": 13}
