"""The formats: each as in its snapshot, and none lets a text of the report be anything but a text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.table import Table
from citecheck.reconcile.renumber import renumber
from citecheck.report.json import json_text
from citecheck.report.sheet import csv_lines
from citecheck.report.table.csv import csv_table
from citecheck.report.table.html import html_page
from citecheck.report.table.json import alignment_data
from citecheck.report.table.renumbering import renumbering_data, renumbering_lines
from citecheck.report.table.text import detail_text, renumbering_text, table_text
from citecheck.report.table.xlsx import xlsx_table
from citecheck.triage.decisions import key_of
from tests.reconcile.samples import alignment, table

SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = ("French", "English")


def decided() -> Table:
    """The table with one accepted difference and one stale decision."""
    made = alignment()
    key = key_of(made.groups[1], made)
    accepted = Decision(
        DecisionKind.ACCEPT, key, ("BIL003",), "fr 2, 3 = en 2", "=merged", "Yann", "2026-11-24", "d.toml:3"
    )
    stale = Decision(
        DecisionKind.ACCEPT, (("fr", ("gone",)),), (), "fr 9 = en 9", "old", "Yann", "2026-01-02", "d.toml:9"
    )
    return table([accepted, stale])


WRITTEN = {
    "table.en.txt": lambda: table_text(decided(), width=110),
    "table.fr.txt": lambda: table_text(decided(), ui="fr", width=110),
    "table.color.txt": lambda: table_text(decided(), color=True, width=110),
    "detail.en.txt": lambda: detail_text(decided().of_note("fr", "3"), width=90),
    "detail.fr.txt": lambda: detail_text(decided().of_note("en", "6"), ui="fr", width=90),
    "detail.color.txt": lambda: detail_text(decided().of_note("fr", "3"), color=True, width=90),
    "table.json": lambda: json_text(alignment_data(decided())),
    "table.csv": lambda: csv_table(decided()),
    "renumber.en.txt": lambda: renumbering_text(renumber(alignment(), "en", NAMES)),
    "renumber.fr.txt": lambda: renumbering_text(renumber(alignment(), "fr", NAMES), ui="fr"),
    "renumber.json": lambda: json_text(renumbering_data(renumber(alignment(), "en", NAMES))),
    "renumber.csv": lambda: csv_lines(renumbering_lines(renumber(alignment(), "fr", NAMES), "en")),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_is_as_in_the_snapshot(name: str) -> None:
    assert WRITTEN[name]() == (SNAPSHOTS / name).read_text(encoding="utf-8")


def test_without_rows_the_text_says_so() -> None:
    assert table_text(table().in_section("9")).startswith("No such notes.\n0 groups")


def test_without_an_alignment_every_format_says_why() -> None:
    from msgspec.structs import replace

    made = replace(table(), rows=(), unrelated="two different reports")
    assert "two different reports" in table_text(made)
    assert alignment_data(made)["unrelated"] == "two different reports"
    assert "two different reports" in html_page(made)


# JSON.


def test_the_keys_are_those_of_the_contract() -> None:
    data = alignment_data(decided())
    assert list(data)[:4] == ["schema", "languages", "groups", "summary"]
    assert data["schema"] == "citecheck/alignment/1"
    for group in data["groups"]:
        assert set(group) == {"notes", "section", "shape", "verdict", "confidence", "differences", "decision"}
    assert data["summary"] == {
        "shapes": {"one_to_one": 4, "merged": 1, "split": 0, "only": 1},
        "verdicts": {"same": 2, "differs": 3, "not_compared": 1},
    }


# Spreadsheets.


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


# HTML.


class Page(HTMLParser):
    """The elements of a page, and its text outside of style sheet and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] not in ("style", "script"):
            self.texts.append(data)


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_text_is_escaped(ui: str) -> None:
    page = Page(html_page(decided(), ui=ui))
    assert page.tags.count("script") == 1
    assert 'Bihan, 2015, p. 31 <script>alert("x")</script> & ' in "".join(page.texts)
    assert "Entry 1 has another <b>address</b>." in "".join(page.texts)


def test_nothing_is_fetched() -> None:
    page = Page(html_page(decided()))
    assert not {"link", "img", "iframe", "object"} & set(page.tags)
    assert not {"src", "href", "action"} & {name for name, _ in page.attributes}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "url(" not in html_page(decided())


def test_the_page_speaks_the_language_asked_for() -> None:
    assert '<html lang="fr">' in html_page(decided(), ui="fr")
    assert "Sans équivalent" in html_page(decided(), ui="fr")
    assert "No counterpart" in html_page(decided(), ui="en")


def test_emphasis_is_shown_as_such() -> None:
    assert "&amp; <em>ibidem</em>" in html_page(decided())


def test_every_group_has_its_rung() -> None:
    page = html_page(decided())
    assert len(re.findall(r'<g class="rung ', page)) == len(decided().rows) == len(re.findall(r'<tr class="row ', page))
    assert len(re.findall(r"<circle ", page)) == 12
    statuses = re.findall(r'<g class="rung s-([a-z-]+)', page)
    assert statuses == ["same", "settled", "same", "differs", "not-compared", "only"]


def test_the_page_can_hold_no_rows() -> None:
    assert "<svg" in html_page(table().in_section("9"))


def test_json_is_json() -> None:
    assert json.loads(WRITTEN["table.json"]())["languages"] == ["fr", "en"]


def test_the_sections_of_a_page_are_listed_once_and_not_for_each_row(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = []

    def sections(self: Table) -> tuple[str, ...]:
        listed.append(len(self.rows))
        return tuple(dict.fromkeys(row.section for row in self.rows))

    monkeypatch.setattr(Table, "sections", property(sections))
    assert "data-section" in html_page(table())
    assert len(listed) == 1
