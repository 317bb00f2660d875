"""What shows that a text goes on as a reference does: a volume, pages, a place and its press, a number of the book."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.elsewhere import PAGE_LABELS
from citecheck.languages.patterns import alternatives
from citecheck.parse.forms.parts import BLANK, UPPER, YEAR

__all__ = ["is_described"]


@cache
def _described() -> re.Pattern[str]:
    pages = {word for word in words("page_labels") if word.endswith(".")} | {*PAGE_LABELS}
    labels = {word.rstrip(".") for word in (*pages, *words("volume_labels"), *words("number_signs"))}
    return re.compile(
        rf"(?<!\w)(?:{alternatives(labels)})\.?\s?\d|\d\s{{0,3}}\(\d{{1,4}}\)|\d:\d|{YEAR};\s?\d|;\s?{YEAR}"
        rf"|,\s+\d{{1,5}}\s?[–-]\s?\d{{1,5}}(?!\d)|[{UPPER}][\w.’'-]{{1,40}}\s?:\s[{UPPER}][^:]{{2,80}},\s{YEAR}"
        rf"|(?:ISBN|ISSN|DOI|doi)\b|\d{{2,4}}\s(?:{alternatives(pages)})|{BLANK}"
    )


def is_described(plain: str) -> bool:
    """Whether a text without emphasis has any of these."""
    return _described().search(plain) is not None
