"""What holds for every writer: no row is lost, and no text of a report or a file breaks or forges anything."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from citecheck.model.renumbering import Renumbering
from citecheck.model.table import Table
from citecheck.report.json import json_text
from citecheck.report.sheet import csv_lines
from citecheck.report.table.csv import csv_table
from citecheck.report.table.html import html_page
from citecheck.report.table.json import alignment_data
from citecheck.report.table.renumbering import renumbering_data, renumbering_lines
from citecheck.report.table.text import detail_text, renumbering_text, table_text
from citecheck.report.table.xliff import xliff_table
from citecheck.report.table.xlsx import LONGEST, xlsx_table
from tests.reconcile.samples import table
from tests.report.table.hostile import renumberings, tables
from tests.report.table.test_html import Page
from tests.report.table.test_xlsx import SHEET
from tests.tried import tried

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
FORMULA = re.compile(r"[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")

TEXTS: dict[str, Callable[[Table], str]] = {
    "text": table_text,
    "verbose": lambda made: table_text(made, verbose=True),
    "detail": detail_text,
    "json": lambda made: json_text(alignment_data(made)),
    "csv": csv_table,
    "html": html_page,
    "xliff": xliff_table,
}


@pytest.mark.parametrize("write", TEXTS.values(), ids=TEXTS)
@settings(max_examples=tried(10), deadline=None)
@given(made=tables)
def test_nothing_raw_steers_a_terminal_or_reorders_a_line(write: Callable[[Table], str], made: Table) -> None:
    written = write(made)
    assert RAW.findall(written) == []
    written.encode()


@settings(max_examples=tried(15), deadline=None)
@given(made=tables)
def test_text_lists_every_difference_once(made: Table) -> None:
    plain = replace(made, others=(), stale=(), shifts=(), unrelated=None)
    count = sum(len(row.differences) for row in made.rows)
    # The table's own lines: a row begins with its notes, and what differs is named by its code.
    coded = re.findall(r"(?m)(?:^|\s)BIL003(?:\s|$)", re.sub(r"[^\sA-Z0-9]", "", table_text(plain, width=10_000)))
    assert len(coded) == count
    further = table_text(made, width=10_000)
    assert sum(
        line.startswith("  ") and re.search(r"\sBIL003(?:\s|$)", line) is not None for line in further.splitlines()
    ) >= len(made.others)
    assert further.splitlines()[-1].startswith(f"{len(made.rows)} group")


@settings(max_examples=tried(15), deadline=None)
@given(made=tables)
def test_csv_has_a_line_for_each_row_and_no_formula(made: Table) -> None:
    lines = list(csv.reader(StringIO(csv_table(made), newline="")))
    assert [len(line) for line in lines] == [10] * (len(made.rows) + 1)
    assert [cell for line in lines for cell in line if FORMULA.match(cell)] == []
    # A spreadsheet that takes another sign to separate cells must not find one either.
    assert [cell for line in lines for cell in line for part in cell.split(";")[1:] if FORMULA.match(part)] == []
    assert len(csv_table(made).splitlines()) == len(lines)


@settings(max_examples=tried(15), deadline=None)
@given(made=tables)
def test_a_workbook_has_a_line_for_each_row_and_no_formula(made: Table) -> None:
    with ZipFile(BytesIO(xlsx_table(made))) as archive:
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert len(list(sheet.iter(f"{SHEET}row"))) == len(made.rows) + 1
    tags = {element.tag for part in parts.values() for element in part.iter()}
    assert not tags & {f"{SHEET}f", f"{SHEET}hyperlink", f"{SHEET}definedName/x"}
    strings = ["".join(one.itertext()) for one in parts["xl/sharedStrings.xml"].iter(f"{SHEET}si")]
    assert max(map(len, strings)) <= LONGEST
    assert [one for one in strings if RAW.search(one) or re.search("_x[0-9A-Fa-f]{4}_", one)] == []
    if made.others:
        further = parts["xl/worksheets/sheet2.xml"]
        assert len(list(further.iter(f"{SHEET}row"))) == len(made.others) + len(made.shifts)


@settings(max_examples=tried(15), deadline=None)
@given(made=tables)
def test_the_page_has_a_row_for_each_row_and_only_its_own_elements(made: Table) -> None:
    page = Page(html_page(made))
    plain = Page(html_page(table()))
    classes = [value for name, value in page.attributes if name == "class"]
    assert sum((value or "").startswith("row ") for value in classes) == len(made.rows)
    assert set(page.tags) <= {*plain.tags, "em", "mark"}
    assert {name for name, _ in page.attributes} <= {name for name, _ in plain.attributes} | {"role", "disabled"}
    assert page.tags.count("script") == 1


@settings(max_examples=tried(15), deadline=None)
@given(made=tables)
def test_json_says_everything_as_it_is(made: Table) -> None:
    data = json.loads(json_text(alignment_data(made)))
    assert [one["section"] for one in data["groups"]] == [row.section for row in made.rows]
    for group, row in zip(data["groups"], made.rows, strict=True):
        assert group["notes"] == {"fr": [one.note_id for one in row.left], "en": [one.note_id for one in row.right]}
        assert [one["message"] for one in group["differences"]] == [one.message for one in row.differences]
    assert [one["message"] for one in data["differences"]] == [one.message for one in made.others]
    assert len(data["stale_decisions"]) == len(made.stale)


@settings(max_examples=tried(15), deadline=None)
@given(made=renumberings)
def test_a_renumbering_has_a_line_for_each_note(made: Renumbering) -> None:
    lines = csv_lines(renumbering_lines(made, "en"))
    read = list(csv.reader(StringIO(lines, newline="")))
    assert [len(line) for line in read] == [4] * (len(made.lines) + 1)
    assert [cell for line in read for cell in line if FORMULA.match(cell)] == []
    text = renumbering_text(made, width=10_000)
    assert len(text.splitlines()) == len(made.lines) + 4
    for written in (lines, text, json_text(renumbering_data(made))):
        assert RAW.findall(written) == []
    assert len(renumbering_data(made)["notes"]) == len(made.lines)


@pytest.mark.thorough
@pytest.mark.parametrize("write", [*TEXTS.values(), xlsx_table], ids=[*TEXTS, "xlsx"])
def test_megabytes_in_a_text_break_nothing(write: Callable[[Table], str | bytes]) -> None:
    # Formulas, separators and signs that steer a terminal, again and again.
    huge = "\u202e=@|;\n" * tried(60_000, 1_700_000)
    [first, *others] = table().rows
    note = replace(first.left[0], note_id=huge, path=huge)
    written = write(replace(table(), rows=(replace(first, left=(note,)), *others)))
    if isinstance(written, str):
        assert RAW.search(written) is None
    if write not in (csv_table, TEXTS["json"], TEXTS["xliff"]):
        # Data are what they are; what people look at is cut.
        assert len(written) < 1_000_000
