"""A number in round brackets: ``a claim (12)``, ``(12) Doe, 2020, p. 4.`` below a heading "Notes"

The older French habit (Imprimerie nationale, *Lexique*, "appels de note"). It may as well number a formula, a clause or an
entry: notes begin so only below a heading "Notes".
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import MARGIN, agreed_note, numbers_called
from citecheck.parse.forms.notes import Beginning, Called

AGREED = True
BELOW_HEADING = True
BEFORE = ("caret",)
EXAMPLES = (
    Example(
        "A claim (1) and another (2).\n\n## Notes\n\n(1) Doe, 2020, p. 4.\n\n(2) Roe, 2021.",
        {"calls": "1 2", "notes": "1 2"},
    ),
    Example("(1) Member States shall.\n\n(2) Paragraph (1) applies.\n\n(3) Paragraph (2) does not.", None),
)

CALL = re.compile(r"\((?P<numbers>\d{1,3})\)(?![(\w])")
NOTE = re.compile(rf"{MARGIN}(?P<label>\((?P<number>\d{{1,3}})\))[ \t]+")


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return numbers_called(match)


def read_note(match: re.Match[str]) -> Beginning | None:
    return agreed_note(match)
