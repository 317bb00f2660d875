"""What people say to citecheck in the comments of a document, and what they have answered of its own.

A comment that begins with ``citecheck: ignore`` is a waiver, as in a text. An answer to one of citecheck's own comments that begins
so, or with ``ok:``, is a waiver of that finding. A comment of citecheck's own that is answered otherwise, or resolved, tells that its
finding is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

__all__ = ["AUTHOR", "DocumentComment", "answered_comments", "known_findings", "told_comment"]

AUTHOR = "citecheck"
"""Who citecheck's own comments are by."""
ADDRESSED = re.compile(r"citecheck\s{0,3}:\s{0,9}(?=ignore)", re.IGNORECASE)
ACCEPTS = re.compile(
    r"(?:ok\s{0,3}:|citecheck\s{0,3}:\s{0,9}ignore\b(?:\s{1,9}[A-Z]{3}\d{3}\b)?)[\s:,–—-]{0,9}", re.IGNORECASE
)
CODE = re.compile(r"[A-Z]{3}\d{3}(?=\s)")
FINGERPRINT = re.compile(r"v1:[0-9a-f]{16}(?:/\d{1,6})?")


class DocumentComment(Struct, frozen=True):
    """A comment by its ``key`` in the document. ``mark`` is what other parts call it, ``answers`` the mark of the comment that it
    answers; both are empty in files that know no answers. ``day`` is the ISO date on which it was written, where that is said."""

    key: str
    author: str
    day: str
    paragraphs: tuple[str, ...]
    mark: str = ""
    answers: str = ""
    resolved: bool = False

    @property
    def finding(self) -> tuple[str, str] | None:
        """The rule and the fingerprint of the finding that one of citecheck's own comments tells."""
        code = CODE.match(self.paragraphs[0]) if self.paragraphs and self.author == AUTHOR else None
        name = FINGERPRINT.fullmatch(self.paragraphs[-1].strip()) if code is not None else None
        return None if code is None or name is None else (code[0], name[0])

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join(" ".join(self.paragraphs).split())


def answered_comments(comments: Sequence[DocumentComment]) -> tuple[DocumentComment, ...]:
    """citecheck's own comments that a person has answered or resolved."""
    answers = {one.answers for one in comments if one.answers and one.author != AUTHOR}
    return tuple(
        one for one in comments if one.author == AUTHOR and (one.resolved or (one.mark and one.mark in answers))
    )


def told_comment(comment: DocumentComment, comments: Sequence[DocumentComment]) -> str | None:
    """What a comment says to citecheck, as a text says it; None where it says nothing to it."""
    if comment.author == AUTHOR:
        return None
    answered = next((one.finding for one in comments if one.mark and one.mark == comment.answers), None)
    accepts = ACCEPTS.match(comment.text) if answered is not None else None
    if answered is not None and accepts is not None:
        return f"citecheck: ignore {' '.join(answered)} {_signed(comment.text[accepts.end() :], comment)}"
    addressed = ADDRESSED.match(comment.text)
    return None if addressed is None else f"citecheck: {_signed(comment.text[addressed.end() :], comment)}"


def _signed(text: str, comment: DocumentComment) -> str:
    """A reason with who gave it, and when; as it is where it gives none."""
    by = ", ".join(filter(None, (comment.author, comment.day)))
    reason = text.replace("-->", "→").strip()
    return f"{reason} ({by})" if reason and by else reason


def known_findings(comments: Sequence[DocumentComment]) -> tuple[tuple[str, str], ...]:
    """The rule and the fingerprint of each finding whose comment a person has answered or resolved."""
    return tuple(one.finding for one in answered_comments(comments) if one.finding is not None)
