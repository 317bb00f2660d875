"""The readers of documents: each a package beside this module with ``NAME``, ``ENDINGS`` and ``layout``, or ``source`` where the
document holds Markdown, found by looking."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from citecheck.model.layout import Layout
from citecheck.model.source import Source

__all__ = ["TEXTS", "Reader", "includes", "is_document", "modules_by_ending", "reader_of"]


TEXTS = frozenset(("", ".md", ".markdown", ".txt", ".qmd", ".rmd"))
"""Endings of text, for which no other format need be looked for: importing readers takes time."""


class Reader(Protocol):
    """What a package has that reads a format."""

    NAME: str
    ENDINGS: tuple[str, ...]

    def layout(self, path: str, raw: bytes, *, rejected: bool = False) -> Layout:
        """What a document prints, with its tracked changes accepted, or ``rejected``. Raises InputError where it cannot be read.

        A package with ``INCLUDES`` reads further files; its ``layout`` takes ``contents``, bytes to read instead of those of files.
        """

    def source(self, path: str, raw: bytes) -> Source:
        """The text of a document that holds Markdown. Raises InputError where it cannot be read."""


@cache
def modules_by_ending(package: str) -> Mapping[str, str]:
    """The packages within a ``package`` that have ``ENDINGS``, found by looking: the module for each ending of a file's name."""
    names = sorted(info.name for info in pkgutil.iter_modules(import_module(package).__path__) if info.ispkg)
    modules = [import_module(f"{package}.{name}") for name in names]
    return {ending: module.__name__ for module in modules if hasattr(module, "ENDINGS") for ending in module.ENDINGS}


def is_document(path: str) -> bool:
    """Whether a reader reads files of this name."""
    return reader_of(path) is not None


def includes(path: str) -> bool:
    """Whether files of this name include others."""
    return getattr(reader_of(path), "INCLUDES", False)


def reader_of(path: str) -> Reader | None:
    """The reader for files of this name; None for files of text."""
    ending = PurePath(path).suffix.lower()
    module = None if ending in TEXTS else modules_by_ending("citecheck.read").get(ending)
    return None if module is None else cast("Reader", import_module(module))
