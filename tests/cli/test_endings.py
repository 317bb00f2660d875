"""``--output audit.html``: every command writes what the name of the file ends in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.cli.common import TextOrJson
from citecheck.cli.endings import ENDINGS, format_by_ending
from citecheck.cli.tables import Format
from citecheck.errors import UsageError
from citecheck.report import FORMATS
from tests.cli.conftest import Run
from tests.cli.reports import SMALL

BEGINNINGS = {
    "a.html": "<!doctype html",
    "a.HTM": "<!doctype html",
    "a.json": "{",
    "a.sarif": "{",
    "a.md": "## citecheck",
    "a.markdown": "## citecheck",
    "a.xml": "<?xml",
    "a.txt": "Nothing found",
    "a.log": "Nothing found",
    "a": "Nothing found",
}


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(SMALL.replace("p. 5", "p.5"), encoding="utf-8")
    french = SMALL.replace("# Bibliography", "# Bibliographie").replace("this report", "ce rapport")
    (folder / "fr.md").write_text(french, encoding="utf-8")


@pytest.mark.parametrize("file", BEGINNINGS)
def test_an_audit_is_written_as_the_name_says(cli: Run, file: str) -> None:
    ran = cli("audit", "report.md", "-o", file)
    assert (ran.status, ran.out, ran.err) == (0, "", f"citecheck: wrote {file}\n")
    assert Path(file).read_text(encoding="utf-8").lstrip().lower().startswith(BEGINNINGS[file].lower())


@pytest.mark.parametrize("words", [("--format", "json", "-o", "a.html"), ("-o", "json=a.html")])
def test_a_format_that_is_said_goes_before_the_name(cli: Run, words: tuple[str, ...]) -> None:
    assert cli("audit", "report.md", *words).status == 0
    assert json.loads(Path("a.html").read_text(encoding="utf-8"))["schema"] == "citecheck/findings/1"


def test_several_outputs_each_have_their_own(cli: Run) -> None:
    assert cli("audit", "report.md", "-o", "a.json", "-o", "a.sarif", "-o", "text=-").out.startswith("Nothing found")
    assert "schema" in json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert json.loads(Path("a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("stage", ["document", "citations", "forms"])
def test_show_writes_what_the_name_says(cli: Run, stage: str) -> None:
    files = [] if stage == "forms" else ["report.md"]
    assert cli("show", stage, *files, "-o", "a.json").status == 0
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))
    assert cli("show", stage, *files, "-o", "a.txt").status == 0
    assert not Path("a.txt").read_text(encoding="utf-8").startswith("{")


def test_links_write_what_the_name_says(cli: Run) -> None:
    assert cli("links", "report.md", "--offline", "--no-cache", "-o", "a.json").status == 0
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["schema"] == "citecheck/links/1"


@pytest.mark.parametrize(
    ("file", "begins"), [("a.json", b"{"), ("a.csv", b""), ("a.xlsx", b"pk"), ("a.html", b"<!doctype"), ("a.txt", b"")]
)
def test_a_table_is_written_as_the_name_says(cli: Run, file: str, begins: bytes) -> None:
    ran = cli("reconcile", "--lang", "fr=fr.md", "--lang", "en=report.md", "-o", file)
    assert ran.status in (0, 1)
    assert ran.out == ""
    made = Path(file).read_bytes()
    assert made.lower().startswith(begins)
    assert (b"," in made.splitlines()[0]) or file != "a.csv"


@pytest.mark.parametrize(
    ("words", "endings"),
    [
        (("audit", "report.md", "-o", "a.csv"), ".htm, .html, .json, .log, .markdown, .md, .sarif, .txt, .xml"),
        (("audit", "report.md", "-o", "a.docx"), ".htm, .html, .json, .log, .markdown, .md, .sarif, .txt, .xml"),
        (("links", "report.md", "--offline", "-o", "a.html"), ".json, .log, .txt"),
        (("show", "document", "report.md", "-o", "a.xml"), ".json, .log, .txt"),
        (("show", "forms", "-o", "a.md"), ".json, .log, .txt"),
        (
            ("reconcile", "report.md", "fr.md", "-o", "a.md"),
            ".csv, .htm, .html, .json, .log, .txt, .xlf, .xliff, .xlsx",
        ),
    ],
)
def test_an_ending_of_no_format_is_said_and_nothing_written(cli: Run, words: tuple[str, ...], endings: str) -> None:
    before = sorted(Path().iterdir())
    ran = cli(*words)
    ending = Path(words[-1]).suffix
    said = f"nothing that is written here ends in {ending}: end the name in {endings}, or say --format"
    assert ran == (2, "", f"citecheck: --output {words[-1]}: {said}\n")
    assert sorted(Path().iterdir()) == before


def test_every_ending_leads_to_one_format_of_a_command() -> None:
    for formats in (list(FORMATS), [one.value for one in Format], [one.value for one in TextOrJson]):
        for name in formats:
            assert all(format_by_ending(f"x{ending}", formats) == name for ending in ENDINGS.get(name, ()))


@pytest.mark.parametrize("file", ["-", "out", "/dev/stdout", ".audit", "../some.folder/out"])
def test_a_name_without_an_ending_means_text(file: str) -> None:
    assert format_by_ending(file, ["text", "json"]) == "text"
    with pytest.raises(UsageError, match="the name has no ending"):
        format_by_ending(file, ["bibtex"])
