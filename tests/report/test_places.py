"""Places in documents without lines."""

from __future__ import annotations

from citecheck.model.source import Anchor, Printed, Source, Span
from citecheck.report.places import excerpt, place_data, told_place

TEXT = "Before.\n\nSee *Ports* and [here](https://example.org), so[^e1].\n\n[^e1]: Doe \\* Roe.\n\n"
SOURCE = Source(
    "a.docx",
    TEXT,
    anchors=(Anchor(0, "document", 1), Anchor(9, "document", 2, section="2.1"), Anchor(68, "endnotes", 1, 0, "e1")),
    printed=(Printed("e1", "i", "e1"),),
)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(SOURCE, at, at + len(words))


def test_excerpts_are_what_is_printed() -> None:
    assert excerpt(span("*Ports* and [here](https://example.org), so[^e1]")) == "Ports and here, soi"
    assert excerpt(span("[^e1]: Doe \\* Roe")) == "i Doe * Roe"
    assert excerpt(Span(Source("a.md", "*a*"), 0, 3)) == "*a*"


def test_a_place_is_told_in_few_signs() -> None:
    assert told_place(Anchor(0, "document", 34)) == "¶34"
    assert told_place(Anchor(0, "footnotes", 3, 0, "12")) == "n. 12"
    assert told_place(Anchor(0, "pages", 34, page=7)) == "p. 7"
    assert told_place(Anchor(0, "footnotes", 3, 0, "12", page=7, label="v")) == "p. v, n. 12"


def test_a_place_for_programs_has_the_words_around() -> None:
    here = span("here")
    assert here.anchor is not None
    assert place_data(here, here.anchor) == {
        "part": "document",
        "note": None,
        "section": "2.1",
        "paragraph": 2,
        "page": None,
        "label": None,
        "before": "See Ports and [",
        "after": "](https://example.org), soi.",
    }
    doe = span("Doe")
    assert doe.anchor is not None
    told = place_data(doe, doe.anchor)
    assert (told["part"], told["note"], told["before"], told["after"]) == ("endnotes", "e1", "i ", " * Roe.")


def test_parts_of_books_and_notebooks_are_told() -> None:
    assert told_place(Anchor(0, "text/chapter-1.xhtml", 34)) == "chapter-1 ¶34"
    assert told_place(Anchor(0, "cell 4", 2)) == "cell 4:2"
