"""Word's own sources."""

from __future__ import annotations

import json

from citecheck.read.archive import Archive
from citecheck.read.word.sources import own_sources
from tests.read.word.samples import document, p

SPACE = 'xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"'
BOOK = (
    "<b:Source><b:Tag>Doe19</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList>"
    "<b:Person><b:Last>Doe</b:Last><b:Middle>M.</b:Middle><b:First>Jane</b:First></b:Person>"
    "<b:Person><b:Last>Plato</b:Last></b:Person></b:NameList></b:Author></b:Author>"
    "<b:Title>Elms</b:Title><b:Year>2019</b:Year><b:City>London</b:City><b:Publisher>Harrow</b:Publisher></b:Source>"
)
SITE = (
    "<b:Source><b:Tag>Wor20</b:Tag><b:SourceType>InternetSite</b:SourceType><b:Author><b:Author>"
    "<b:Corporate>World Bank</b:Corporate></b:Author></b:Author><b:Title>Oaks</b:Title><b:Year>2020</b:Year>"
    "<b:Month>5</b:Month><b:Day>3</b:Day><b:YearAccessed>2021</b:YearAccessed><b:URL>https://example.org</b:URL></b:Source>"
)


def test_sources_are_csl_items() -> None:
    held = f"<b:Sources {SPACE}>{BOOK}{SITE}<b:Source><b:Title>No tag</b:Title></b:Source></b:Sources>"
    parts = {"customXml/item1.xml": held, "customXml/item2.xml": "<other/>", "customXml/itemProps1.xml": "<x/>"}
    made = own_sources(Archive("a.docx", document(p("Text"), parts=parts), "Word document"))
    assert [json.loads(one) for one in made] == [
        {
            "id": "Doe19",
            "type": "book",
            "author": [{"family": "Doe", "given": "Jane M."}, {"family": "Plato"}],
            "issued": {"date-parts": [["2019"]]},
            "title": "Elms",
            "publisher": "Harrow",
            "publisher-place": "London",
        },
        {
            "id": "Wor20",
            "type": "webpage",
            "author": [{"literal": "World Bank"}],
            "issued": {"date-parts": [["2020", "5", "3"]]},
            "accessed": {"date-parts": [["2021"]]},
            "title": "Oaks",
            "URL": "https://example.org",
        },
    ]


def test_a_document_without_sources() -> None:
    assert own_sources(Archive("a.docx", document(p("Text")), "Word document")) == ()
