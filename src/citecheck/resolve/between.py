"""What stands between Ibid and the citation before it, and may be one that was not read: a year and a page in brackets."""

from __future__ import annotations

import re

from citecheck.model.citations import Resolved
from citecheck.model.source import Span

__all__ = ["is_unread_between"]

FARTHEST = 3000
"""Characters before an Ibid that are looked at."""
YEAR_ALONE = re.compile(r"\(\s*(?:1[5-9]|20)\d\d[a-z]?(?:\s?\[\d{4}\])?\s?[,:]\s?(?:[^\W\d_]{1,4}\.\s?)?\d{1,5}")
"""The author stands in the sentence: ``Doe holds … (2012: 425)``."""
ABBREVIATED = re.compile(r"\([^()\d]{2,60}\s?[,:]\s?(?:[^\W\d_]{1,4}\.\s?)?\d{1,5}[^()]{0,12}\)")
"""A work by the abbreviation that the text has given it: ``(*TL*: 80)``."""


def is_unread_between(ibid: Resolved, before: Resolved | None) -> bool:
    """Whether something that looks like a citation stands between the one ``before``, in the same text, and an Ibid; in a
    note, before the Ibid there."""
    span = ibid.citation.span
    start = ibid.note.body.start if ibid.note is not None else _behind(before, span)
    if start is None:
        return False
    text = span.source.text[max(start, span.start - FARTHEST) : span.start]
    return YEAR_ALONE.search(text) is not None or (ibid.note is not None and ABBREVIATED.search(text) is not None)


def _behind(before: Resolved | None, span: Span) -> int | None:
    """Where the text goes on behind a citation before the span; None where it is in another."""
    known = before.citation.span if before is not None else None
    return known.end if known is not None and known.source is span.source and known.end <= span.start else None
