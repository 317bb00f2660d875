"""Quarto's books."""

from __future__ import annotations

from pathlib import Path

from citecheck.model.source import Source
from citecheck.read.books import Chapters
from citecheck.read.books.quarto import chapters

TEXT = """project:
  type: book
book:
  title: Elms
  chapters:
    - index.qmd
    - part: oaks.qmd
      chapters:
        - file: oaks-1.qmd
        - oaks-2.ipynb
    - part: "Firs. A part"
      chapters: [firs.qmd]
    - text: Last
      file: last.md
  appendices:
    - tables.qmd
  bibliography: more.bib
bibliography: [refs.bib, refs.json]
"""


def test_parts_and_appendices() -> None:
    files = ("index.qmd", "oaks.qmd", "oaks-1.qmd", "oaks-2.ipynb", "firs.qmd", "last.md", "tables.qmd")
    assert chapters(Path(), Source("_quarto.yml", TEXT)) == Chapters(files, ("refs.bib", "refs.json", "more.bib"))
