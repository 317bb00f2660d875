"""Folders that hold a book."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.errors import InputError
from citecheck.read.books import book_of, is_book

NOTE = "# {0}\n\nElms fall.[^1]\n\n[^1]: Doe, 20{1}, p. 3.\n"


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_what_is_a_book(tmp_path: Path) -> None:
    assert is_book(str(tmp_path))
    assert is_book("book/_quarto.yml")
    assert is_book("book.toml")
    assert not is_book("-")
    assert not is_book("a.md")
    assert not is_book("refs.yml")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "is a folder without a book"),
        ({"_quarto.yml": "project: {type: website}\n"}, "is of no book"),
        ({"_quarto.yml": "book: {chapters: []}\nx: 1"}, "names no files"),
        ({"_quarto.yml": "book: {chapters: [a.qmd]}\n"}, "names a.qmd, which does not exist"),
        ({"_quarto.yml": "book: {chapters: [../a.qmd]}\n"}, "lies outside of its folder"),
        ({"_quarto.yml": "book: {chapters: [/etc/passwd]}\n"}, "lies outside of its folder"),
        ({"book.toml": "book ="}, "is no TOML"),
        ({"book.toml": ""}, "without src/SUMMARY.md"),
        ({"mkdocs.yml": "a: ["}, "is no YAML"),
    ],
)
def test_what_is_wrong_with_a_book_is_said(tmp_path: Path, files: dict[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        book_of(str(written(tmp_path, **files)))


def test_a_folder_is_audited_in_the_order_of_its_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "_quarto.yml": "book:\n  chapters: [index.qmd, z.qmd, a.qmd]\nbibliography: refs.bib\n",
        "index.qmd": "# Start\n\nOaks stay [@roe].\n",
        "z.qmd": "# Elms\n\nElms fall.[^1]\n\n[^1]: Doe, 2020, p. 3-1.\n",
        "a.qmd": "# Oaks\n\nOaks fall.[^1]\n\n[^1]: Roe, 2020, p. 9-2.\n",
        "refs.bib": "@book{roe, author={Roe, R.}, title={Oaks}, year=2020}\n@book{doe, author={Doe, J.}, title={Elms}, year=2020}",
        "other.qmd": "# Not in the book\n\nText.[^1]\n",
    }
    folder = written(tmp_path, **files)
    for named in (str(folder), str(folder / "_quarto.yml")):
        assert run(["audit", named, "--format", "concise", "--sort", "document"]) == 1
        said = capsys.readouterr().out
        errors = [line.partition(": ")[0].rpartition("/")[2] for line in said.splitlines() if " error: " in line]
        assert [one.partition(":")[0] for one in errors] == ["z.qmd", "a.qmd"]
        assert "1 version · 2 notes · 2 entries" in said


def test_books_in_two_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("fr", "en"):
        written(
            tmp_path / lang,
            **{"_bookdown.yml": "", "index.Rmd": NOTE.format("One", 20), "02.Rmd": NOTE.format("Two", 21)},
        )
    assert (
        run(["audit", "--lang", f"fr={tmp_path / 'fr'}", "--lang", f"en={tmp_path / 'en'}", "--fail-on", "never"]) == 0
    )
    assert "2 versions · 4 notes" in capsys.readouterr().out


def test_a_book_that_is_corrected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, **{"_bookdown.yml": "", "index.Rmd": "# One\n\nSee http://dx.doi.org/10.1000/182 for elms.\n"})
    assert run(["fix", str(tmp_path), "--write"]) == 0
    assert "https://doi.org/10.1000/182" in (tmp_path / "index.Rmd").read_text("utf-8")
    assert capsys.readouterr().err
