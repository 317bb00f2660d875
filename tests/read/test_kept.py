"""Findings in data files whose report is elsewhere: where they lead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from citecheck.model.source import Kept, Source, Span
from citecheck.read.kept import kept_places
from tests.cli.conftest import Run, cli
from tests.cli.reports import REPORT

__all__ = ["cli"]

NOTES = """{
  "versions": {
    "en": {
      "headings": [
        {"at": "1:1", "text": "# A"}
      ],
      "paragraphs": [
        {"pieces": ["3:1-3:9", "8:1-8:4@1"]}
      ],
      "notes": [
        {"at": "5:1", "text": "\\"at\\": \\"7:1\\""},
        {"at": "2:1", "text": "b", "file": 1}
      ],
      "figures": [
        {"at": "5:3", "text": "3"}
      ],
      "unreadable": []
    }
  }
}
"""
ENTRIES = """[
  {
    "id": "en-1",
    "title": "at",
    "custom": {
      "at": "9:1",
      "text": "1. A",
      "file": "gone.md"
    }
  }
]
"""
SOURCES = [{"path": "gone.md"}, {"path": "too.md"}]


def places(sources: object = SOURCES, notes: str = NOTES, entries: str = ENTRIES) -> dict[int, list[tuple[Any, ...]]]:
    made = kept_places(sources, (Path("data") / "footnotes.json", notes), (Path("data") / "bibliography.json", entries))
    return {at: [(one.line, one.column, one.path, one.at) for one in kept] for at, kept in made.items()}


def test_headings_paragraphs_notes_and_entries_are_kept_on_lines_of_their_own(folder: Path) -> None:
    footnotes, bibliography = "data/footnotes.json", "data/bibliography.json"
    assert places() == {
        0: [(1, 1, footnotes, 5), (3, 1, footnotes, 8), (5, 1, footnotes, 11), (9, 1, bibliography, 3)],
        1: [(2, 1, footnotes, 12), (8, 1, footnotes, 8)],
    }


def test_a_source_that_is_there_needs_no_other_place(folder: Path) -> None:
    Path("gone.md").write_text("a", encoding="utf-8")
    assert set(places()) == {1}
    Path("too.md").write_text("b", encoding="utf-8")
    assert places() == {}


@pytest.mark.parametrize("sources", [None, 3, [], [3], [{}], [{"path": 3}]])
def test_sources_that_are_none_have_no_places(folder: Path, sources: object) -> None:
    assert places(sources) == {}


@pytest.mark.parametrize(
    "notes", ["", "[]", json.dumps(json.loads(NOTES)), '"notes": [\n{"at": 3},\n{"at": "x"},\n{"pieces": 3},\n{"at": ']
)
def test_another_layout_has_no_places(folder: Path, notes: str) -> None:
    assert places(notes=notes, entries=json.dumps(json.loads(ENTRIES))) == {}


def test_a_span_is_kept_where_the_last_item_before_it_begins() -> None:
    kept = (Kept(1, 1, "d", 10), Kept(2, 1, "d", 20), Kept(2, 5, "d", 30))
    source = Source("gone.md", "ab\ncdefgh\nij", kept=kept)

    def at(start: int) -> int:
        found = Span(source, start, start + 1).kept
        assert found is not None
        return found.at

    assert [at(start) for start in (0, 1, 3, 6, 7, 8, 10)] == [10, 10, 20, 20, 30, 30, 30]
    assert Span(Source("here.md", "ab"), 0, 1).kept is None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def extracted(folder: Path, cli: Run) -> Path:
    """The data files of a report that lay elsewhere and is gone."""
    report = folder / "elsewhere" / "report.md"
    report.parent.mkdir()
    report.write_text(REPORT, encoding="utf-8")
    assert cli("extract", "elsewhere/report.md").status == 0
    return report


FORMATS = ("text", "json", "github", "gitlab", "junit", "markdown", "html")


def led(format: str, out: str) -> Iterator[tuple[str, int]]:
    """The places that a report leads to."""
    match format:
        case "json":
            yield from ((one["kept"]["path"], one["kept"]["line"]) for one in json.loads(out)["findings"])
        case "gitlab":
            places = (one["location"] for one in json.loads(out))
            yield from ((one["path"], one["lines"]["begin"]) for one in places)
        case "junit":
            cases = ElementTree.fromstring(out).iter("testcase")
            yield from ((one.get("file", ""), int(one.get("line", 0))) for one in cases if one.get("file"))
        case "github":
            yield from ((path, int(line)) for path, line in re.findall(r"file=([^,]+),line=(\d+)", out))
        case _:
            yield from ((path, int(line)) for path, line in re.findall(r"(data/\w+\.json):(\d+)", out))


@pytest.mark.parametrize("format", FORMATS)
def test_findings_lead_into_the_data_files_where_the_report_is_gone(cli: Run, extracted: Path, format: str) -> None:
    extracted.unlink()
    out = cli("audit", "--format", format, "--quiet").out
    found = list(led(format, out))
    assert found
    for path, line in found:
        written = Path(path).read_text(encoding="utf-8").splitlines()[line - 1].strip()
        assert written.startswith(('{"at": ', '"id": ', '{"pieces": '))


def test_each_leads_to_what_it_is_about(cli: Run, extracted: Path) -> None:
    extracted.unlink()
    for one in json.loads(cli("audit", "--format", "json", "--quiet").out)["findings"]:
        line = Path(one["kept"]["path"]).read_text(encoding="utf-8").splitlines()[one["kept"]["line"] - 1]
        if one["note"]:
            assert f'"note_id": "{one["note_id"]}"' in line
        elif one["entry_id"]:
            assert line == f'    "id": "en-{one["entry_id"]}",'
        assert (one["path"], one["line"] > 0) == ("elsewhere/report.md", True)


@pytest.mark.parametrize("format", FORMATS)
def test_where_the_report_is_there_nothing_is_said_of_the_data_files(cli: Run, extracted: Path, format: str) -> None:
    out = cli("audit", "--format", format, "--quiet").out
    assert "elsewhere/report.md" in out
    assert "kept" not in out or format == "html"
    assert not re.search(r"data/\w+\.json:\d", out)
