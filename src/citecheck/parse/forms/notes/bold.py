"""A number in bold before a note: ``**12** Doe, 2020, p. 4.``

What converters of PDF files make of numbers that the typesetter set apart. Its calls are of another form.
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import MARGIN, agreed_note
from citecheck.parse.forms.notes import Beginning

AGREED = True
BEFORE = ("row",)
EXAMPLES = (
    Example(
        "A claim<sup>1</sup> and another.<sup>2</sup>\n\n**1** Doe, 2020, p. 4.\n\n**2.** Roe, 2021.", {"notes": "1 2"}
    ),
    Example("**12** members were there.", None),
)

NOTE = re.compile(rf"{MARGIN}(?P<label>\*\*(?:\\?\[)?(?P<number>\d{{1,4}})(?:\\?\])?[.):]?\*\*)[ \t]*")


def read_note(match: re.Match[str]) -> Beginning | None:
    return agreed_note(match)
