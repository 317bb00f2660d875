"""Citations with what they resolve to: where a chain begins, what a note cites, which habit is one."""

from __future__ import annotations

import pytest

from citecheck.model.citations import Citations, Habit, Resolved, Status, Work
from citecheck.model.document import Document, Entry, Note, NoteForm
from citecheck.model.reference import Citation, CitationKind, Reference
from citecheck.model.source import Source, Span

SPAN = Span(Source("a.md", "1. Doe, 2020"), 3, 12)
ENTRY = Entry(SPAN, SPAN, "1", "1", 0, ())


def cited(note: Note | None = None, before: Resolved | None = None, root: Resolved | None = None) -> Resolved:
    return Resolved(Citation(SPAN, CitationKind.SHORT), Status.ENTRY, note, antecedent=before, root=root)


def note(number: str) -> Note:
    return Note(SPAN, SPAN.part(0, 0), SPAN, NoteForm.LABEL, number, number, number, 0)


def test_the_origin_is_where_a_chain_of_any_length_begins() -> None:
    first = last = cited()
    for _ in range(5000):
        last = cited(before=last)
    assert last.origin is first
    assert first.origin is first


def test_an_origin_that_is_told_is_not_looked_for() -> None:
    first = cited()
    assert cited(before=cited(), root=first).origin is first


@pytest.mark.parametrize(
    ("key", "entry", "glued"), [("entry:3", True, False), ("entry:3#2", True, True), ("note:3#2", False, False)]
)
def test_only_further_sources_of_an_entry_are_glued_to_it(key: str, entry: bool, glued: bool) -> None:
    assert Work(key, Reference(SPAN), ENTRY if entry else None).glued is glued


def test_the_citations_of_a_note_are_its_own_in_order() -> None:
    one, twin = note("1"), note("1")
    first, second, other, bracket = cited(one), cited(one), cited(twin), cited()
    citations = Citations(Document("fr", ()), resolved=(first, other, bracket, second))
    assert [id(made) for made in citations.of_note(one)] == [id(first), id(second)]
    assert [id(made) for made in citations.of_note(twin)] == [id(other)], "a note of the same words is another note"
    assert citations.of_note(note("2")) == ()
    assert citations.lang == "fr"


@pytest.mark.parametrize(("full", "short", "habit"), [(2, 0, False), (3, 0, True), (3, 6, True), (3, 7, False)])
def test_whole_references_are_a_habit_where_most_notes_give_them(full: int, short: int, habit: bool) -> None:
    assert Habit(full=full, short=short).full_notes is habit
