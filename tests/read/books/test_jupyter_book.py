"""Jupyter Book."""

from __future__ import annotations

from pathlib import Path

from citecheck.model.source import Source
from citecheck.read.books.jupyter_book import chapters

TEXT = """format: jb-book
root: intro
parts:
  - caption: One
    chapters:
      - file: elms
        sections:
          - file: elms/more
  - caption: Two
    chapters:
      - file: oaks.md
      - url: https://example.org
"""


def test_files_have_the_ending_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "elms").mkdir()
    for name in ("intro.md", "elms.ipynb", "elms/more.md", "oaks.md"):
        (tmp_path / name).touch()
    made = chapters(tmp_path, Source("_toc.yml", TEXT))
    assert made.files == ("intro.md", "elms.ipynb", "elms/more.md", "oaks.md")
