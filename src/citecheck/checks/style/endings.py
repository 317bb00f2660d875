"""How notes end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.languages import words
from citecheck.model.document import Document, Note
from citecheck.model.reference import CitationKind

FEWEST = 3
"""Notes that must end alike before their ending is a habit."""


def endings(document: Document) -> Iterator[tuple[Note, bool]]:
    """Each note whose end tells something, and whether a full stop ends it.

    Only notes that end with a citation do: a comment is a sentence and has its stop. An address, a question mark and an
    abbreviation at the end leave open what the writer would do.
    """
    abbreviations = tuple(one for one in (*words("no_date"), "et al.", "al.") if one.endswith("."))
    for note in document.notes:
        if not note.citations:
            continue
        last = note.citations[-1]
        body = note.body.text.rstrip()
        after = body[last.span.end - note.body.start :] if last.span.end <= note.body.end else ""
        if last.kind in (CitationKind.IBID, CitationKind.OP_CIT) and last.locator is None:
            continue
        if re.sub(r"[\s.*_)\]”»\"]", "", after):
            continue
        end = re.sub(r"[*_)\]”»\"’\s]+$", "", body)
        if (
            not end
            or end[-1] in "?!>…"
            or end.lower().endswith(abbreviations)
            or re.search(r"(?:https?|www\.)\S*$", end)
        ):
            continue
        yield note, end[-1] == "."


def ends_with_stop(document: Document) -> bool | None:
    """Whether the document's notes end with a full stop; None where no habit shows."""
    found = [stop for _, stop in endings(document)]
    for form in (True, False):
        if found.count(form) >= max(FEWEST, len(found) * 2 / 3):
            return form
    return None
