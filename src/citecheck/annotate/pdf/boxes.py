"""Where on the pages of a PDF the words of a remark stand: the page is searched for them, with the words before them to tell one
place from another."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from citecheck.annotate.remarks import Remark
from citecheck.annotate.spots import Spots
from citecheck.read.projection import Stretch

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["Boxes", "Place"]

Quad = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""
CONTEXT = 60
"""Letters and figures before a place that tell it from others."""
LONGEST = 400
"""Letters and figures that are looked for; more would cover half a page."""
SHORTEST = 12
"""How many of them are enough where the whole is not found."""
SIGNS = "$€£¥(«“‘\"'[)]»”’.,;:?!%"
"""Signs at the ends of words that are marked with them."""
LOOSE = 3
"""How many times as many characters as the words have may stand between their ends on the page."""
SAME_LINE = 0.5
"""The part of its height that a character shares with others on its line."""
GAP = 1.5
"""The widest gap, in heights, between characters that one box covers."""


class Place(Struct, frozen=True):
    """A page, from 0, and the boxes of the words on it, a line each; none where they were not found on it."""

    page: int
    quads: tuple[Quad, ...]


class _Sheet(Struct, frozen=True):
    """The letters and figures of a page, and which of its characters each is."""

    text: str
    chars: tuple[int, ...]


class Boxes:
    """Looks words up in a ``document``, of which ``text`` is the text, with the ``stretches`` that its own words are in it."""

    def __init__(self, document: PdfDocument, text: str, stretches: Sequence[Stretch]) -> None:
        import pypdfium2.raw as raw

        self.raw: Any = raw
        self.document = document
        self.text = text
        self.stretches = stretches
        self.spots = Spots(stretches, "")
        self.sheets: dict[int, _Sheet] = {}

    def of(self, remark: Remark) -> Place:
        """The place of a remark: the page that it begins on, with what of its words is there."""
        held = self.spots.held(remark)
        first = next((one for one in held if one.page), None)
        if first is None:
            return Place(0, ())
        page = first.page - 1
        written = "".join(self._words(one, remark) for one in held if one.page == first.page)
        words = _bare(written)
        if not words:
            return Place(page, ())
        sheet = self._sheet(page)
        found = _found(sheet.text, words[:LONGEST], self._before(first, remark))
        if found is None:
            return Place(page, ())
        chars = sheet.chars[found[0] : found[1]]
        return Place(page, self._quads(page, _whole(chars, written)))

    def _words(self, stretch: Stretch, remark: Remark) -> str:
        """What of a stretch is in a remark: of a mark what it prints."""
        if stretch.note_id:
            return stretch.note_id.rpartition("/")[2].removeprefix("e")
        return self.text[max(stretch.offset, remark.start) : min(stretch.end, remark.end)]

    def _before(self, stretch: Stretch, remark: Remark) -> str:
        """The letters and figures that stand before a remark, on its page."""
        at = self.spots.index(stretch)
        parts = [self.text[stretch.offset : max(remark.start, stretch.offset)] if not stretch.note_id else ""]
        while at > 0 and sum(map(len, parts)) < 2 * CONTEXT:
            at -= 1
            one = self.stretches[at]
            if one.page != stretch.page or one.part != stretch.part:
                break
            parts.append(self._words(one, Remark(one.offset, one.end, 0, "", (), "")))
        return _bare("".join(reversed(parts)))[-CONTEXT:]

    def _sheet(self, page: int) -> _Sheet:
        if page not in self.sheets:
            text_page = self.document[page].get_textpage()
            shown: list[str] = []
            chars: list[int] = []
            for at in range(text_page.count_chars()):
                for sign in _bare(chr(self.raw.FPDFText_GetUnicode(text_page.raw, at) or 32)):
                    shown.append(sign)
                    chars.append(at)
            text_page.close()
            self.sheets[page] = _Sheet("".join(shown), tuple(chars))
        return self.sheets[page]

    def _quads(self, page: int, chars: Sequence[int]) -> tuple[Quad, ...]:
        """The boxes of characters, those of one line as one."""
        text_page = self.document[page].get_textpage()
        sides = [ctypes.c_double() for _ in range(4)]
        refs = [ctypes.byref(side) for side in sides]
        quads: list[Quad] = []
        for at in dict.fromkeys(chars):
            if not self.raw.FPDFText_GetCharBox(text_page.raw, at, *refs):
                continue
            left, right, bottom, top = (side.value for side in sides)
            if right > left and top > bottom:
                _grow(quads, (left, bottom, right, top))
        text_page.close()
        return tuple(quads)


def _whole(chars: Sequence[int], written: str) -> Sequence[int]:
    """The characters with the signs between them, and those that the words begin and end with; the bare ones where what is between
    them is drawn at another time."""
    first, last = chars[0], chars[-1]
    if last - first > LOOSE * len(written):
        return chars
    before = len(written) - len(written.lstrip(SIGNS))
    behind = len(written) - len(written.rstrip(SIGNS)) if len(written) <= LONGEST else 0
    return range(max(first - before, 0), last + behind + 1)


def _grow(quads: list[Quad], box: Quad) -> None:
    """Adds a character to the box of its line, or begins another one."""
    left, bottom, right, top = box
    if quads:
        own_left, own_bottom, own_right, own_top = quads[-1]
        shared = min(top, own_top) - max(bottom, own_bottom)
        height = min(top - bottom, own_top - own_bottom)
        if shared >= SAME_LINE * height and -height <= left - own_right <= GAP * max(
            top - bottom, own_top - own_bottom
        ):
            quads[-1] = (min(left, own_left), min(bottom, own_bottom), max(right, own_right), max(top, own_top))
            return
    quads.append(box)


def _found(text: str, words: str, before: str) -> tuple[int, int] | None:
    """Where the words stand on a page: of several places the one before which most of what is ``before`` them stands. Where the whole
    is not there, its beginning is looked for."""
    while words:
        places = _places(text, words)
        if places:
            best = max(places, key=lambda at: _shared(text[:at], before))
            return best, best + len(words)
        if len(words) <= SHORTEST:
            return None
        words = words[: max(len(words) // 2, SHORTEST)]
    return None


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _shared(text: str, before: str) -> int:
    """How many characters at their ends two texts share."""
    most = min(len(text), len(before))
    return next((count for count in range(most) if text[-1 - count] != before[-1 - count]), most)


def _bare(text: str) -> str:
    """The letters and figures of a text, small and without accents."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in apart if sign.isalnum())
