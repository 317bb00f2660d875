"""Findings: where things stand, and edits and fixes as they are written into a file."""

from __future__ import annotations

import pytest

from citecheck.model.citations import Resolved, Status, Work
from citecheck.model.credentials import MASK
from citecheck.model.document import Bracket, Entry, Note, NoteForm
from citecheck.model.finding import Edit, Fix, Place, Severity
from citecheck.model.reference import Citation, CitationKind, Reference
from citecheck.model.source import Source, Span

SPAN = Span(Source("a.md", "Voir Doe, 2020, p. 4."), 5, 20)
PART = SPAN.part(0, 3)
NOTE = Note(SPAN, PART, SPAN, NoteForm.LABEL, "doe", "7", "n7", 0)
ENTRY = Entry(SPAN, SPAN, "3", "e3", 0, ())
CITATION = Citation(PART, CitationKind.SHORT)


def test_severities_are_ranked_by_how_much_they_matter() -> None:
    assert [Severity.ERROR.rank, Severity.WARNING.rank, Severity.INFO.rank] == [0, 1, 2]


@pytest.mark.parametrize(
    ("thing", "place"),
    [
        (NOTE, Place(SPAN, "fr", "7", "n7", "doe")),
        (ENTRY, Place(SPAN, "fr", entry="3", entry_id="e3")),
        (Resolved(CITATION, Status.MISSING, note=NOTE), Place(PART, "fr", "7", "n7", "doe")),
        (Resolved(CITATION, Status.MISSING), Place(PART, "fr")),
        (Work("entry:3", Reference(PART), ENTRY), Place(PART, "fr", entry="3", entry_id="e3")),
        (Work("note:7#1", Reference(PART), note=NOTE), Place(PART, "fr", "7", "n7", "doe")),
        (Work("text:1", Reference(PART)), Place(PART, "fr")),
        (Bracket(SPAN, 0, ()), Place(SPAN, "fr")),
    ],
)
def test_a_place_names_the_note_or_the_entry(thing: Note | Entry | Resolved | Work | Bracket, place: Place) -> None:
    assert Place.of(thing, "fr") == place
    narrow = SPAN.part(5, 9)
    assert Place.of(thing, "fr", narrow) == place.within(narrow)


def test_a_label_that_is_the_number_is_not_told_twice() -> None:
    assert Place.of(Note(SPAN, PART, SPAN, NoteForm.SUPERSCRIPT, "7", "7", "7", 0), "en").note_label is None


@pytest.mark.parametrize(
    ("old", "new", "lean"),
    [
        ("p. 27–C2", "p. 27", ("–C2", "")),
        ("Doe, 2020", "Doe, 2021", ("0", "1")),
        ("aa", "aaa", ("", "a")),
        ("aba", "a", ("ba", "")),
        ("", "x", ("", "x")),
    ],
)
def test_an_edit_leaves_out_what_stays(old: str, new: str, lean: tuple[str, str]) -> None:
    made = Edit(Span(Source("a.md", old), 0, len(old)), new).lean
    assert made is not None
    assert (made.span.text, made.replacement) == lean
    assert old[: made.span.start] + made.replacement + old[made.span.end :] == new


def test_an_edit_that_changes_nothing_is_none() -> None:
    assert Edit(SPAN, SPAN.text).lean is None


def masked(old: str, new: str) -> Fix | None:
    return Fix((Edit(Span(Source("a.md", old), 0, len(old)), new),)).writable


def test_a_fix_never_writes_a_mask_into_a_file() -> None:
    address = f"https://{MASK}@a.example/"
    lean = masked(f"{address}?utm_source=x", address)
    assert lean is not None
    assert [(edit.span.text, edit.replacement) for edit in lean.edits] == [("?utm_source=x", "")]
    assert masked("https://a.example/", address) is None
    assert masked(address, address) is None
    plain = Fix((Edit(SPAN, "Doe"),))
    assert plain.writable is plain
