"""Compared: the printed bibliography of one version beside the database of a reference manager."""

from __future__ import annotations

from msgspec import Struct

from citecheck.model.citations import Citations, Work
from citecheck.model.document import Entry

__all__ = ["Compared", "Held"]


class Held(Struct, frozen=True):
    """A printed source and the entry of the database that is of it. ``certain`` tells that an identifier or a title that
    both have says so, and not the author and the year alone."""

    work: Work
    entry: Entry
    certain: bool


class Compared(Struct, frozen=True):
    """The printed sources of a version that a database has, and the ``absent`` ones, each in the order of print;
    ``files`` are the database's."""

    version: Citations
    held: tuple[Held, ...]
    absent: tuple[Work, ...]
    files: tuple[str, ...]
