"""MkDocs: the files of ``nav:`` in its order, or all below ``docs_dir:`` by name, each folder's ``index.md`` first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citecheck.model.source import Source
from citecheck.read.books import Chapters
from citecheck.read.yaml import Placed, placed

__all__ = ["FILE", "chapters"]

FILE = "mkdocs.yml"
FOLDER = "docs"
INDEXES = ("index.md", "readme.md")


def chapters(folder: Path, source: Source) -> Chapters:
    """The Markdown files of the navigation; what lies elsewhere is a link and no chapter."""
    whole = placed(source)
    fields = whole.fields if whole is not None else {}
    said = fields["docs_dir"].value if "docs_dir" in fields else FOLDER
    below = said if isinstance(said, str) else FOLDER
    if "nav" in fields:
        named = [f"{below}/{name}" for name in _named(fields["nav"]) if _is_chapter(name)]
    else:
        found = [Path(*path.parts[len(folder.parts) :]) for path in sorted((folder / below).rglob("*.md"))]
        named = [path.as_posix() for path in sorted(found, key=_order)]
    return Chapters(tuple(named))


def _named(held: Placed) -> Iterator[str]:
    """The files of a navigation, in order, whatever their titles."""
    if isinstance(held.value, str):
        yield held.value
    for one in (*(held.items or ()), *held.fields.values()):
        yield from _named(one)


def _is_chapter(name: str) -> bool:
    return "://" not in name and name.casefold().endswith((".md", ".markdown", ".ipynb"))


def _order(path: Path) -> tuple[tuple[str, ...], bool, str]:
    return path.parent.parts, path.name.casefold() not in INDEXES, path.name
