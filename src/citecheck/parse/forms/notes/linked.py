"""A number in a link: ``a claim[12](#fn12)``, ``[12](#fnref12) Doe, 2020, p. 4.``

What converters make of the notes of HTML pages, EPUB and Word files: the call leads to the note and the note back to the
call, and the names of the anchors say so (``fn``, ``ftn``, ``note`` …; ``ref``, ``back`` …).
"""

from __future__ import annotations

import re

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import (
    ATTRIBUTES,
    BACK,
    BULLETED,
    NOTE_NAMES,
    TARGET,
    number_called,
    raised_note,
)
from citecheck.parse.forms.notes import Beginning, Called

NUMBERING = NoteForm.SUPERSCRIPT
BEFORE = ("anchored",)
EXAMPLES = (
    Example(
        "A claim[1](#fn1) and another.[\\[2\\]](#_ftn2)\n\n[1](#fnref1) Doe, 2020.\n\n[\\[2\\]](#_ftnref2) Roe, 2021.",
        {"calls": "1 2", "notes": "1 2"},
    ),
    Example("As figure [3](#fig3) shows.", None),
)

CALL = re.compile(
    r"\[(?:\\?\[|\^)?(?P<number>\d{1,4})(?:\\?\]|\^)?\]"
    rf"\(\\?#(?=[^()\s]{{0,60}}(?:{NOTE_NAMES}))[^()\s]{{1,120}}\){ATTRIBUTES}",
    re.IGNORECASE,
)
NOTE = re.compile(
    rf"{BULLETED}(?P<label>\[(?:\\?\[|\^|<sup>)?(?P<number>\d{{1,4}})(?:\\?\]|\^|</sup>)?\]\(\\?#{BACK}\){ATTRIBUTES})",
    re.IGNORECASE,
)
TRACE = re.compile(rf"\[\\?\[?[^\[\]\n]{{0,12}}\]?\]\({TARGET}\)", re.IGNORECASE)
TRACE_WITHOUT_ENTRIES = re.compile(r"\[\\?\[?\d{1,4}\\?\]?\]\(\\?#[^()\s]{1,80}\)")


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return number_called(match)


def read_note(match: re.Match[str]) -> Beginning | None:
    return raised_note(match)
