"""A number in an anchor of HTML: ``a claim<a href="#fn12">12</a>``, ``<a href="#fnref12">12</a>. Doe, 2020, p. 4.``

HTML pages, EPUB and Word files whose links were kept as they were. The names of the anchors tell them from other links.
"""

from __future__ import annotations

import re

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import BACK, BULLETED, NOTE_NAMES, TARGET, number_called, raised_note
from citecheck.parse.forms.notes import Beginning, Called

NUMBERING = NoteForm.SUPERSCRIPT
EXAMPLES = (
    Example('A claim<a href="#_ftn1">[1]</a>.\n\n<a href="#_ftnref1">[1]</a> Doe, 2020.', {"calls": "1", "notes": "1"}),
    Example('As figure <a href="#fig3">3</a> shows.', None),
)

CALL = re.compile(
    rf"<a\s(?=[^<>]{{0,200}}#[^<>]{{0,60}}(?:{NOTE_NAMES}))[^<>]{{1,240}}>(?:\\?\[)?(?P<number>\d{{1,4}})(?:\\?\])?</a>",
    re.IGNORECASE,
)
NOTE = re.compile(
    rf"{BULLETED}(?P<label><a\s(?=[^<>]{{0,200}}#{BACK})[^<>]{{1,240}}>"
    r"(?:<sup>)?(?:\\?\[)?(?P<number>\d{1,4})(?:\\?\])?(?:</sup>)?</a>[.:]?)",
    re.IGNORECASE,
)
TRACE = re.compile(rf"<a\s[^<>]{{0,200}}href\s?=\s?[\"']?{TARGET}[\"'\s>]", re.IGNORECASE)


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return number_called(match)


def read_note(match: re.Match[str]) -> Beginning | None:
    return raised_note(match)
