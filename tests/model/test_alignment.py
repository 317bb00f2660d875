"""Two versions side by side: what both have, what one has alone, and which is the other one."""

from __future__ import annotations

from citecheck.model.alignment import Alignment, EntryPair, SectionPair, Twins
from citecheck.model.citations import Citations
from citecheck.model.document import Document, Entry, Heading
from citecheck.model.source import Source, Span

SPAN = Span(Source("a.md", "1. Doe"), 0, 6)


def entry(entry_id: str) -> Entry:
    return Entry(SPAN, SPAN.part(3, 6), "1", entry_id, 0, ())


def heading(section: int) -> Heading:
    return Heading(SPAN, 1, None, SPAN, section)


def test_what_both_versions_have_and_what_one_has_alone() -> None:
    left, right = Citations(Document("fr", ())), Citations(Document("en", ()))
    one, twin, alone, other = (entry(name) for name in ("one", "twin", "alone", "other"))
    first, second = heading(1), heading(2)
    alignment = Alignment(
        left,
        right,
        sections=(SectionPair(first, second), SectionPair(None, second), SectionPair(first, None)),
        entries=(EntryPair(alone, None), EntryPair(one, twin, certain=True), EntryPair(None, other)),
    )
    assert list(alignment.twins) == [Twins(one, twin, True)]
    assert [(version.lang, found.entry_id) for version, found in alignment.lone_entries] == [
        ("fr", "alone"),
        ("en", "other"),
    ]
    assert [(version.lang, found.section) for version, found in alignment.lone_sections] == [("en", 2), ("fr", 1)]
    assert [pair.both for pair in alignment.sections] == [(first, second), None, None]
    assert alignment.other(left) is right
    assert alignment.other(right) is left


def test_the_number_of_an_entry_ends_with_its_stop() -> None:
    assert entry("one").number_span.text == "1."
