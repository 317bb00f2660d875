"""Bookdown's books: ``rmd_files:``, or all files of R Markdown in the folder by name, ``index.Rmd`` first."""

from __future__ import annotations

from pathlib import Path

from citecheck.model.source import Source
from citecheck.read.books import Chapters
from citecheck.read.yaml import placed

__all__ = ["FILE", "chapters"]

FILE = "_bookdown.yml"
INDEX = "index.rmd"
FORMAT = "html"
"""The format of output whose list counts where each has its own."""


def chapters(folder: Path, source: Source) -> Chapters:
    """The files that are listed; without a list all in the folder, but for those whose name begins with an underscore."""
    whole = placed(source)
    listed = whole.fields.get("rmd_files") if whole is not None else None
    if listed is not None and listed.pairs is not None:
        listed = listed.fields.get(FORMAT) or next(iter(listed.fields.values()), None)
    named = [
        one.value for one in (listed.items or (listed,) if listed is not None else ()) if isinstance(one.value, str)
    ]
    if not named:
        found = (path.name for path in sorted(folder.iterdir()) if path.suffix.casefold() == ".rmd")
        named = [name for name in found if not name.startswith("_")]
    return Chapters(tuple(sorted(named, key=lambda name: name.casefold() != INDEX)))
