"""Captions: the lines below or above figures and tables, and what else a block of running text is part of."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import any_of
from citecheck.model.document import BlockKind
from citecheck.parse.blocks import Block, Kind
from citecheck.parse.words import alternatives

__all__ = ["is_caption", "is_numbered_caption", "kind_of"]

TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
LONGEST = 400
"""Characters that a caption has at most."""


def is_caption(text: str) -> bool:
    """Whether a block of running text is a caption: ``Figure 1: …``, ``Source: …``."""
    return len(text) < LONGEST and _captions().match(text.lstrip("*_ ").casefold()) is not None


def is_numbered_caption(text: str) -> bool:
    """Whether a text, however long, begins with the number of a figure or a table: ``Table 9. …``, ``**Figure A1:** …``"""
    return _numbered().match(text) is not None


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(words('caption_words'))})\s*(?:\d{{1,3}}[\d.]*|[IVX]{{1,5}})?[*_]{{0,2}}\s*[:.–—-]",
        re.IGNORECASE,
    )


@cache
def _numbered() -> re.Pattern[str]:
    number = r"(?:[A-Z]?\d{1,3}|[IVX]{1,4})"
    return re.compile(rf"[*_]{{0,2}}{any_of('caption_words')}[ \t]{number}[*_]{{0,2}}[.:]", re.IGNORECASE)


def kind_of(block: Block, text: str) -> BlockKind:
    """What running text is part of."""
    if block.kind is Kind.LIST:
        return BlockKind.LIST
    if block.kind is Kind.QUOTE:
        return BlockKind.QUOTE
    if "\t" in text and TAG.search(text):
        return BlockKind.TABLE
    return BlockKind.CAPTION if is_caption(text) else BlockKind.PROSE
