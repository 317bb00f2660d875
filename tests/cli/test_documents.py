"""``citecheck extract``, ``export`` and ``show``, on a small report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = """\
# 1 Beginning

The first sentence of this report calls a note.<sup>1</sup> The second one of them calls another.<sup>2</sup>

<sup>1</sup> Doe, 2020, p. 4

<sup>2</sup> Ibid, p. 5; Roe, 2021

# Bibliography

1. Doe, J. (2020). The title of the first book. London: Press. https://example.org/first

2. Roe, R. (2021). The title of the second book. London: Press.
"""


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(REPORT, encoding="utf-8")


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
    assert Path("report.md").read_text(encoding="utf-8") == REPORT


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

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    data = json.loads(cli("audit", "-", "--format", "json").out)
    assert [one["path"] for one in data["inputs"]] == ["-"]
    assert data["inputs"][0]["notes"] == 2


def test_export_bibtex(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "bibtex")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("@") >= 2
    assert "The title of the first book" in ran.out


def test_export_csl_json_to_a_file(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "csl-json", "--output", "refs.json")
    assert ran == (0, "", "citecheck: wrote refs.json\n")
    assert [item["author"][0]["family"] for item in json.loads(Path("refs.json").read_text())] == ["Doe", "Roe"]


def test_show_citations_says_what_each_resolves_to(cli: Run) -> None:
    lines = cli("show", "citations", "report.md").out.splitlines()
    assert lines[0] == "en: report.md"
    assert any("“Doe, 2020, p. 4” → entry entry:1 (Doe, 2020, " in line for line in lines)
    assert any(line.strip().startswith("ibid “Ibid, p. 5” → entry entry:1") for line in lines)


def test_show_citations_names_the_form_that_read_each(cli: Run) -> None:
    lines = [line for line in cli("show", "citations", "report.md").out.splitlines() if "→" in line]
    assert [line.rpartition(", form ")[2] for line in lines if line.lstrip().startswith(("short", "ibid"))][:2] == [
        "short",
        "ibid",
    ]


def test_show_forms_is_the_catalogue(cli: Run) -> None:
    ran = cli("show", "forms")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert any(line.split()[:2] == ["citing", "short"] and "Author and year" in line for line in lines)
    assert any(line.split()[:2] == ["notes", "label"] and "[^12]" in line for line in lines)
    assert any(line.split()[:2] == ["references", "imprint"] for line in lines)
    data = json.loads(cli("show", "forms", "--format", "json").out)
    assert data["schema"] == "citecheck/forms/1"
    assert len(data["forms"]) * 2 == len(lines)
    [ibid] = [form for form in data["forms"] if form["name"] == "ibid"]
    assert (ibid["kind"], ibid["examples"][0]) == (
        "citing",
        {"text": "Ibid., p. 4.", "reading": {"kind": "ibid", "pages": "4"}},
    )


@pytest.mark.parametrize("words", [["report.md"], ["--note", "en:2"], ["--lang", "en=report.md"]])
def test_show_forms_reads_no_report(cli: Run, words: list[str]) -> None:
    ran = cli("show", "forms", *words)
    assert (ran.status, ran.out) == (2, "")
    assert (
        ran.err
        == "citecheck: show forms: the forms are the same for every report: leave out the files and their options\n"
    )


def test_show_one_note(cli: Run) -> None:
    lines = cli("show", "citations", "report.md", "--note", "en:2").out.splitlines()
    assert lines[1].split("  ")[2:] == ["note 2", "Ibid, p. 5; Roe, 2021"]
    assert len(lines) == 4
    data = json.loads(cli("show", "citations", "report.md", "--note", "2", "--format", "json").out)
    assert [one["note"] for one in data["versions"][0]["resolved"]] == ["2", "2"]


@pytest.mark.parametrize(
    ("note", "said"),
    [("en:99", "there is no note 99 in 'en'"), ("fr:1", "there is no version in 'fr': use one of en")],
)
def test_show_a_note_that_is_not_there(cli: Run, note: str, said: str) -> None:
    assert cli("show", "citations", "report.md", "--note", note) == (2, "", f"citecheck: --note {note}: {said}\n")


@pytest.mark.parametrize("stage", ["document", "citations", "numbering"])
def test_every_stage_can_be_shown_both_ways(cli: Run, stage: str) -> None:
    text = cli("show", stage, "report.md", "--verbose")
    assert (text.status, text.err) == (0, "")
    assert text.out.startswith("en: report.md\n  ")
    data = json.loads(cli("show", stage, "report.md", "--format", "json").out)
    assert (data["schema"], data["stage"]) == ("citecheck/show/1", stage)
    assert [version["lang"] for version in data["versions"]] == ["en"]
