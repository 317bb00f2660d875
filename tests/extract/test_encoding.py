"""Documents as JSON values: places instead of text, and nothing that is as it always is."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from citecheck.extract.encoding import QUOTABLE, encode
from citecheck.model.document import Amount, BlockKind, Document, Note, NoteForm, Paragraph, Unreadable
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.source import Anchor, Source, Span

SOURCE = Source("a.md", "Le texte.\n\n[^1]: Doe, 2020, et un secret.\n", "ab12")


def span(words: str, source: Source = SOURCE) -> Span:
    start = source.text.index(words)
    return Span(source, start, start + len(words))


def note(body: str, *citations: Citation) -> Note:
    return Note(span("[^1]: Doe, 2020"), span("[^1]"), span(body), NoteForm.LABEL, "1", "1", "1", 0, citations)


def version(document: Document) -> dict[str, object]:
    (made,) = encode([document])["versions"].values()
    assert isinstance(made, dict)
    json.dumps(made)
    return made


def test_spans_are_counted_from_their_item_and_those_outside_have_a_place() -> None:
    inside = Citation(span("Doe, 2020"), CitationKind.SHORT, year="2020")
    outside = Citation(span("secret"), CitationKind.TITLE)
    (made,) = version(Document("fr", (SOURCE,), notes=(note("Doe, 2020", inside, outside),)))["notes"]  # type: ignore[misc]
    assert (made["at"], made["text"]) == ("3:1", "[^1]: Doe, 2020")
    assert made["body"] == [6, 15]
    assert made["citations"] == [{"span": [6, 15], "kind": "short", "year": "2020"}, {"span": 0, "kind": "title"}]
    assert made["outside"] == [{"at": "3:24", "text": "secret"}]


def test_paragraphs_have_places_and_no_text() -> None:
    paragraph = Paragraph((span("Le texte."),), 0, 0, BlockKind.PROSE)
    made = version(Document("fr", (SOURCE,), paragraphs=(paragraph,)))
    assert made["paragraphs"] == [{"pieces": ["1:1-1:10"], "section": 0, "index": 0, "kind": "prose"}]
    assert "texte" not in json.dumps(made)


def test_decimals_are_strings_and_lists_that_are_rare_are_left_out() -> None:
    amount = Amount(span("2020"), Decimal("1.50"), "EUR", Decimal("0.01"), "1.50")
    made = version(Document("fr", (SOURCE,), amounts=(amount,)))
    assert made["amounts"][0]["value"] == "1.50"  # type: ignore[index]
    assert "waivers" not in made
    assert made["notes"] == []


def test_of_what_is_long_and_unreadable_only_the_place_is_told() -> None:
    long = Source("a.md", "x" * (QUOTABLE + 1) + "\nyy")
    lost = (Unreadable(Span(long, 0, QUOTABLE + 1), "torn"), Unreadable(Span(long, QUOTABLE + 2, QUOTABLE + 4), "torn"))
    first, second = version(Document("fr", (long,), unreadable=lost))["unreadable"]  # type: ignore[misc]
    assert first == {"at": "1:1", "to": f"1:{QUOTABLE + 2}", "reason": "torn"}
    assert second == {"at": "2:1", "text": "yy", "reason": "torn"}


def test_files_are_told_once_and_where_accents_were_joined() -> None:
    joined = Source("b.md", "été", "cd34", composed=((1, 1), (3, 3)))
    made = encode([Document("fr", (SOURCE, joined)), Document("en", (SOURCE,))])
    assert made["sources"] == [
        {"path": "a.md", "sha256": "ab12", "encoding": "utf-8"},
        {"path": "b.md", "sha256": "cd34", "encoding": "utf-8", "joined": ["1:2", "1:4+2"]},
    ]
    assert [one["files"] for one in made["versions"].values()] == [[0, 1], [0]]


def test_two_documents_in_one_language_are_refused() -> None:
    with pytest.raises(ValueError, match="two documents in one language"):
        encode([Document("fr", (SOURCE,)), Document("fr", (SOURCE,))])


def test_no_document_is_no_version() -> None:
    assert encode([]) == {"sources": [], "versions": {}}


def test_a_document_in_lines_has_a_place_wherever_its_text_does_not_just_go_on() -> None:
    anchors = (
        Anchor(0, "text", 1, line=4, column=3),
        Anchor(3, "text", 1, 3, line=4, column=6),
        Anchor(9, "text", 1, 9, line=5, column=1),
        Anchor(11, "notes", 1, 0, "1", file="b.tex", line=2, column=8),
    )
    [made] = encode([Document("fr", (Source("a.tex", SOURCE.text, anchors=anchors),))])["sources"]
    assert made["places"] == [
        {"line": 1, "part": "text", "paragraph": 1, "column": 1, "at": "4:3"},
        {"line": 1, "part": "text", "paragraph": 1, "column": 10, "at": "5:1"},
        {"line": 3, "part": "notes", "paragraph": 1, "note": "1", "column": 1, "at": "2:8", "file": "b.tex"},
    ]
