"""Documents without lines, through the command line: what their readers make of them, and what is found in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.read.word.samples import document, mark, note, p, r

ENTRIES = p("Bibliography", style="H1") + p(
    r("Doe, J. (2019). "), r("The ports of the north", "<w:i/>"), r(". London: Harrow.")
)
NOTES = note(1, p(r(" Doe, 2019, p. 4."))) + note(2, p(r(" Roe, 2017, p. 19-12."))) + note(3, p(r(" Doe, 2019, p. 7.")))
BODY = (
    p("Coastal fishing", style="T")
    + p("1 Ports", style="H1")
    + p(
        "The ports of the north grew",
        mark(1),
        r(" and fell"),
        mark(2),
        r(" and "),
        f"<w:ins>{r('even ')}</w:ins>",
        "grew.",
    )
    + p("They are there still", mark(3), ".")
)


@pytest.fixture
def file(folder: Path) -> Path:
    """A Word document with a source that is missing, and with pages that run backwards."""
    made = folder / "report.docx"
    made.write_bytes(document(BODY + ENTRIES, notes=NOTES))
    return made


def findings(cli: Run, *words: str) -> list[dict[str, Any]]:
    return list(json.loads(cli("audit", *words, "--format", "json").out)["findings"])


def test_a_document_is_audited_with_its_printed_numbers(cli: Run, file: Path) -> None:
    ran = cli("audit", "report.docx")
    assert ran.status == 1
    assert "CIT001" in ran.out
    assert "report.docx n. 2" in ran.out
    assert "[^" not in ran.out


def test_places_in_json_are_by_part_and_paragraph(cli: Run, file: Path) -> None:
    (missing,) = [one for one in findings(cli, "report.docx") if one["code"] == "CIT001"]
    assert [missing[key] for key in ("line", "column", "end_line", "end_column")] == [None] * 4
    assert (missing["note"], missing["note_id"], missing["excerpt"]) == ("2", "2", "Roe, 2017, p. 19-12")
    assert missing["place"] == {
        "part": "footnotes", "note": "2", "section": None, "paragraph": 2, "page": None, "label": None,
        "before": "2 ", "after": ".",
    }  # fmt: skip
    assert missing["fix"] is None


@pytest.mark.parametrize("format", ["concise", "github", "gitlab", "junit", "sarif", "markdown", "html"])
def test_every_format_tells_where(cli: Run, file: Path, format: str) -> None:
    ran = cli("audit", "report.docx", "--format", format)
    assert ran.status == 1
    assert "report.docx" in ran.out
    assert "report.docx:" not in ran.out.replace("report.docx:1\n", "")


def test_extracted_data_give_the_same_findings_with_the_same_places(cli: Run, file: Path) -> None:
    before = findings(cli, "report.docx")
    assert cli("extract", "report.docx", "-o", "data").status == 0
    codes = {one["code"] for one in findings(cli)}
    kept = ("code", "path", "line", "note", "excerpt", "fingerprint")
    assert [{key: one[key] for key in kept} for one in findings(cli)] == [
        {key: one[key] for key in kept} for one in before if one["code"] in codes
    ]
    assert [one["place"]["paragraph"] for one in findings(cli)] == [one["place"]["paragraph"] for one in before]


def test_a_format_that_is_not_written_is_refused(cli: Run, file: Path) -> None:
    ran = cli("fix", "report.pdf", "report.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("citecheck: report.pdf is of a format that citecheck does not write")


def test_a_layout_is_shown(cli: Run, file: Path) -> None:
    ran = cli("show", "layout", "report.docx")
    assert ran.out.splitlines()[:4] == [
        "report.docx: 6 blocks, 3 notes",
        "  ¶1 title: Coastal fishing",
        "  ¶2 heading 1: 1 Ports",
        "  ¶3 paragraph: The ports of the north grew[1] and fell[2] and even grew.",
    ]
    shown = json.loads(cli("show", "layout", "report.docx", "--format", "json").out)
    assert [one["printed"] for one in shown["documents"][0]["notes"]] == ["1", "2", "3"]
    assert shown["documents"][0]["blocks"][4]["role"] == "heading"


def test_changes_are_taken_as_rejected_where_that_is_said(cli: Run, file: Path) -> None:
    assert "and grew." in cli("show", "layout", "report.docx", "--changes", "reject").out
    for command in ("audit", "reconcile", "links", "export"):
        more = {"export": ["--to", "bibtex"], "reconcile": ["report.docx"]}.get(command, [])
        assert "Traceback" not in cli(command, "report.docx", "--changes", "reject", *more).err


def test_a_text_has_no_layout(cli: Run, folder: Path) -> None:
    (folder / "a.md").write_text("# Report\n\nText.\n", encoding="utf-8")
    ran = cli("show", "layout", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert "files of text have no layout" in ran.err


def test_a_document_and_a_text_are_two_versions(cli: Run, file: Path, folder: Path) -> None:
    french = (
        "# La pêche\n\n## 1 Les ports\n\nLes ports du nord ont grandi.[^1] Ils ont aussi perdu.[^2] Ils sont là.[^3]\n\n"
        "[^1]: Doe, 2019, p. 5.\n\n[^2]: Roe, 2017, p. 12-19.\n\n[^3]: Doe, 2019, p. 7.\n\n"
        "## Bibliographie\n\nDoe, J. (2019). *The ports of the north*. London: Harrow.\n"
    )
    (folder / "rapport.md").write_text(french, encoding="utf-8")
    (differs,) = [
        one for one in findings(cli, "rapport.md", "report.docx") if one["code"] == "BIL003" and one["note"] == "1"
    ]
    places = [differs, *differs["counterparts"]]
    assert {one["path"]: one.get("place") is None for one in places} == {"rapport.md": True, "report.docx": False}
