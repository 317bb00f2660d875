"""Reading a bibliography that another program keeps: BibTeX, CSL-JSON, RIS and their like to entries.

Each format is a module of this package with ``NAME``, ``ENDINGS``, ``claims`` and ``entries``, found by looking. What
cannot be read becomes an `Unreadable` at its place.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol, cast

from citecheck.errors import InputError
from citecheck.model.document import Unreadable
from citecheck.model.source import Source, Span
from citecheck.read.databases.entries import Entries
from citecheck.read.files import read_source
from citecheck.read.readers import TEXTS

__all__ = ["is_bibliography", "read_bibliography"]


class Database(Protocol):
    """What a module has that reads a format of bibliographies."""

    NAME: str
    ENDINGS: tuple[str, ...]

    def claims(self, text: str) -> bool:
        """Whether a text whose name has one of the endings is of this format, and not of another with that ending."""

    def entries(self, source: Source) -> Entries:
        """The entries in order, and what of the text could not be read. Raises InputError where nothing can be."""


@cache
def _formats() -> tuple[Database, ...]:
    """The formats, in the order of their modules' names."""
    names = sorted(info.name for info in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = (import_module(f"citecheck.read.databases.{name}") for name in names)
    return tuple(cast("Database", module) for module in modules if hasattr(module, "ENDINGS"))


def is_bibliography(path: str | PurePath) -> bool:
    """Whether a file's name is that of a bibliography that citecheck reads."""
    return bool(_formats_of(PurePath(path)))


def _formats_of(path: PurePath) -> tuple[Database, ...]:
    ending = path.suffix.casefold()
    return () if ending in TEXTS else tuple(one for one in _formats() if ending in one.ENDINGS)


def read_bibliography(path: Path, raw: bytes | None = None) -> Entries:
    """The entries of a bibliography file, in order, and what of it could not be read.

    ``raw`` are its bytes where these are at hand. An entry's ``entry_id`` is its key, its span the block or item that
    describes it. Raises InputError where the file cannot be opened or is of no format that is read.
    """
    formats = _formats_of(path)
    if not formats:
        known = ", ".join(f"{one.NAME} ({' or '.join(one.ENDINGS)})" for one in _formats())
        raise InputError(f"{path} is no bibliography that citecheck reads: give {known}")
    source = read_source(str(path), raw, joined=False)
    found = next((one for one in formats if one.claims(source.text)), formats[0]).entries(source)
    if not any(found):
        return (), (Unreadable(Span(source, 0, 0), "the file holds no entries"),)
    return found
