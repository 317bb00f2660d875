"""Captions: the lines below or above figures and tables."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import any_of
from citecheck.parse.words import alternatives

__all__ = ["is_caption", "is_numbered_caption"]

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
