"""Folders that hold a book: which files it has, in which order, as the tool that typesets it says.

Each kind is a module of this package with ``FILE``, the name of its configuration, and ``chapters``, found by looking.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.model.source import Source
from citecheck.read.files import read_source
from citecheck.read.named import names_a_file

__all__ = ["Chapters", "Opened", "book_of", "is_book", "with_chapters"]


class Chapters(Struct, frozen=True):
    """The files of a book in their order and its bibliographies, as paths within its folder."""

    files: tuple[str, ...]
    bibliographies: tuple[str, ...] = ()


class Kind(Protocol):
    """What a module has that reads the configuration of a kind of book."""

    FILE: str

    def chapters(self, folder: Path, source: Source) -> Chapters:
        """The chapters that a configuration names. Raises InputError where it names none."""


@cache
def _kinds() -> tuple[Kind, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"citecheck.read.books.{name}") for name in names)
    return tuple(cast("Kind", module) for module in modules if hasattr(module, "FILE"))


def is_book(path: str) -> bool:
    """Whether a path is that of a folder, or of the configuration of a book."""
    return path != "-" and (_is_folder(path) or Path(path).name in {kind.FILE for kind in _kinds()})


def _is_folder(path: str) -> bool:
    """Whether there is a folder of that name; a name that no file has is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def book_of(path: str) -> Chapters:
    """The files of the book in a folder, or of the configuration at ``path``, as one would name them from here.

    Raises InputError where there is no book, or a file of it is not there or lies outside of its folder.
    """
    kind, file = _configured(Path(path))
    made = kind.chapters(file.parent, read_source(str(file), joined=False))
    if not made.files:
        raise InputError(f"{file} names no files: name the files of the report themselves")
    return Chapters(tuple(_within(file, made.files)), tuple(_within(file, made.bibliographies)))


class Opened(Struct, frozen=True):
    """The files of books by the folders that stand for them, and the bibliographies of these books."""

    files: Mapping[str, tuple[str, ...]]
    bibliographies: tuple[str, ...]

    def all_of(self, paths: Iterable[str]) -> tuple[str, ...]:
        """The paths, with the files of books in place of their folders."""
        return tuple(file for path in paths for file in self.files.get(path, (path,)))

    def pairs_of(self, langs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """The files whose language is said, likewise."""
        return tuple((lang, file) for lang, path in langs for file in self.files.get(path, (path,)))


def with_chapters(paths: Iterable[str]) -> Opened:
    """The books among the paths. Raises InputError where a folder holds none."""
    books = {path: book_of(path) for path in paths if is_book(path)}
    databases = dict.fromkeys(file for book in books.values() for file in book.bibliographies)
    return Opened({path: book.files for path, book in books.items()}, tuple(databases))


def _configured(path: Path) -> tuple[Kind, Path]:
    """The kind of book and its configuration."""
    if path.is_dir():
        for kind in _kinds():
            if (path / kind.FILE).is_file():
                return kind, path / kind.FILE
        known = ", ".join(kind.FILE for kind in _kinds())
        raise InputError(f"{path} is a folder without a book (none of {known}): name the files to check")
    return next((kind, path) for kind in _kinds() if path.name == kind.FILE)


def _within(file: Path, names: tuple[str, ...]) -> Iterator[str]:
    """The files that a configuration names, each once."""
    folder = file.parent
    for name in dict.fromkeys(names):
        named = folder / name
        if not named.resolve().is_relative_to(folder.resolve()):
            raise InputError(f"{file} names {name}, which lies outside of its folder: name the files themselves")
        if not names_a_file(named):
            raise InputError(f"{file} names {name}, which does not exist: correct it, or name the files themselves")
        yield str(named)
