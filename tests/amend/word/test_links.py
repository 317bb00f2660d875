"""Links that print where they lead."""

from __future__ import annotations

from citecheck.amend.word.links import Links, link_of
from citecheck.read.word.traces import Piece
from tests.read.word.samples import document, element, p, r

ROOT = element(p("See ", f'<w:hyperlink r:id="x">{r("abc")}{r("def")}</w:hyperlink>'))
PIECES = [Piece(at, length, one) for (at, length), one in zip([(0, 4), (4, 3), (7, 3)], ROOT.iter("{*}t"), strict=True)]
LINK = next(ROOT.iter("{*}hyperlink"))


def test_a_piece_is_in_a_link_or_not() -> None:
    assert [link_of(one) for one in PIECES] == [None, LINK, LINK]


def test_new_links_have_an_identifier_of_their_own() -> None:
    links = Links("a.docx", document(p("a"), links={"x": "https://example.org/a/", "rId1": "https://example.org"}))
    assert links.leads_to("word/document.xml", LINK, "https://example.org/a")
    assert not links.leads_to("word/document.xml", LINK, "https://example.org/b")
    assert not links.leads_to("word/footnotes.xml", LINK, "https://example.org/a")
    assert links.parts() == {}
    made = links.added("word/document.xml", LINK, "https://example.org/b")
    assert [str(held) for held in made.attrib.values()] == ["rId2"]
    assert b'Target="https://example.org/b"' in links.parts()["word/_rels/document.xml.rels"]
