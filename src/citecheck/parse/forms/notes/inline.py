"""A note in its place: ``a claim^[Doe, 2020, p. 4.]``

Call and note in one, without a label (pandoc manual, "Inline notes"; Multimarkdown). A bracket that never closes is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.notes import Called

NUMBERING = NoteForm.INLINE
EXAMPLES = (
    Example("A claim.^[Doe, 2020, p. 4.] More.^[See [Roe], 2021.]", {"calls": "^ ^", "notes": "^ ^"}),
    Example("The XX^e^[^1] century.", None),
    Example(r"An escaped sign \^[Doe, 2020].", None),
)

START = re.compile(r"(?<!\\)\^\[(?!\^)")
"""The beginning of such a note; in ``XX^e^[^1]`` the caret ends what is raised before a label."""
BRACKET = re.compile(r"(?<!\\)[\[\]]")
LONGEST = 20_000
"""Characters beyond which a bracket is taken for one that never closes."""


def find_calls(text: str) -> Iterator[Called]:
    if "^[" not in text:
        return
    closings = _closings(text)
    for match in START.finditer(text):
        start, body = match.span()
        close = closings.get(start + 1)
        if close is None or close >= start + LONGEST:
            yield Called("", start, body, unreadable="inline-note-unclosed")
        else:
            yield Called("", start, close + 1, (body, close))


def _closings(text: str) -> dict[int, int]:
    """Where each square bracket of a text closes, without those behind a backslash."""
    closings: dict[int, int] = {}
    waiting: list[int] = []
    for match in BRACKET.finditer(text):
        if match.group() == "[":
            waiting.append(match.start())
        elif waiting:
            closings[waiting.pop()] = match.start()
    return closings
