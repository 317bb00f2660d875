"""Corrections of documents through the command line: tracked changes in Word."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from citecheck.read.documents import read_document
from tests.cli.conftest import Run
from tests.cli.test_layouts import findings
from tests.read.word.samples import document, mark, note, p, r

ENTRIES = p("Bibliography", style="H1") + p(
    r("Doe, J. (2019). "), r("The ports of the north", "<w:i/>"), r(". London: Harrow.")
)


def notes(*pages: str) -> str:
    return "".join(note(key, p(r(" Doe, 2019, "), r(page, "<w:b/>"), r("."))) for key, page in enumerate(pages, 1))


BODY = (
    p("1 Ports", style="H1")
    + p(
        "The ports of the north grew",
        mark(1),
        r(" and fell"),
        mark(2),
        f"<w:ins>{r(' even more')}</w:ins>",
        mark(3),
        ".",
    )
    + p("They are there still", mark(4), ".")
)
NOTES = notes("p. 4", "p. 5", "p. 6", "p.7")


@pytest.fixture
def file(folder: Path) -> Path:
    """A Word document with a page that is spaced otherwise than the others, in a note."""
    made = folder / "report.docx"
    made.write_bytes(document(BODY + ENTRIES, notes=NOTES))
    return made


def test_corrections_are_shown_by_word(cli: Run, file: Path) -> None:
    before = file.read_bytes()
    ran = cli("fix", "report.docx", "--check")
    assert (ran.status, ran.out) == (1, "report.docx n. 4: [^4]: Doe, 2019, p.[-7-]{+ 7+}.\n")
    assert ran.err == "citecheck: 1 correction in 1 file; --write makes them\n"
    assert file.read_bytes() == before


def test_corrections_are_tracked_changes(cli: Run, file: Path) -> None:
    before = file.read_bytes()
    ran = cli("fix", "report.docx", "--write", "--today", "2026-11-24")
    assert (ran.status, ran.out, ran.err) == (0, "", "citecheck: 1 correction in 1 file made\n")
    notes_now = zipfile.ZipFile(file).read("word/footnotes.xml").decode()
    assert '<w:ins w:id="5" w:author="citecheck" w:date="2026-11-24T00:00:00Z"><w:r><w:rPr><w:b/></w:rPr>' in notes_now
    for name in zipfile.ZipFile(BytesIO(before)).namelist():
        same = zipfile.ZipFile(BytesIO(before)).read(name) == zipfile.ZipFile(file).read(name)
        assert same == (name != "word/footnotes.xml")
    assert "PAG001" not in {one["code"] for one in findings(cli, "report.docx")}
    assert cli("fix", "report.docx", "--check").status == 0
    original = read_document("a.docx", before, rejected=True)
    assert read_document("report.docx", rejected=True).text == original.text
