"""Bookdown's books."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.model.source import Source
from citecheck.read.books.bookdown import chapters


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("rmd_files: [b.Rmd, index.Rmd, a.Rmd]", ("index.Rmd", "b.Rmd", "a.Rmd")),
        ("rmd_files: b.Rmd", ("b.Rmd",)),
        ("rmd_files:\n  latex: [l.Rmd]\n  html: [h.Rmd]", ("h.Rmd",)),
        ("rmd_files:\n  latex: [l.Rmd]", ("l.Rmd",)),
        ("book_filename: x", ("index.Rmd", "01.Rmd", "02.Rmd")),
        ("", ("index.Rmd", "01.Rmd", "02.Rmd")),
    ],
)
def test_listed_or_by_name(tmp_path: Path, text: str, files: tuple[str, ...]) -> None:
    for name in ("02.Rmd", "01.Rmd", "index.Rmd", "_draft.Rmd", "notes.md"):
        (tmp_path / name).touch()
    assert chapters(tmp_path, Source("_bookdown.yml", text)).files == files
