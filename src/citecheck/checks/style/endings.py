"""How notes end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import stopped
from citecheck.model.document import Document, Note
from citecheck.model.finding import Edit
from citecheck.model.reference import CitationKind

FEWEST = 3
"""Notes that must end alike before their ending is a habit."""
CLOSING = '”»"’'
BEHIND = "*_)]" + CLOSING
"""Signs that may stand behind a full stop or in its place."""
BLANK = " \t\n\r\f\v\u00a0\u202f\u2009"
ADDRESS = ("://", "www.")


def endings(document: Document) -> Iterator[tuple[Note, bool]]:
    """Each note whose end tells something, and whether a full stop ends it.

    Only notes that end with a citation do, or with its page: a comment is a sentence and has its stop. An address, a question mark and an
    abbreviation at the end leave open what the writer would do.
    """
    abbreviations = tuple(one for one in (*words("no_date"), "et al.", "al.") if one.endswith("."))
    for note in document.notes:
        body = note.body.text.rstrip()
        end = body.rstrip(BEHIND + BLANK)
        if not _cited(note, body) and _paged().search(end[-30:]) is None:
            continue
        if not end or end[-1] in "?!>…" or end[-12:].lower().endswith(abbreviations) or _addressed(end):
            continue
        yield note, end[-1] == "."


def _cited(note: Note, body: str) -> bool:
    """Whether a citation ends the text of a note."""
    if not note.citations:
        return False
    last = note.citations[-1]
    if last.kind in (CitationKind.IBID, CitationKind.OP_CIT) and last.locator is None:
        return False
    after = body[last.span.end - note.body.start :] if last.span.end <= note.body.end else ""
    return not after.strip(f"{BEHIND}.{BLANK}")


@cache
def _paged() -> re.Pattern[str]:
    """A page at the end of what is no citation that can be read: ``Answer no. 12, 9 May 2014, p. 133``."""
    return re.compile(rf",[{BLANK}]{{0,3}}{stopped('page_labels')}[{BLANK}]?\d{{1,5}}(?:[-–]\d{{1,5}})?\.?$")


def _addressed(text: str) -> bool:
    """Whether the last word of a text is an address, or ends with one."""
    return any(sign in word for word in text.rsplit(None, 1)[-1:] for sign in ADDRESS)


def turned(note: Note, stop: bool) -> Edit | None:
    """The edit that takes the full stop at the end of a note away, or adds one; None where a quotation ends there."""
    text = note.body.text.rstrip()
    end = len(text.rstrip(BEHIND + BLANK))
    if not stop:
        return Edit(note.body.part(end - 1, end), "")
    if any(sign in CLOSING for sign in text[end:]):
        # Whether the stop belongs inside or outside of the quotation, the document's other notes do not say.
        return None
    return Edit(note.body.part(len(text), len(text)), ".")


def ends_with_stop(document: Document) -> bool | None:
    """Whether the document's notes end with a full stop; None where no habit shows."""
    found = [stop for _, stop in endings(document)]
    for form in (True, False):
        if found.count(form) >= max(FEWEST, len(found) * 2 / 3):
            return form
    return None
