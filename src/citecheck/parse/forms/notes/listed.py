"""An item of a numbered list: ``12. Doe, 2020, p. 4.`` below a heading "Notes"

Endnotes of Word and of handwritten texts, whose numbers a converter made a list of.
"""

from __future__ import annotations

import re

from citecheck.parse.entrytexts import items_of_list
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import MARGIN, without_return
from citecheck.parse.forms.notes import Written

AGREED = True
BELOW_HEADING = True
NUMBERS_ENTRIES = True
EXAMPLES = (
    Example(
        "A claim<sup>1</sup> and another.<sup>2</sup>\n\n## Notes\n\n1. Doe, 2020, p. 4.\n2. Roe, 2021.",
        {"notes": "1 2"},
    ),
    Example("Two things:\n\n1. One thing.\n2. Another thing.", None),
)

NOTE = re.compile(rf"{MARGIN}(?P<label>(?P<number>\d{{1,4}})[.)])[ \t]+")


def read_list(text: str) -> list[Written]:
    """The notes of a list, all of whose items bear a number."""
    items = list(items_of_list(text))
    if any(item.number is None for item in items):
        return []
    return [
        Written(
            item.number or "",
            (item.start, item.start + len(text[item.start : item.body].rstrip())),
            (item.start, item.end),
            (item.body, max(item.body, without_return(text, item.body, item.end))),
        )
        for item in items
    ]
