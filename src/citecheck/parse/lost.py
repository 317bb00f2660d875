"""Lost notes: what calls notes in a text of which no note was read, so that the audit says so instead of nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model.document import NoteForm, Unreadable
from citecheck.model.source import Span
from citecheck.parse.structure import Structure

TARGET = (
    r"\\?#[^()\s\"'<>]{0,60}?(?:fn|ftn|edn|note)s?[-_.:\\]{0,3}"
    r"(?:ref|anc|sym|back|call)?[-_.:\\]{0,3}\d{1,4}(?:ref|anc|sym|back|call)?"
)
"""The target of a link between a note and its call, by its name."""
LINK = re.compile(
    r"\[\\?\[?[^\[\]\n]{0,12}\]?\]\("
    rf"{TARGET}\)"
    rf"|<a\s[^<>]{{0,200}}href\s?=\s?[\"']?{TARGET}[\"'\s>]"
    r"|\[\\?[↩↑⏎↵^][^\[\]\n]{0,4}\]\(\\?#[^()\s]{1,80}\d\)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\[\\?\[?\d{1,4}\\?\]?\]\(\\?#[^()\s]{1,80}\)")
"""A number that leads to another place of the text: to an entry, where entries are numbered."""


def lost_notes(structure: Structure, parts: Sequence[Span]) -> tuple[Unreadable, ...]:
    """The first place of the text that calls a note, where no note was read."""
    if structure.definitions:
        return ()
    labels = {call.label for call in structure.calls}
    for call in structure.calls:
        # One raised number may be a power; those that count up are none.
        if call.form is NoteForm.LABEL or {"1", "2"} <= labels:
            return (Unreadable(call.span, "notes-unread"),)
    for pattern in (LINK, NUMBER):
        if pattern is NUMBER and structure.entries:
            continue
        for part in parts:
            match = pattern.search(part.text)
            if match is not None:
                return (Unreadable(part.part(*match.span()), "notes-unread"),)
    return ()
