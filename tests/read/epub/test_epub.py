"""EPUB books."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.read.epub import layout
from tests.read.word.samples import zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
    "<dc:title>Coastal fishing</dc:title><dc:language>en-GB</dc:language></metadata><manifest>"
    '<item id="n" href="notes.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="a" href="text/a%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="i" href="i.png" media-type="image/png"/></manifest>'
    '<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="i"/><itemref idref="n"/></spine></package>'
)
XHTML = '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
BOOK = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": XHTML.format("<p>1 Ports</p>"),
    "OEBPS/text/a b.xhtml": XHTML.format('<h1>Ports</h1><p>So<a id="r" href="../notes.xhtml#n1">1</a>.</p>'),
    "OEBPS/notes.xhtml": XHTML.format('<p id="n1"><a href="text/a%20b.xhtml#r">1</a> Doe, 2019.</p>'),
}


def test_a_book_is_read_in_the_order_of_its_spine_with_notes_across_pages() -> None:
    made = layout("a.epub", zipped(BOOK))
    assert [block.text for block in made.blocks] == ["Ports", "So."]
    assert [(one.note_id, one.blocks[0].text) for one in made.notes] == [("1", "Doe, 2019.")]
    assert (made.title, made.lang) == ("Coastal fishing", "en")


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("META-INF/container.xml", "has no list of its pages"),
        ("OEBPS/book.opf", "has no list of its pages"),
        ("OEBPS/text/a b.xhtml", ""),
    ],
)
def test_a_book_that_lacks_a_part_is_said_to_lack_it(gone: str, said: str) -> None:
    raw = zipped({name: text for name, text in BOOK.items() if name != gone})
    if said:
        with pytest.raises(InputError, match=said):
            layout("a.epub", raw)
    else:
        assert [block.text for block in layout("a.epub", raw).blocks] == ["1 Doe, 2019."]


def test_a_book_without_pages_is_said_to_have_none() -> None:
    held = {name: text for name, text in BOOK.items() if not name.endswith("xhtml")}
    with pytest.raises(InputError, match="lists no page"):
        layout("a.epub", zipped(held))
