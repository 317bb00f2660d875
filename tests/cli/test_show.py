"""``citecheck show``, on a small report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import SMALL


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(SMALL, encoding="utf-8")


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
