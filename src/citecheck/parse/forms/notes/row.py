"""A row of a table, number and note in cells: ``| 12 | Doe, 2020, p. 4. |`` below a heading "Notes"

What converters make of endnotes that were set in columns, with pipes or in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import canonical
from citecheck.parse.forms.notes import Place, Written
from citecheck.parse.markup import cell_number

AGREED = True
BELOW_HEADING = True
BEFORE = ("listed",)
EXAMPLES = (
    Example(
        "A claim<sup>1</sup> and another.<sup>2</sup>\n\n## Notes\n\n"
        "| No. | Note |\n|---|---|\n| 1 | Doe, 2020, p. 4. |\n| 2 | Roe, 2021. |",
        {"notes": "1 2"},
    ),
    Example("| Year | Trees |\n|---|---|\n| 1 | 400 |\n| 2 | 600 |", None),
)

NOTE = re.compile(r"[ \t]*\|[ \t]*(?P<label>(?P<number>\d{1,4})[.)]?)[ \t]*\|")


def read_row(text: str, cells: Sequence[Place]) -> Written | None:
    """The note of a row: behind its number the text, the longest cell where there are several."""
    number = cell_number(text[slice(*cells[0])])
    if number is None or len(cells) < 2:
        return None
    longest = max(cells, key=lambda cell: cell[1] - cell[0])
    body = cells[1] if len(cells) == 2 else longest
    return Written(canonical(number), cells[0], (cells[0][0], max(cells[1][1], longest[1])), body)
