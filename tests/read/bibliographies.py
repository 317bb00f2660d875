"""Bibliographies that are written into a folder and read from there."""

from __future__ import annotations

from pathlib import Path

from citecheck.model.reference import Reference
from citecheck.read.databases import read_bibliography


def read(folder: Path, name: str, text: str) -> tuple[list[Reference], list[str]]:
    (folder / name).write_text(text, "utf-8")
    entries, unreadable = read_bibliography(folder / name)
    assert all(entry.span == entry.body == entry.references[0].span for entry in entries)
    return [entry.references[0] for entry in entries], [one.reason for one in unreadable]


def bib(folder: Path, text: str) -> Reference:
    """The one reference of a BibTeX text."""
    [found], unreadable = read(folder, "a.bib", text)
    assert not unreadable
    return found
