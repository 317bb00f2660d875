"""Whether a citation stands within a quotation: then it is the quoted author's, whose sources are no sources of this text."""

from __future__ import annotations

import re

from citecheck.model.citations import Citations, Resolved
from citecheck.model.document import BlockKind

__all__ = ["is_quoted"]

PAIRS = (("«", "»"), ("“", "”"), ("„", "“"))
WORD = re.compile(r"[^\W\d_]{2,}")
GOES_ON = 3
"""Words behind a bracket that show that the quotation goes on."""


def is_quoted(x: Citations, one: Resolved) -> bool:
    """Whether a bracket stands in the midst of a block quotation, or between quotation marks; one at the end of a quotation
    names its source."""
    bracket = one.bracket
    if bracket is None or bracket.paragraph >= len(x.document.paragraphs):
        return False
    paragraph = x.document.paragraphs[bracket.paragraph]
    piece = next((piece for piece in paragraph.pieces if piece.holds(bracket.span)), None)
    if piece is None:
        return False
    at = bracket.span.start - piece.start
    before, behind = piece.text[:at], piece.text[bracket.span.end - piece.start :]
    if paragraph.kind is BlockKind.QUOTE:
        return len(WORD.findall(behind)) >= GOES_ON
    return _is_open(before) and _closes(behind)


def _is_open(text: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    paired = any(text.rfind(opening) > text.rfind(closing) for opening, closing in PAIRS)
    return paired or text.count('"') % 2 == 1


def _closes(text: str) -> bool:
    """Whether a quotation goes on with words, and is closed."""
    ends = [at for at in map(text.find, '»”"') if at >= 0]
    return bool(ends) and WORD.search(text[: min(ends)]) is not None
