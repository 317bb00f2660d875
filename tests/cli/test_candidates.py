"""What a shell offers where a rule, a note, a section or a language is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.cli import candidates
from tests.cli.completing import CODES, ENGLISH, FRENCH, REPORT, Completing, asked
from tests.cli.conftest import Run


@pytest.fixture
def at(cli: Run, monkeypatch: pytest.MonkeyPatch) -> Completing:
    return Completing(cli, monkeypatch)


@pytest.fixture
def report(folder: Path) -> Path:
    file = folder / "a.md"
    file.write_text(REPORT, encoding="utf-8")
    return file


# Rules.


def test_rules_are_known_by_code_and_by_name(at: Completing) -> None:
    assert at.words("citecheck explain ") == CODES
    assert at.all("citecheck explain note-without-m") == [
        ("plain", "note-without-marker", "A note that no marker in the text calls.")
    ]


@pytest.mark.parametrize(
    "line", ["audit --select ", "audit a.md --ignore=", "fix --select ", "rules ", "config --ignore "]
)
def test_lists_of_rules(at: Completing, line: str) -> None:
    before = line if line.endswith("=") else ""
    before = before.split(" ")[-1]
    assert at.words(f"citecheck {line}NU") == [f"{before}{one}" for one in ("NUM", *CODES) if one.startswith("NUM")]
    found = at.words(f"citecheck {line}NUM001,CIT,NUM00")
    assert found[0] == f"{before}NUM001,CIT,NUM002"
    assert f"{before}NUM001,CIT,NUM001" not in found


# Notes.


def test_notes_of_the_file_in_the_line(at: Completing, report: Path) -> None:
    assert at.all("citecheck reconcile a.md --note ") == [("open", "fr:", "2 notes"), ("open", "en:", "3 notes")]
    assert at.all("citecheck reconcile a.md --note en:1") == [
        ("plain", "en:1", "Doe, 2019, p. 4."),
        ("plain", "en:12", "Moe, 2017, p. 8."),
    ]
    assert at.words("citecheck reconcile a.md --accept fr:1 --accept fr:") == ["fr:1", "fr:2"]
    assert at.words("citecheck show citations a.md --note=fr:") == ["--note=fr:1", "--note=fr:2"]
    assert at.words("citecheck reconcile a.md --renumber ") == ["fr", "en"]
    assert at.all("citecheck reconcile a.md --section ") == [("plain", "2.1", "The harbour of the town")]


def test_labels_are_offered_where_one_is_begun(at: Completing, folder: Path) -> None:
    (folder / "l.md").write_text(
        "# 1 Le port\n\nOn attend[^loi]. On part[^7].\n\n[^loi]: Doe, 2019, p. 4.\n[^7]: Moe, 2017, p. 8.\n",
        encoding="utf-8",
    )
    line = "citecheck reconcile --lang fr=l.md --note fr:"
    assert at.words(line) == ["fr:1", "fr:2"]
    assert at.words(f"{line}l") == ["fr:loi"]
    assert ("plain", "fr:7", "Moe, 2017, p. 8.") not in at.all(f"{line}7")


def test_the_file_may_stand_behind_the_cursor(at: Completing, report: Path) -> None:
    assert at.words("citecheck reconcile --note fr:", rest=" a.md") == ["fr:1", "fr:2"]
    assert at.words("citecheck reconcile --note f", rest="r:1 --ui en a.md") == ["fr:"]


def test_files_are_named_in_all_the_ways_that_shells_have(at: Completing, report: Path, folder: Path) -> None:
    (folder / "my report.md").write_text(REPORT, encoding="utf-8")
    for named in ("'my report.md'", '"my report.md"', "my\\ report.md", f"{folder}/a.md"):
        assert at.words(f"citecheck reconcile {named} --note fr:") == ["fr:1", "fr:2"]
    (folder / "f.md").write_text(FRENCH, encoding="utf-8")
    (folder / "e.md").write_text(ENGLISH, encoding="utf-8")
    assert at.words("citecheck reconcile --lang fr=f.md --lang en=e.md --note en:1") == ["en:1", "en:12"]


def test_a_home_is_found(at: Completing, report: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert at.words("citecheck reconcile ~/a.md --note fr:") == ["fr:1", "fr:2"]


def test_pairs(at: Completing, report: Path) -> None:
    assert at.words("citecheck reconcile a.md --pair fr:1,") == ["fr:1,2"]
    assert at.words("citecheck reconcile a.md --pair fr:1=") == ["fr:1=en:", "fr:1=none"]
    assert at.words("citecheck reconcile a.md --pair fr:1=en:1,1") == ["fr:1=en:1,12"]


def test_without_a_file_the_configuration_and_then_the_data_count(
    cli: Run, at: Completing, report: Path, folder: Path
) -> None:
    assert at.all("citecheck reconcile --note fr:") == []
    assert cli("extract", "a.md", "--quiet").status == 0
    report.unlink()
    assert at.words("citecheck reconcile --note fr:") == ["fr:1", "fr:2"]
    (folder / "b.md").write_text(REPORT.replace("<sup>12<", "<sup>13<"), encoding="utf-8")
    (folder / "citecheck.toml").write_text('documents = ["b.md"]\nbibliography = "no.bib"\n', encoding="utf-8")
    assert at.words("citecheck reconcile --note en:") == ["en:1", "en:2", "en:13"]


# What must not happen.


def test_standard_input_is_not_read(report: Path, folder: Path) -> None:
    for line in ("citecheck reconcile - --note fr:", "citecheck reconcile --lang fr=- --note fr:"):
        assert asked(line).stdout in (b"", b"file\tfr:\t\n")
    (folder / "citecheck.toml").write_text('documents = ["-"]\n', encoding="utf-8")
    assert asked("citecheck reconcile --note fr:").stdout in (b"", b"file\tfr:\t\n")


def test_a_report_that_takes_long_is_not_read(at: Completing, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "LONGEST", len(REPORT.encode()) - 1)
    assert at.all("citecheck reconcile a.md --note fr:") == [("file", "fr:", "")]
    monkeypatch.setattr(candidates, "LONGEST", len(REPORT.encode()))
    assert at.words("citecheck reconcile a.md --note fr:") == ["fr:1", "fr:2"]


def test_a_note_cannot_forge_a_candidate_or_be_run(at: Completing, folder: Path) -> None:
    text = "# Ports\n\nThe port is closed[^$(touch${IFS}x)] and it opens[^b].\n\n[^$(touch${IFS}x)]: Doe, 2019.\n\n"
    text += "[^b]: Roe\x1b]0;x\x07, 2018\n    plain\tevil\u2028plain\tmore\u202e, p. 4.\n"
    (folder / "a.md").write_text(text, encoding="utf-8")
    found = at.all("citecheck show citations a.md --note en:")
    assert [one[:2] for one in found] == [("plain", "en:1"), ("plain", "en:2")]
    assert all(len(one) == 3 and one[2].isprintable() for one in found)
    # Numbers that are no plain words come from headings, too.
    (folder / "a.md").write_text(ENGLISH.replace("## 2.1 The", "## $(touch x). The"), encoding="utf-8")
    assert not any("$" in one for one in at.words("citecheck reconcile a.md --section "))
