"""Documents without lines: path to Source, by the Layout that the reader of the format gives."""

from __future__ import annotations

import hashlib

from citecheck.errors import InputError
from citecheck.model.layout import Layout
from citecheck.model.source import Source
from citecheck.read.files import read_bytes
from citecheck.read.projection import projected
from citecheck.read.readers import reader_of

__all__ = ["read_document", "read_layout"]

OLD = b"\xd0\xcf\x11\xe0"


def read_layout(path: str, raw: bytes | None = None, *, rejected: bool = False) -> Layout:
    """What the document at ``path`` prints, with its tracked changes accepted, or ``rejected``. Raises InputError where it cannot be read, or no reader reads it."""
    reader = reader_of(path)
    if reader is None:
        raise InputError(f"{path} is a file of text, which has no layout: name a document such as report.docx")
    held = read_bytes(path) if raw is None else raw
    if held.startswith(OLD):
        raise InputError(
            f"{path} is encrypted, or an old office document: save it as {reader.ENDINGS[0]} without a password"
        )
    return reader.layout(path, held, rejected=rejected)


def read_document(path: str, raw: bytes | None = None, *, rejected: bool = False) -> Source:
    """The text of the document at ``path``. Raises InputError where it cannot be read."""
    held = read_bytes(path) if raw is None else raw
    return projected(path, read_layout(path, held, rejected=rejected), hashlib.sha256(held).hexdigest())
