"""Documents without lines: path to Source, by the Layout that the reader of the format gives."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.languages import all_languages
from citecheck.model.layout import Layout
from citecheck.model.source import Source
from citecheck.read.files import read_bytes
from citecheck.read.projection import projected
from citecheck.read.readers import includes, reader_of

__all__ = ["read_document", "read_layout", "with_told_language"]

TOLD = 0.3
"""The share of a language's stop words that no text in another one has: English texts have .27 to .41, French ones .31, a
Spanish one .23 of the French, a Norwegian one .06."""
WORD = re.compile(r"[^\W\d_]+(?:['’])?")
SAMPLE = 8000
OLD = b"\xd0\xcf\x11\xe0"


def read_layout(
    path: str, raw: bytes | None = None, *, rejected: bool = False, contents: Mapping[str, bytes] | None = None
) -> Layout:
    """What the document at ``path`` prints, with its tracked changes accepted, or ``rejected``; ``contents`` are bytes to read
    instead of those of files that it includes. Raises InputError where it cannot be read, or no reader reads it."""
    reader = reader_of(path)
    if reader is None:
        raise InputError(f"{path} is a file of text, which has no layout: name a document such as report.docx")
    if not hasattr(reader, "layout"):
        raise InputError(f"{path} holds Markdown, which has no layout: 'citecheck show document' shows how it was read")
    held = read_bytes(path) if raw is None else raw
    if held.startswith(OLD):
        raise InputError(
            f"{path} is encrypted, or an old office document: save it as {reader.ENDINGS[0]} without a password"
        )
    more: dict[str, Any] = {"contents": contents or {}} if includes(path) else {}
    return reader.layout(path, held, rejected=rejected, **more)


def read_document(
    path: str, raw: bytes | None = None, *, rejected: bool = False, contents: Mapping[str, bytes] | None = None
) -> Source:
    """The text of the document at ``path``, as for `read_layout`. Raises InputError where it cannot be read."""
    held = read_bytes(path) if raw is None else raw
    reader = reader_of(path)
    if reader is not None and hasattr(reader, "source"):
        return reader.source(path, held)
    layout = with_told_language(read_layout(path, held, rejected=rejected, contents=contents))
    return projected(path, layout, hashlib.sha256(held).hexdigest())


def with_told_language(layout: Layout) -> Layout:
    """A document without the language that it declares, where its text tells that better."""
    return replace(layout, lang=None) if layout.lang is not None and _told_otherwise(layout) else layout


def _told_otherwise(layout: Layout) -> bool:
    """Whether the language that a document declares is better told by its text: office programs declare the language of
    their menus where nobody says another one. So one that citecheck can tell counts only as the text tells it, and any other one
    gives way where every third word is one of a language that it can tell."""
    known = all_languages()
    if any(one.code == layout.lang for one in known):
        return True
    words = [word for block in layout.blocks for word in WORD.findall(block.text.casefold())][:SAMPLE]
    return any(sum(word in one.stop_words for word in words) > TOLD * len(words) for one in known)
