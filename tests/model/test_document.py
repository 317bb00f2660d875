"""A document: the order in which notes are met, which entries are printed, and titles as one reads them."""

from __future__ import annotations

import pytest

from citecheck.model.document import BlockKind, Document, Entry, Heading, Marker, Note, NoteForm
from citecheck.model.source import Source, Span

TEXT = Source("a.md", "## **1.2** The *whole*   title\n\nText.\n\n[12] Doe, 2020\n")
FILE = Source("a.bib", "@book{doe}")


def span(start: int, end: int, source: Source = TEXT) -> Span:
    return Span(source, start, end)


def marker(label: str, at: int) -> Marker:
    return Marker(span(at, at + 1), NoteForm.LABEL, label, label, label, 0, 0, at, "", "", BlockKind.PROSE)


def note(label: str, form: NoteForm = NoteForm.LABEL) -> Note:
    return Note(span(39, 53), span(39, 43), span(44, 53), form, label, label, label, 0)


def test_a_title_has_no_emphasis_and_single_blanks() -> None:
    assert Heading(span(0, 30), 2, "1.2", span(11, 30), 1).title == "The whole title"


def test_the_number_of_an_entry_is_printed_with_its_brackets_or_not_at_all() -> None:
    assert Entry(span(39, 53), span(44, 53), "12", "12", 0, ()).number_span.text == "[12]"
    assert Entry(span(44, 53), span(44, 53), None, "1", 0, ()).number_span.text == ""


def test_entries_of_a_file_are_not_printed() -> None:
    printed = Entry(span(39, 53), span(44, 53), "12", "12", 0, ())
    filed = Entry(span(0, 10, FILE), span(0, 10, FILE), None, "doe", 0, ())
    heading = Heading(span(0, 30), 2, None, span(3, 30), 1)
    assert Document("en", (TEXT, FILE), headings=(heading,), entries=(printed, filed)).printed_entries == (printed,)
    assert Document("en", (FILE,), entries=(filed,)).printed_entries == ()


@pytest.mark.parametrize(
    ("form", "written", "called", "met"),
    [
        (NoteForm.LABEL, "abc", {"a": 30, "b": 20, "c": 10}, "cba"),
        (NoteForm.LABEL, "axb", {"a": 30, "b": 20}, "bax"),
        (NoteForm.SUPERSCRIPT, "123", {"1": 30, "2": 20, "3": 35}, "123"),
        (NoteForm.SUPERSCRIPT, "312", {"1": 10, "2": 20, "3": 35}, "123"),
        (NoteForm.SUPERSCRIPT, "312", {"1": 10, "2": 20}, "312"),
        (NoteForm.LABEL, "ab", {}, "ab"),
    ],
    ids=[
        "as called",
        "uncalled behind the one before",
        "numbers keep their order",
        "numbers are called in their order",
        "one number is not called",
        "nothing called",
    ],
)
def test_notes_are_met_where_they_are_called(form: NoteForm, written: str, called: dict[str, int], met: str) -> None:
    markers = tuple(marker(label, at) for label, at in sorted(called.items(), key=lambda pair: pair[1]))
    document = Document("en", (TEXT,), markers=markers, notes=tuple(note(label, form) for label in written))
    assert "".join(one.label for one in document.notes_as_met) == met


def test_a_document_is_sparse_where_any_of_its_sources_is() -> None:
    assert Document("en", (TEXT, Source("b.md", "", sparse=True))).sparse
    assert not Document("en", (TEXT,)).sparse
    assert not Document("en", ()).sparse
