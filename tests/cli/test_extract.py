"""``citecheck extract``, and what is read from the files that it wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import SMALL


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(SMALL, encoding="utf-8")


def test_extract_writes_both_files(cli: Run) -> None:
    ran = cli("extract", "report.md")
    assert ran == (0, "", "citecheck: wrote data/footnotes.json, data/bibliography.json\n")
    assert isinstance(json.loads(Path("data/footnotes.json").read_text(encoding="utf-8")), dict)
    entries = json.loads(Path("data/bibliography.json").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries] == ["en-1", "en-2"]


def test_extract_writes_where_it_is_told(cli: Run) -> None:
    ran = cli("extract", "report.md", "-o", "deep/down", "--quiet")
    assert ran == (0, "", "")
    assert sorted(file.name for file in Path("deep/down").iterdir()) == ["bibliography.json", "footnotes.json"]


def test_extract_does_not_write_into_a_file(cli: Run) -> None:
    ran = cli("extract", "report.md", "-o", "report.md")
    assert ran.status == 2
    assert ran.err.startswith("citecheck: report.md: ")
    assert Path("report.md").read_text(encoding="utf-8") == SMALL


def test_extract_needs_a_file(cli: Run) -> None:
    Path("data").mkdir()
    for name in ("footnotes.json", "bibliography.json"):
        Path("data", name).write_text("{}")
    ran = cli("extract")
    assert ran.status == 2
    assert ran.err.startswith("citecheck: nothing to read: ")


def test_a_file_that_is_not_there_is_one_line(cli: Run) -> None:
    for command in (["extract"], ["export", "--to", "bibtex"], ["show", "document"], ["audit"]):
        ran = cli(*command, "nowhere.md")
        assert (ran.status, ran.out) == (2, "")
        assert "nowhere.md" in ran.err
        assert ran.err.count("\n") == 1


def test_what_was_extracted_is_what_is_read_next(cli: Run) -> None:
    cli("extract", "report.md")
    from_file = cli("show", "citations", "report.md")
    from_data = cli("show", "citations", "--quiet")
    # The data keep no names of forms.
    assert from_data.out == re.sub(r"(?m), form \w+$", "", from_file.out)
    assert (from_data.status, from_data.err) == (from_file.status, from_file.err)


def test_auditing_the_data_gives_the_findings_of_the_file(cli: Run) -> None:
    cli("extract", "report.md")
    from_file = json.loads(cli("audit", "report.md", "--format", "json").out)
    from_data = json.loads(cli("audit", "--format", "json").out)
    needs_source = {one["code"] for one in from_data["coverage"]["skipped"]}
    assert [one for one in from_file["findings"] if one["code"] not in needs_source] == from_data["findings"]
    assert from_file["inputs"] == from_data["inputs"]


def test_standard_input_is_a_dash(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
    data = json.loads(cli("audit", "-", "--format", "json").out)
    assert [one["path"] for one in data["inputs"]] == ["-"]
    assert data["inputs"][0]["notes"] == 2
