"""reStructuredText, Typst, RTF and Org as a Layout: pandoc takes them apart, and what it gives is counted against the file.

Pandoc is an extra (``citecheck-toolkit[pandoc]``) or a program of the system. It runs without access to files and within limits of memory and time.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from msgspec import Struct

from citecheck.model.layout import Layout
from citecheck.read.files import decoded
from citecheck.read.met import identified
from citecheck.read.pandoc.program import tree_of
from citecheck.read.pandoc.tree import Tree

__all__ = ["ENDINGS", "NAME", "layout"]

NAME = "document that pandoc reads"

LOST = "notes-lost"
"""The key of the remark that the file has more notes than pandoc gave."""


class _Format(Struct, frozen=True):
    """What pandoc calls a format, how one note of it is written, and how a document says its language and its bibliography."""

    name: str
    note: re.Pattern[str]
    lang: re.Pattern[str] | None = None
    bibliography: re.Pattern[str] | None = None
    misread: tuple[tuple[re.Pattern[str], str], ...] = ()
    """What pandoc passes over or misreads, and what it reads instead."""


STARRED = re.compile(r"\{\\\*\\footnote\b")
"""A note as LibreOffice and pandoc itself write it."""
UNSPACED = re.compile(r"(\\u-?\d{1,6})(?=[^\s\\{}\d])")
"""A character with its replacement right behind it: pandoc drops what follows that, the first digit of a page, say."""

RST = _Format("rst", re.compile(r"\[(?:\d{1,6}|#[\w-]{0,80}|\*)\]_(?!_)"))
TYPST = _Format(
    "typst",
    re.compile(r"#footnote\["),
    re.compile(r"#set\s+text\([^()]{0,300}?\blang:\s*\"(\w{2,3})\""),
    re.compile(r"#bibliography\(([^()]{0,1000})\)"),
)
RTF = _Format("rtf", re.compile(r"\\footnote\b"), misread=((STARRED, r"{\\footnote"), (UNSPACED, r"\1 ")))
ORG = _Format(
    "org", re.compile(r"(?<=\S)[ \t]?\[fn:"), re.compile(r"^#\+language:[ \t]*(\w{2,3})", re.MULTILINE | re.IGNORECASE)
)
FORMATS = {".rst": RST, ".rest": RST, ".typ": TYPST, ".rtf": RTF, ".org": ORG}
ENDINGS = tuple(FORMATS)
FILE = re.compile(r'"([^"\n]{1,300})"')


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a document prints; ``rejected`` means nothing here. Raises InputError where it cannot be read, or pandoc is not there."""
    read_as = FORMATS[PurePath(path).suffix.lower()]
    text, _ = decoded(raw, path)
    for pattern, instead in read_as.misread:
        text = pattern.sub(instead, text)
    tree = Tree.of(tree_of(path, text, read_as.name))
    blocks, notes = identified(tree.blocks, tree.notes)
    said = read_as.lang.search(text) if read_as.lang is not None else None
    named = read_as.bibliography.search(text) if read_as.bibliography is not None else None
    return Layout(
        blocks=blocks,
        notes=notes,
        title=tree.title,
        lang=said[1].lower() if said is not None else None,
        remarks=(LOST,) if len(notes) < len(read_as.note.findall(text)) else (),
        bibliographies=tuple(FILE.findall(named[1])) if named is not None else (),
    )
