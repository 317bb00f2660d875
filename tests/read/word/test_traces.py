"""Where words stand in the XML."""

from __future__ import annotations

from citecheck.read.elements import name
from citecheck.read.word import traced
from tests.read.word.samples import document, mark, note, p, r


def found(raw: bytes) -> dict[tuple[str, int], list[tuple[int, int, str]]]:
    _, traces = traced("a.docx", raw)
    return {key: [(one.at, one.length, name(one.element)) for one in pieces] for key, pieces in traces.pieces.items()}


def test_each_element_that_prints_is_known_by_its_paragraph() -> None:
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>bc</w:t></w:r>"
    raw = document(p(run, mark(2), "d") + p("e"), notes=note(2, p(" f")))
    assert found(raw) == {
        ("document", 1): [(0, 1, "t"), (1, 1, "tab"), (2, 2, "t"), (4, 0, "footnoteReference"), (4, 1, "t")],
        ("document", 2): [(0, 1, "t")],
        ("footnotes", 1): [(0, 2, "t")],
    }


def test_paragraphs_that_a_deletion_joins_count_as_one() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr>'
    raw = document(p(r("One"), shape=deleted) + p("two"))
    layout, traces = traced("a.docx", raw)
    assert [(one.at, one.length) for one in traces.pieces["document", 1]] == [(0, 3), (3, 3)]
    assert [getattr(one, "at", None) for one in layout.blocks[0].inlines] == [0, 3, 3]


def test_parts_are_known_by_their_names() -> None:
    _, traces = traced("a.docx", document(p("a", mark(2)), notes=note(2, p("b"))))
    assert {part: file for part, (file, _) in traces.roots.items()} == {
        "document": "word/document.xml",
        "footnotes": "word/footnotes.xml",
    }
