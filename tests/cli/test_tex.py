"""LaTeX documents, through the command line: findings have the line and the column of the file that holds the words."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

MAIN = r"""\documentclass{article}
\usepackage[english]{babel}
\usepackage[style=verbose]{biblatex}
\addbibresource{refs.bib}
\title{Coastal fishing}
\begin{document}
\maketitle
\section{Ports}
The ports of the north grew\autocite[4]{doe} and fell.
\input{parts/two}
\printbibliography
\end{document}
"""
PART = """They are there still, as she wrote\\footnote{\\cite[7]{doe}.} of the towns
that are on the coast \\autocite[19-12]{doe}, and so did another \\footcite{lost}.
"""
REFS = (
    "@book{doe, author={Doe, Jane}, title={The ports of the north}, year={2019}, publisher={Harrow}, address={London}}\n"
    "@book{roe, author={Roe, John}, title={Never cited}, year={2018}, publisher={Harrow}, address={London}}\n"
)


@pytest.fixture
def report(folder: Path) -> Path:
    """A report in two files, with a source that is missing, and with pages that run backwards."""
    (folder / "parts").mkdir()
    (folder / "main.tex").write_text(MAIN)
    (folder / "parts" / "two.tex").write_text(PART)
    (folder / "refs.bib").write_text(REFS)
    return folder


def findings(cli: Run, *words: str) -> list[dict[str, Any]]:
    return list(json.loads(cli("audit", *words, "--format", "json").out)["findings"])


def test_findings_are_told_by_the_file_that_holds_the_words(cli: Run, report: Path) -> None:
    ran = cli("audit", "main.tex", "--format", "concise")
    assert ran.status == 1
    assert "parts/two.tex:2:75: CIT001 error: note 4: " in ran.out
    found = {one["code"]: one for one in findings(cli, "main.tex")}
    missing = found["CIT001"]
    assert [missing[key] for key in ("path", "line", "column", "end_line", "end_column")] == [
        *("parts/two.tex", 2, 75, 2, 79),
    ]
    assert (missing["note"], missing["note_id"]) == ("4", "4")
    assert "place" not in missing
    assert missing["fix"] is None
    assert found["PAG004"]["line"] == 2
    assert "CIT002" not in found


@pytest.mark.parametrize("format", ["text", "github", "gitlab", "junit", "sarif", "markdown", "html"])
def test_every_format_tells_the_file_and_the_line(cli: Run, report: Path, format: str) -> None:
    out = cli("audit", "main.tex", "--format", format).out
    assert "parts/two.tex" in out
    if format == "sarif":
        [run] = json.loads(out)["runs"]
        places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
        assert {"startLine": 2, "startColumn": 75, "endLine": 2, "endColumn": 79} in [one["region"] for one in places]
    elif format == "gitlab":
        assert {"path": "parts/two.tex", "lines": {"begin": 2, "end": 2}} in [
            one["location"] for one in json.loads(out)
        ]
    elif format == "github":
        assert "file=parts/two.tex,line=2,endLine=2,col=75,endColumn=79" in out
    elif format != "html":
        assert "parts/two.tex:2" in out


def test_extracted_data_give_the_same_findings_with_the_same_places(cli: Run, report: Path) -> None:
    before = findings(cli, "main.tex")
    assert cli("extract", "main.tex", "-o", "data").status == 0
    kept = ("code", "path", "line", "column", "note", "excerpt", "fingerprint")
    after = findings(cli)
    codes = {one["code"] for one in after}
    assert {"CIT001", "PAG004"} <= codes
    assert [{key: one[key] for key in kept} for one in after] == [
        {key: one[key] for key in kept} for one in before if one["code"] in codes
    ]


def test_the_file_that_holds_the_words_is_corrected(cli: Run, report: Path) -> None:
    part = report / "parts" / "two.tex"
    ran = cli("fix", "main.tex", "--unsafe")
    assert (ran.status, ran.err) == (0, "citecheck: 1 correction in 1 file; --write makes them\n")
    assert ran.out.startswith("--- a/parts/two.tex\n+++ b/parts/two.tex\n@@ -1,2 +1,2 @@\n")
    assert "-that are on the coast \\autocite[19-12]{doe}" in ran.out
    assert "+that are on the coast \\autocite[12-19]{doe}" in ran.out
    assert part.read_text() == PART
    before = (report / "main.tex").read_bytes()
    assert cli("fix", "main.tex", "--unsafe", "--write").status == 0
    assert part.read_text() == PART.replace("19-12", "12-19")
    assert (report / "main.tex").read_bytes() == before
    assert "PAG004" not in {one["code"] for one in findings(cli, "main.tex")}
    assert cli("fix", "main.tex", "--unsafe", "--check").status == 0


def test_a_part_that_is_named_beside_its_document_is_read_once(cli: Run, report: Path) -> None:
    assert findings(cli, "main.tex", "parts/two.tex") == findings(cli, "main.tex")


def test_several_parts_are_one_report(cli: Run, report: Path) -> None:
    (report / "one.tex").write_text("Here it is\\footnote{Doe, 2019, p. 4.} told.\n")
    made = json.loads(cli("audit", "one.tex", "parts/two.tex", "--format", "json").out)
    assert [one["path"] for one in made["inputs"]] == ["one.tex", "parts/two.tex"]


def test_what_is_not_there_is_said(cli: Run, report: Path) -> None:
    (report / "parts" / "two.tex").unlink()
    assert "main.tex:10:1" in cli("audit", "main.tex").out
    assert "a file that is included here is not there" in cli("audit", "main.tex").out


def test_a_layout_is_shown_with_its_lines(cli: Run, report: Path) -> None:
    shown = cli("show", "layout", "main.tex").out.splitlines()
    assert shown[:3] == [
        "main.tex (en): 3 blocks, 4 notes",
        "  main.tex:7 title: Coastal fishing",
        "  main.tex:8 heading 2: 1 Ports",
    ]
    made = json.loads(cli("show", "layout", "main.tex", "--format", "json").out)["documents"][0]["notes"][1]["blocks"][
        0
    ]
    assert (made["file"], made["line"], made["column"]) == ("parts/two.tex", 1, 35)


def test_an_earlier_state_is_that_of_all_files(cli: Run, report: Path) -> None:
    def git(*words: str) -> None:
        settings = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *settings, *words], cwd=report, check=True, capture_output=True)

    git("init", "-q")
    (report / "parts" / "two.tex").write_text(PART.replace("\\footcite{lost}", "\\footcite{doe}"))
    git("add", ".")
    git("commit", "-qm", "a")
    (report / "parts" / "two.tex").write_text(PART)
    new = {one["code"]: one["state"] for one in findings(cli, "main.tex", "--since", "HEAD")}
    assert (new["CIT001"], new["PAG004"]) == ("new", "baselined")


def test_a_finding_is_waived_by_a_comment(cli: Run, report: Path) -> None:
    said = "% citecheck: ignore CIT001 it comes with the second edition\n"
    (report / "parts" / "two.tex").write_text(PART.replace("\\footcite{lost}", f"{said}\\footcite{{lost}}"))
    found = {one["code"]: one for one in findings(cli, "main.tex")}
    assert found["CIT001"]["state"] == "new"
    lost = f"\\footnote{{{said}\\cite{{lost}}.}}"
    (report / "parts" / "two.tex").write_text(PART.replace("\\footcite{lost}", lost))
    found = {one["code"]: one for one in findings(cli, "main.tex")}
    assert (found["CIT001"]["state"], found["CIT001"]["waiver"]) == ("waived", "it comes with the second edition")
    assert "WAI001" not in found
