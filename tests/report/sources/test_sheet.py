"""The sources in a spreadsheet: texts, and no formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

from citecheck.model.sources import SourceReport
from citecheck.report.sources.rows import header
from citecheck.report.sources.sheet import csv_sources, xlsx_sources
from tests.report.sources.samples import hostile

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book(name: str, report: SourceReport) -> ElementTree.Element:
    with ZipFile(BytesIO(xlsx_sources(report))) as archive:
        return ElementTree.fromstring(archive.read(name))


def test_one_line_for_each_work() -> None:
    first, *lines = list(csv.reader(StringIO(csv_sources(hostile()).lstrip("\ufeff"))))
    assert first == header("en")
    assert len(lines) == 2
    assert not [cell for line in lines for cell in line if cell.startswith("=")]


def test_the_workbook_has_only_texts() -> None:
    sheet = book("xl/worksheets/sheet1.xml", hostile())
    assert list(sheet.iter(f"{SHEET}f")) == []
    assert {cell.get("t") for cell in sheet.iter(f"{SHEET}c")} == {"s"}
    texts = ["".join(one.itertext()) for one in book("xl/sharedStrings.xml", hostile()).iter(f"{SHEET}si")]
    assert texts[:8] == header("en")
    assert any(text.startswith("=Roe") for text in texts)


def test_the_header_stays_and_filters() -> None:
    sheet = book("xl/worksheets/sheet1.xml", hostile())
    assert next(sheet.iter(f"{SHEET}pane")).get("state") == "frozen"
    assert next(sheet.iter(f"{SHEET}autoFilter")).get("ref") == "A1:H3"
    assert next(book("xl/worksheets/sheet1.xml", SourceReport((), ())).iter(f"{SHEET}autoFilter")).get("ref") == "A1:H2"


def test_the_same_twice() -> None:
    assert xlsx_sources(hostile()) == xlsx_sources(hostile())
