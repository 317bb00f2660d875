"""Corrections of HTML pages: in the text between tags, where it stands in the file; all else keeps its bytes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from citecheck.amend.html.links import with_addresses
from citecheck.amend.html.written import Written, written_characters
from citecheck.amend.places import Places
from citecheck.amend.spots import Change, Spot
from citecheck.amend.texts import Texts
from citecheck.model.finding import Edit
from citecheck.model.source import Source
from citecheck.read.documents import with_told_language
from citecheck.read.html import traced
from citecheck.read.html.traces import Piece
from citecheck.read.places import can_write
from citecheck.read.projection import stretches

__all__ = ["ENDINGS", "Document", "opened"]

ENDINGS = (".html", ".htm", ".xhtml", ".xht")
ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
BLANK = " \t\n\r\f"
NO_BREAK = "\u00a0"


def opened(path: str, read: Callable[[str], bytes]) -> Document:
    """The page at ``path``."""
    return Document(path, read)


class Document(Texts):
    """An HTML page to be corrected."""

    def spot(self, source: Source, offset: int) -> Spot | None:
        """Where a character stands in the file."""
        place = self._places.spot(offset)
        if place is None:
            return None
        pieces = self._pieces.get(place.key, [])
        at = bisect_right(pieces, place.start, key=lambda one: one.at) - 1
        if at < 0 or place.start >= pieces[at].at + len(pieces[at].text):
            return None
        found = self._extent(pieces[at], place.start - pieces[at].at)
        return None if found is None else Spot((self.path, 0), *found)

    def written(self, change: Change) -> str:
        """How words are written: signs of HTML, and what the file's encoding lacks, by their names or numbers."""
        file = self.file(self.path)
        return "".join(_written(sign, file) for sign in change.new)

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        """The edits of the file, those of where links lead too."""
        return tuple((file, with_addresses(file, own)) for file, own in super().rewritten(edits))

    @cached_property
    def _read(self) -> tuple[Places, dict[tuple[str, int], list[Piece]], Written]:
        raw = self._bytes(self.path)
        layout, traces, root = traced(self.path, raw)
        return (
            Places(stretches(with_told_language(layout))),
            traces.pieces,
            written_characters(root, self.file(self.path).text),
        )

    @property
    def _places(self) -> Places:
        return self._read[0]

    @property
    def _pieces(self) -> dict[tuple[str, int], list[Piece]]:
        return self._read[1]

    def _extent(self, piece: Piece, index: int) -> tuple[int, int] | None:
        """From where to where a character of a piece stands in the file; a blank is all blanks that stand for it."""
        written = self._read[2]
        first = written.first(piece.element, tail=piece.tail)
        if first is None:
            return None
        before = sum(sign not in BLANK for sign in piece.text[:index])
        if piece.text[index] not in BLANK:
            return written.extents[first + before]
        text = self.file(self.path).text
        if before:
            start = end = written.extents[first + before - 1][1]
            while end < len(text) and text[end] in BLANK:
                end += 1
        elif index + 1 < len(piece.text):
            start = end = written.extents[first][0]
            while start > 0 and text[start - 1] in BLANK:
                start -= 1
        else:
            return None
        return (start, end) if start < end else None


def _written(sign: str, file: Source) -> str:
    if sign == NO_BREAK and sign not in file.text:
        return "&nbsp;" if "&nbsp;" in file.text else "&#160;"
    if not can_write(file.encoding, sign):
        return f"&#{ord(sign)};"
    return ESCAPED.get(sign, sign)
