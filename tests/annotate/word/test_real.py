"""Real Word documents: every remark in its place, nothing else changed, and an office program brings all of it back."""

from __future__ import annotations

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from citecheck.annotate import Remark, annotated
from citecheck.read.documents import read_document, read_layout, with_told_language
from citecheck.read.projection import stretches
from tests.annotate.word.samples import commented, parts, said
from tests.read.word.samples import document, mark, note, p
from tests.skips import DOCUMENTS, needs_documents, needs_office

FILES = sorted(DOCUMENTS.glob("*.docx"))
EVERY = 40
"""A remark on the beginning of each so many stretches of words."""


def remarks(file: Path, raw: bytes) -> list[Remark]:
    words = stretches(with_told_language(read_layout(str(file), raw)))
    return [
        Remark(one.offset, one.end, at % 3, "CIT004 · error", ("What is wrong.", "What to do."), f"v1:{at:016x}")
        for at, one in enumerate(words[::EVERY])
    ]


@needs_documents
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_all_are_placed_and_nothing_else_changes(file: Path) -> None:
    raw = file.read_bytes()
    held = remarks(file, raw)
    made = annotated(str(file), raw, held)
    assert len(said(made)) == len(held) == len(commented(made))
    before, after = parts(raw), parts(made)
    assert len([name for name in after if after[name] != before.get(name)]) <= 4
    assert list(before) == [name for name in after if name in before]
    assert read_document(str(file), made).text == read_document(str(file), raw).text
    assert annotated(str(file), made, held) == made


@needs_office
def test_an_office_program_brings_back_notes_and_comments(tmp_path: Path) -> None:
    raw = document(
        p("Catches rose in the Ports.", mark(2)) + p("And fell.", mark(3)), notes=note(2, p(" Poe.")) + note(3, p(" Doe.")),
        parts={
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/_rels/document.xml.rels": NOTES,
        },
    )  # fmt: skip
    text = read_document("a.docx", raw).text
    spots = [(text.index(word), text.index(word) + len(word)) for word in ("the Ports", "Poe", "fell")]
    held = [Remark(*spot, 0, "CIT004 · error", ("No.",), f"v1:{at:016x}") for at, spot in enumerate(spots)]
    (tmp_path / "a.docx").write_bytes(annotated("a.docx", raw, held))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "out"),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(BytesIO((tmp_path / "out" / "a.docx").read_bytes())) as archive:
        assert archive.read("word/document.xml").count(b"<w:footnoteReference ") == 2
        assert archive.read("word/comments.xml").count(b"<w:comment ") == 3


KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{WORD}.footnotes+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{KINDS}/officeDocument" Target="word/document.xml"/></Relationships>'
)
NOTES = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{KINDS}/footnotes" Target="footnotes.xml"/></Relationships>'
)
