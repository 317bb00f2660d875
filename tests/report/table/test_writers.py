"""The formats: each as in its snapshot, and none lets a text of the report be anything but a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.reconcile.renumber import renumber
from citecheck.report.json import json_text
from citecheck.report.sheet import csv_lines
from citecheck.report.table.csv import csv_table
from citecheck.report.table.html import html_page
from citecheck.report.table.json import alignment_data
from citecheck.report.table.renumbering import renumbering_data, renumbering_lines
from citecheck.report.table.text import detail_text, renumbering_text, table_text
from tests.reconcile.samples import alignment, table
from tests.report.table.decided import decided

SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = ("French", "English")


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
