"""What people say to citecheck in the comments of a document, and what they have answered of its own.

A comment that begins with ``citecheck: ignore`` is a waiver, as in a text. An answer to one of citecheck's own comments that begins
so, or with ``ok:``, is a waiver of that finding. A comment of citecheck's own that is answered otherwise, or resolved, tells that its
finding is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Comment, Inline, Words

__all__ = [
    "AUTHOR",
    "DocumentComment",
    "Standing",
    "answered_comments",
    "known_findings",
    "told_blocks",
    "told_by_key",
    "told_comment",
]

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
    reason = _accepted(comment) if answered is not None else None
    if answered is not None and reason is not None:
        return f"citecheck: ignore {' '.join(answered)} {_signed(reason, comment)}"
    addressed = ADDRESSED.match(comment.text)
    return None if addressed is None else f"citecheck: {_signed(comment.text[addressed.end() :], comment)}"


def _accepted(comment: DocumentComment) -> str | None:
    """The reason with which an answer accepts a finding; some programs quote before it what is answered. None where it does not."""
    for at, paragraph in enumerate(comment.paragraphs):
        accepts = ACCEPTS.match(paragraph)
        if accepts is not None:
            return " ".join(" ".join((paragraph[accepts.end() :], *comment.paragraphs[at + 1 :])).split())
    return None


def _signed(text: str, comment: DocumentComment) -> str:
    """A reason with who gave it, and when; as it is where it gives none."""
    by = ", ".join(filter(None, (comment.author, comment.day)))
    reason = text.replace("-->", "→").strip()
    return f"{reason} ({by})" if reason and by else reason


def known_findings(comments: Sequence[DocumentComment]) -> tuple[tuple[str, str], ...]:
    """The rule and the fingerprint of each finding whose comment a person has answered or resolved."""
    return tuple(one.finding for one in answered_comments(comments) if one.finding is not None)


def told_by_key(comments: Sequence[DocumentComment]) -> Mapping[str, tuple[str, ...]]:
    """What the comments say to citecheck, by the keys that they have in the text: an answer stands where what it answers does."""
    by_mark = {one.mark: one.key for one in comments if one.mark}
    found: dict[str, tuple[str, ...]] = {}
    for one in comments:
        told = told_comment(one, comments)
        if told is not None:
            key = by_mark.get(one.answers, one.key)
            found[key] = (*found.get(key, ()), told)
    return found


class Standing:
    """Where in a paragraph comments begin and end that say something to citecheck: ``said`` is what, by their keys."""

    def __init__(self, said: Mapping[str, tuple[str, ...]]) -> None:
        self.said = said
        self.begun: dict[str, int] = {}
        self.ended: dict[str, int] = {}

    def begin(self, key: str, at: int) -> None:
        """A comment begins before the inline ``at``."""
        if key in self.said:
            self.begun.setdefault(key, at)

    def end(self, key: str, at: int) -> None:
        """A comment ends before the inline ``at``."""
        self.ended.setdefault(key, at)

    def begins(self, at: int) -> bool:
        """Whether a comment begins before the inline ``at``, whose words are then none with those before it."""
        return at in self.begun.values()

    def told(self, inlines: Sequence[Inline]) -> tuple[tuple[Comment, ...], Mapping[str, tuple[Comment, ...]]]:
        """What is said of the paragraph, and of notes, by their identifiers: what stands on nothing but a mark is about its note."""
        own: list[Comment] = []
        of_notes: dict[str, tuple[Comment, ...]] = {}
        for key, begun in self.begun.items():
            said = [Comment(one) for one in self.said[key]]
            held = inlines[begun : self.ended.get(key, len(inlines))]
            marks = [one.note_id for one in held if isinstance(one, Call)]
            if marks and not any(one.text.strip() for one in held if isinstance(one, Words)):
                of_notes[marks[0]] = (*of_notes.get(marks[0], ()), *said)
            else:
                own += said
        return tuple(own), of_notes


def told_blocks(blocks: Sequence[Block], said: Sequence[Comment]) -> tuple[Block, ...]:
    """The blocks of a note with what comments at its mark say to citecheck."""
    if not said or not blocks:
        return tuple(blocks)
    first, *others = blocks
    return replace(first, comments=(*first.comments, *said)), *others
