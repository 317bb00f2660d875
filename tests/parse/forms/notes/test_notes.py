"""All forms of notes together: one pass over a text, and each match read by its own form."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from citecheck.parse.forms.notes import READERS, note_ways
from tests.parse.texts import ANY_TEXT, QUICK


def test_every_form_of_notes_reads_something() -> None:
    ways = note_ways()
    assert {way.name for way in ways.all} >= {"label", "inline"}
    assert all(any(hasattr(way.module, reader) for reader in READERS) for way in ways.all)
    assert note_ways() is ways, "made once"


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("One<sup>1</sup> and two[^b].", [("1",), ("b",)]),
        ("One<sup>1, 2</sup>", [("1", "2")]),
        ("none", []),
        ("", []),
    ],
)
def test_calls_are_found_in_one_pass_with_their_labels(text: str, calls: list[tuple[str, ...]]) -> None:
    found = [tuple(one.label for one in way.labels(match)) for way, match in note_ways().matches(text, 0, len(text))]
    assert found == calls


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [("[^b]: Doe, 2019", "b", "Doe, 2019"), ("<sup>12</sup> Doe, 2019", "12", "Doe, 2019")],
)
def test_a_line_begins_a_note(line: str, label: str, rest: str) -> None:
    found = note_ways().note_at(line, 0)
    assert found is not None
    _, beginning = found
    assert (beginning.label, line[beginning.body :].strip()) == (label, rest)


def test_a_form_that_needs_agreement_is_read_only_with_it() -> None:
    ways = note_ways()
    assert ways.note_at("[12] Doe, 2019", 0) is None
    (square,) = (way for way in ways.by_agreement if way.name == "square")
    found = ways.note_at("[12] Doe, 2019", 0, square)
    assert found is not None
    assert (found[0], found[1].label) == (square, "12")


def test_inline_notes_are_calls_that_hold_their_text() -> None:
    text = "One^[Doe, 2019]."
    ((way, called),) = note_ways().holding(text)
    assert way.name == "inline"
    assert called.body is not None
    assert text[slice(*called.body)] == "Doe, 2019"


@pytest.mark.parametrize(("text", "entries", "traced"), [("One [1](#_ftn1).", True, True), ("One.", False, False)])
def test_what_calls_notes_leaves_a_trace(text: str, entries: bool, traced: bool) -> None:
    assert any(pattern.search(text) for pattern in note_ways().traces(entries)) is traced


@QUICK
@given(text=ANY_TEXT)
def test_matches_of_any_text_do_not_overlap(text: str) -> None:
    reached = 0
    for _, match in note_ways().matches(text, 0, len(text)):
        assert isinstance(match, re.Match)
        assert match.start() >= reached
        reached = match.end()
