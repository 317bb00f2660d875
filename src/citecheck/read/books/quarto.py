"""Quarto's books: ``book: chapters:`` with parts, and ``appendices:``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citecheck.errors import InputError
from citecheck.model.source import Source
from citecheck.read.books import Chapters
from citecheck.read.yaml import Placed, placed

__all__ = ["FILE", "chapters"]

FILE = "_quarto.yml"
PAGES = (".qmd", ".md", ".Rmd", ".rmd", ".ipynb")


def chapters(folder: Path, source: Source) -> Chapters:
    """The chapters and appendices in order; a part may have a page of its own."""
    whole = placed(source)
    fields = whole.fields if whole is not None else {}
    book = fields.get("book")
    if book is None or not book.fields:
        raise InputError(f"{source.path} is of no book: name the files to check")
    named = [name for key in ("chapters", "appendices") if key in book.fields for name in _named(book.fields[key])]
    databases = [
        one for held in (fields, book.fields) if "bibliography" in held for one in _texts(held["bibliography"])
    ]
    return Chapters(tuple(named), tuple(databases))


def _named(listed: Placed) -> Iterator[str]:
    """The files of a list of chapters, which may be parts with chapters of their own."""
    for one in listed.items or ():
        if isinstance(one.value, str):
            yield one.value
        for key in ("file", "part"):
            held = one.fields.get(key)
            # A part is a title or a page.
            if held is not None and isinstance(held.value, str) and (key == "file" or held.value.endswith(PAGES)):
                yield held.value
        if "chapters" in one.fields:
            yield from _named(one.fields["chapters"])


def _texts(held: Placed) -> list[str]:
    """One text, or those of a list."""
    return [one.value for one in (held.items or (held,)) if isinstance(one.value, str)]
