"""``citecheck export``: the bibliography for other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import SMALL


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(SMALL, encoding="utf-8")


def test_export_bibtex(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "bibtex")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("@") >= 2
    assert "The title of the first book" in ran.out


def test_export_csl_json_to_a_file(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "csl-json", "--output", "refs.json")
    assert ran == (0, "", "citecheck: wrote refs.json\n")
    assert [item["author"][0]["family"] for item in json.loads(Path("refs.json").read_text())] == ["Doe", "Roe"]


def test_a_report_without_entries_is_an_empty_bibliography(cli: Run) -> None:
    Path("report.md").write_text("Text without notes.\n", encoding="utf-8")
    assert json.loads(cli("export", "report.md", "--to", "csl-json", "--quiet").out) == []
    assert cli("export", "report.md", "--to", "bibtex", "--quiet").out.strip() == ""


def test_entries_are_counted_where_details_are_wanted(cli: Run) -> None:
    assert "citecheck: 2 entries\n" in cli("export", "report.md", "--to", "bibtex", "--verbose").err


def test_a_report_is_not_overwritten_with_its_bibliography(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "bibtex", "--output", "report.md")
    assert (ran.status, ran.out) == (2, "")
    assert Path("report.md").read_text(encoding="utf-8") == SMALL
