"""A number behind a caret: ``a claim^12^``, ``^12 Doe, 2020, p. 4.``

Pandoc's superscripts (manual, "Superscripts and subscripts") where a converter found raised numbers and no notes, and
typescripts. It may as well be a power.
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import MARGIN, SEVERAL, agreed_note, numbers_called
from citecheck.parse.forms.notes import Beginning, Called

AGREED = True
BEFORE = ("bold",)
EXAMPLES = (
    Example("A claim^1^ and another^2^.\n\n^1^ Doe, 2020, p. 4.\n\n^2^ Roe, 2021.", {"calls": "1 2", "notes": "1 2"}),
    Example("A claim^1 and another^2.\n\n^1 Doe, 2020, p. 4.\n\n^2 Roe, 2021.", {"calls": "1 2", "notes": "1 2"}),
    Example("The sum is 2^3 and x^2^.", None),
)

CALL = re.compile(rf"(?<![\d)])\\?\^(?P<numbers>{SEVERAL})(?:\\?\^)?(?![\w^])")
NOTE = re.compile(rf"{MARGIN}(?P<label>\\?\^(?P<number>\d{{1,4}})(?:\\?\^)?)(?!\w)[ \t]*")


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return numbers_called(match)


def read_note(match: re.Match[str]) -> Beginning | None:
    return agreed_note(match)
