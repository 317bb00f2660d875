"""Corrections of documents through the command line: tracked changes in Word."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from citecheck.read.documents import read_document
from tests.cli.conftest import Run
from tests.cli.test_layouts import findings
from tests.read.opendocument import samples as odt
from tests.read.word.samples import document, mark, note, p, r, zipped

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


@pytest.mark.parametrize("ending", ["html", "odt"])
def test_other_documents_are_corrected(cli: Run, file: Path, folder: Path, ending: str) -> None:
    pages = ["p. 4", "p. 5", "p. 6", "p.7"]
    if ending == "html":
        marks = "".join(f'<a id="r{at}" href="#n{at}">{at}</a>' for at in range(1, 5))
        listed = "".join(
            f'<p id="n{at}"><a href="#r{at}">{at}</a> Doe, 2019, {page}.</p>' for at, page in enumerate(pages, 1)
        )
        text = f"<h1>Ports</h1><p>The ports grew{marks}.</p>{listed}<h1>Bibliography</h1><p>Doe, J. (2019). <i>Ports</i>. Harrow.</p>"
        raw = text.encode()
    else:
        called = "".join(odt.note(str(at), f"Doe, 2019, {page}.") for at, page in enumerate(pages, 1))
        body = (
            odt.h("Ports")
            + odt.p(f"The ports grew{called}.")
            + odt.h("Bibliography")
            + odt.p("Doe, J. (2019). Ports. Harrow.")
        )
        raw = zipped({"content.xml": odt.content(body)})
    made = folder / f"other.{ending}"
    made.write_bytes(raw)
    ran = cli("fix", made.name)
    assert (ran.status, ran.err) == (0, "citecheck: 1 correction in 1 file; --write makes them\n")
    assert ("+++ b/other.html" if ending == "html" else "other.odt n. 4: [^4]: Doe, 2019, p.[-7-]{+ 7+}.") in ran.out
    assert cli("fix", made.name, "--write").status == 0
    assert "Doe, 2019, p. 7." in read_document(str(made)).text
    assert cli("fix", made.name, "--check").status == 0


def test_what_is_left_is_said(cli: Run, folder: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>p.7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    held = notes("p. 4", "p. 5", "p. 6") + note(4, p(r(" Doe, 2019, "), field, "."))
    (folder / "a.docx").write_bytes(document(BODY + ENTRIES, notes=held))
    assert cli("fix", "a.docx").err == (
        "citecheck: no corrections\n"
        "citecheck: 1 correction left out, because a field prints the words, and will print them as before: mend their source there: "
        "PAG001 a.docx n. 4\n"
    )
    assert "parce qu'un champ imprime ces mots" in cli("fix", "a.docx", "--ui", "fr").err


def test_a_symlink_is_followed_and_what_cannot_be_written_is_said(cli: Run, file: Path, folder: Path) -> None:
    (folder / "link.docx").symlink_to(file)
    assert cli("fix", "link.docx", "--write").status == 0
    assert (folder / "link.docx").is_symlink()
    assert "p. 7" in read_document(str(file)).text
