"""The table as a workbook."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from citecheck.model.table import Table
from citecheck.report.table.xlsx import xlsx_table
from tests.reconcile.samples import table
from tests.report.table.decided import decided

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def book(name: str = "xl/worksheets/sheet1.xml", of: Table | None = None) -> ElementTree.Element:
    with ZipFile(BytesIO(xlsx_table(of or decided()))) as archive:
        return ElementTree.fromstring(archive.read(name))


def test_the_workbook_has_no_formula_and_only_texts() -> None:
    sheet = book()
    assert list(sheet.iter(f"{SHEET}f")) == []
    assert list(sheet.iter(f"{SHEET}hyperlink")) == []
    kinds = {(re.sub(r"\d", "", cell.get("r", "")), cell.get("t")) for cell in sheet.iter(f"{SHEET}c")}
    assert {column for column, kind in kinds if kind != "s"} == {"H"}


def test_the_workbook_holds_both_texts_the_verdict_and_a_place_for_the_decision() -> None:
    texts = ["".join(one.itertext()) for one in book("xl/sharedStrings.xml").iter(f"{SHEET}si")]
    assert texts[:10] == [
        "Section",
        "French",
        "English",
        "French: text",
        "English: text",
        "Shape",
        "Verdict",
        "Confidence",
        "Differences",
        "Decision",
    ]
    assert "=1+1 Bihan, 2015, p. 30" in texts
    assert "2. Audic, 2011, p. 9 | 3. Ibid., p. 12" in texts
    assert "=merged (Yann, 2026-11-24)" in texts


def test_the_header_stays_and_filters() -> None:
    sheet = book()
    pane = next(sheet.iter(f"{SHEET}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert next(sheet.iter(f"{SHEET}autoFilter")).get("ref") == "A1:J7"


def test_a_workbook_without_rows_can_be_made() -> None:
    assert next(book(of=table().in_section("9")).iter(f"{SHEET}autoFilter")).get("ref") == "A1:J2"


def test_the_same_table_makes_the_same_workbook() -> None:
    assert xlsx_table(decided()) == xlsx_table(decided())
