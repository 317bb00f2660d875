"""A label: ``a claim[^12]``, ``[^12]: Doe, 2020, p. 4.``

Markdown's own notes (pandoc manual, "Footnotes"; GitHub; Markdown Extra). The label is a number or a word; whoever renders
the text numbers the notes in the order of their calls.
"""

from __future__ import annotations

import re

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import MARGIN
from citecheck.parse.forms.notes import Beginning, Called

NUMBERING = NoteForm.LABEL
BEFORE = ("linked",)
EXAMPLES = (
    Example(
        "A claim[^doe] and another.[^2]\n\n[^doe]: Doe, 2020, p. 4.\n\n[^2]: Roe, 2021.",
        {"calls": "doe 2", "notes": "doe 2"},
    ),
    Example("Trees grew there.[^oak]\n\n> [^oak]: Doe, 2020.\n\n- [^elm]: Roe, 2021.", {"notes": "oak elm"}),
    Example("A class of characters: [^ a-z].", None),
    Example('An expression: "<em>([^<]+)</em>", "[^a-z]+", "[^,;]" or "[^\\w]".', None),
    Example("A claim[^*] and another[^†].\n\n[^*]: Doe, 2020.\n\n[^†]: Roe, 2021.", {"calls": "* †", "notes": "* †"}),
    Example(r"\[^sic\] [^sic\]", None),
)

# What has no letter, number or sign of a note, and what a plus repeats, is a class of characters of an expression.
CALL = re.compile(
    r"(?<!\\)\[\^(?=[^\]\[\s^]{0,100}[\w*†‡§¶#])(?!\\[A-Za-z])(?P<label>[^\]\[\s^]{1,100})(?<!\\)\](?!\+)"
)
NOTE = re.compile(rf"{MARGIN}(?:[-*+][ \t]+)?(?P<label>\[\^(?P<name>[^\]\[\s^]{{1,100}})(?<!\\)\]):[ \t]*")


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return (Called(match.group("label"), *match.span()),)


def read_note(match: re.Match[str]) -> Beginning | None:
    return Beginning(match.group("name"), match.span("label"), match.end())
