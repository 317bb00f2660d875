"""Jupyter Book: the files of ``_toc.yml``, from its ``root`` on, whose endings are left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citecheck.model.source import Source
from citecheck.read.books import Chapters
from citecheck.read.named import names_a_file
from citecheck.read.yaml import Placed, placed

__all__ = ["FILE", "chapters"]

FILE = "_toc.yml"
ENDINGS = (".md", ".ipynb")
LISTS = ("parts", "chapters", "sections", "subtrees", "entries")


def chapters(folder: Path, source: Source) -> Chapters:
    """The root and the files of parts, chapters and sections, in order; each with the ending that is there."""
    whole = placed(source)
    return Chapters(tuple(_ended(folder, name) for name in (_named(whole) if whole is not None else ())))


def _named(held: Placed) -> Iterator[str]:
    for key in ("root", "file"):
        if key in held.fields and isinstance(name := held.fields[key].value, str):
            yield name
    for one in held.items or ():
        yield from _named(one)
    for key in LISTS:
        if key in held.fields:
            yield from _named(held.fields[key])


def _ended(folder: Path, name: str) -> str:
    """The name of the file with its ending."""
    return next((name + ending for ending in ENDINGS if names_a_file(folder / (name + ending))), name)
