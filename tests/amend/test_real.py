"""Real documents: changes all over them, taken back by programs that are not ours."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from citecheck.amend import amended, opened
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from citecheck.read.documents import read_document
from citecheck.read.pandoc.program import pandoc_program
from tests.skips import DOCUMENTS, needs_documents, needs_office, needs_pandoc

FILES = sorted(DOCUMENTS.glob("*.docx"))
WORDS = re.compile(r"\w{3,}[.,;]? ?\w+")
MANY = 40


def planted(source: Source) -> list[Edit]:
    """Words that others replace, that come, and that go, all over a text but for its headings."""
    text = source.text
    words = [match for match in WORDS.finditer(text) if text[text.rfind("\n", 0, match.start()) + 1] != "#"]
    edits = []
    for at, match in enumerate(words[:: max(1, len(words) // MANY)]):
        start, end = match.span()
        edits.append(
            (
                Edit(Span(source, start, end), f"{match[0].upper()}x"),
                Edit(Span(source, end, end), "\u00a0q"),
                Edit(Span(source, start + 1, start + 2), ""),
                Edit(Span(source, start, start), "q "),
            )[at % 4]
        )
    return edits


def made_of(file: Path) -> bytes:
    """The document with all changes that it takes."""
    raw = file.read_bytes()
    source = read_document(str(file), raw)
    document = opened(str(file), lambda _: raw)
    edits = [one for one in planted(source) if not document.refusal(one)]
    assert edits
    # What is made is read again there, accepted and rejected.
    return amended(str(file), edits, lambda _: raw, "2026-11-24")[str(file)]


@needs_documents
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_changes_all_over_a_document_can_be_taken_back(file: Path) -> None:
    assert b"citecheck" not in file.read_bytes()
    assert made_of(file) != file.read_bytes()


def plain(file: Path, *options: str) -> str:
    command = [str(pandoc_program()), "-t", "plain", "--wrap=none", *options, str(file)]
    return subprocess.run(command, check=True, capture_output=True, timeout=120, text=True).stdout


@needs_documents
@needs_pandoc
def test_pandoc_takes_all_changes_back(tmp_path: Path) -> None:
    [file] = DOCUMENTS.glob("w32-*.docx")
    made = tmp_path / "made.docx"
    made.write_bytes(made_of(file))
    assert plain(made, "--track-changes=accept") != plain(file, "--track-changes=accept")
    assert plain(made, "--track-changes=reject") == plain(file, "--track-changes=reject")


def through_office(file: Path, to: str, folder: Path) -> Path:
    """A document as an office program writes it that has read it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", to, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{to}"


@needs_documents
@needs_office
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_an_office_program_keeps_all_changes(ending: str, tmp_path: Path) -> None:
    [file] = DOCUMENTS.glob("w1023-*.docx")
    first, then = tmp_path / "first", tmp_path / "then"
    original = through_office(file, ending, first)
    made = tmp_path / original.name
    made.write_bytes(made_of(original))
    again = through_office(made, ending, then)
    assert read_document(str(again)).text == read_document(str(made)).text
    taken_back = read_document(str(original), rejected=True)
    assert read_document(str(again), rejected=True).text == taken_back.text
