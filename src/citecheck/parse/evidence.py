"""What shows that a text goes on as a reference does: a volume, pages, a place and its press, a number of the book."""

from __future__ import annotations

import re

from citecheck.parse.forms.parts import BLANK, UPPER, YEAR

__all__ = ["is_described"]

DESCRIBED = re.compile(
    rf"(?<!\w)(?:vol|no|n°|pp?|S)\.?\s?\d|(?<!\w)n°\s?\d|\d\s{{0,3}}\(\d{{1,4}}\)|\d:\d|{YEAR};\s?\d|;\s?{YEAR}"
    rf"|,\s+\d{{1,5}}\s?[–-]\s?\d{{1,5}}(?!\d)|[{UPPER}][\w.’'-]{{1,40}}\s?:\s[{UPPER}][^:]{{2,80}},\s{YEAR}"
    rf"|(?:ISBN|ISSN|DOI|doi)\b|\d{{2,4}}\sp\.|{BLANK}"
)


def is_described(plain: str) -> bool:
    """Whether a text without emphasis has any of these."""
    return DESCRIBED.search(plain) is not None
