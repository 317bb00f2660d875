"""A raised number by its own characters: ``a claim¹²``, ``¹² Doe, 2020, p. 4.``

Handwritten texts, and converters of PDF files that keep the characters. A number behind a unit or a ten (``km²``) is a power.
"""

from __future__ import annotations

import re

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import BULLETED, RAISED, behind_stop, canonical, goes_on, is_power
from citecheck.parse.forms.notes import Beginning, Called

NUMBERING = NoteForm.SUPERSCRIPT
BEFORE = ("label",)
EXAMPLES = (
    Example("A claim¹ and another.¹²\n\n¹ Doe, 2020, p. 4.\n\n¹² Roe, 2021.", {"calls": "1 12", "notes": "1 12"}),
    Example("A claim¹ and another².\n\n¹. Doe, 2020, p. 4.\n\n². *Tides*, 2021.", {"calls": "1 2", "notes": "1 2"}),
    Example("An area of 12 km², and 10⁶ trees.", None),
)

CALL = re.compile(rf"(?P<raised>[{RAISED}]{{1,6}})(?![\w^])")
NOTE = re.compile(rf"{BULLETED}(?P<raised>[{RAISED}]{{1,6}})", re.IGNORECASE)
_LOWERED = str.maketrans(RAISED, "0123456789")


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return (Called(_label(match), *match.span()),)


def is_other(match: re.Match[str]) -> bool:
    """Whether the number is a power."""
    return is_power(match.string, match.start(), _label(match))


def read_note(match: re.Match[str]) -> Beginning | None:
    return None if goes_on(match) else Beginning(_label(match), match.span("raised"), behind_stop(match))


def _label(match: re.Match[str]) -> str:
    return canonical(match.group("raised").translate(_LOWERED))
