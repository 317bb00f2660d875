"""Where in an OpenDocument text a comment begins and ends: around the very words, or the mark of the note that has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.annotate.opendocument.writing import annotation_end
from citecheck.annotate.remarks import Remark
from citecheck.annotate.spots import Spots
from citecheck.model.layout import Call, Layout
from citecheck.read.elements import name
from citecheck.read.opendocument.traces import Kind, Piece, Traces
from citecheck.read.projection import Stretch

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Placing"]

TEXT = "document"
OPEN = frozenset(("p", "h", "span", "a"))
"""What a comment may stand in; fields and their like are not opened."""


class Placing:
    """Sets comments into the text with this ``root``, by its ``traces`` and the ``stretches`` of its words. What is placed later on
    the same words stands behind what was placed earlier."""

    def __init__(self, root: _Element, layout: Layout, traces: Traces, stretches: Sequence[Stretch]) -> None:
        self.root = root
        self.spots = Spots(stretches, TEXT)
        self.pieces = {paragraph: pieces for (part, paragraph), pieces in traces.pieces.items() if part == TEXT}
        self.marks = _marks(layout, self.pieces)

    def place(self, name: str, annotation: _Element, remark: Remark) -> None:
        """Sets a comment around the words of a remark; where it has none, at the words that come next."""
        ends = self.spots.ends(remark)
        end = annotation_end(self.root, name)
        if ends is None:
            self._somewhere(annotation, end)
            return
        (first, start), (last, stop) = ends
        begun = self._piece(first, start)
        ended = self._piece(last, stop - 1)
        if begun is None or ended is None:
            self._somewhere(annotation, end)
            return
        if _cell(begun.element) is not _cell(ended.element):
            stop = first.end - first.offset
            last, ended = first, self._piece(first, stop - 1)
        self._end(end, last, stop)
        self._begin(annotation, first, start)

    def _piece(self, stretch: Stretch, behind: int) -> Piece | None:
        """The piece that prints the character of a stretch, or its mark."""
        if stretch.part != TEXT or stretch.note_id:
            return self.marks.get(stretch.note_id or stretch.note)
        at = stretch.at + behind
        return next((one for one in self.pieces.get(stretch.paragraph, ()) if one.at <= at < one.at + one.length), None)

    def _begin(self, annotation: _Element, stretch: Stretch, behind: int) -> None:
        piece = self._piece(stretch, behind)
        if piece is None:
            return
        closed = _closed(piece)
        if closed is not None:
            _before(closed, annotation)
        else:
            self._insert(annotation, piece, stretch.at + behind - piece.at, stretch.paragraph)

    def _end(self, end: _Element, stretch: Stretch, stop: int) -> None:
        piece = self._piece(stretch, stop - 1)
        if piece is None:
            return
        closed = _closed(piece)
        if closed is not None:
            self._behind(closed, end)
        else:
            self._insert(end, piece, stretch.at + stop - piece.at, stretch.paragraph)

    def _insert(self, element: _Element, piece: Piece, before: int, paragraph: int) -> None:
        """Sets an element into a text, behind so many of its characters."""
        holder, text = piece.element, (piece.element.text if piece.kind is Kind.TEXT else piece.element.tail) or ""
        if piece.kind is Kind.TEXT:
            holder.text = text[:before]
            holder.insert(0, element)
        else:
            holder.tail = text[:before]
            _after(holder, element)
        element.tail = text[before:]
        pieces = self.pieces[paragraph]
        right = Piece(piece.at + before, piece.length - before, element, Kind.TAIL)
        at = pieces.index(piece)
        pieces[at : at + 1] = [*([replace(piece, length=before)] if before else []), *([right] if right.length else [])]

    def _behind(self, closed: _Element, end: _Element) -> None:
        """Sets an element right behind another one, before the text that follows it."""
        end.tail, closed.tail = closed.tail, None
        _after(closed, end)
        for pieces in self.pieces.values():
            for at, one in enumerate(pieces):
                if one.element is closed and one.kind is Kind.TAIL:
                    pieces[at] = replace(one, element=end)

    def _somewhere(self, annotation: _Element, end: _Element) -> None:
        """A place for what is about no words: the first paragraph."""
        paragraph = next(self.root.iter("{*}p", "{*}h"), None)
        if paragraph is None:
            body = next((one for one in self.root.iter() if name(one) == "text"), self.root)
            space = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
            paragraph = body.makeelement(f"{space}p")
            body.append(paragraph)
        paragraph.append(annotation)
        paragraph.append(end)


def _marks(layout: Layout, pieces: dict[int, list[Piece]]) -> dict[str, Piece]:
    """The marks, by the notes that they call: each paragraph has them in the order of its calls."""
    found: dict[str, Piece] = {}
    for block in layout.blocks:
        marks = (one for one in pieces.get(block.paragraph, ()) if one.kind is Kind.MARK)
        calls = (one for one in block.inlines if isinstance(one, Call))
        for call, mark in zip(calls, marks, strict=False):
            found.setdefault(call.note_id, mark)
    return found


def _closed(piece: Piece) -> _Element | None:
    """The element that stands for a piece where that may not be opened: a sign, a mark, or the outermost field; else None."""
    whole = piece.kind in (Kind.SIGN, Kind.MARK)
    inner = piece.element if whole or piece.kind is Kind.TEXT else piece.element.getparent()
    closed = piece.element if whole else None
    while inner is not None and name(inner) not in ("p", "h"):
        if name(inner) not in OPEN:
            closed = inner
        inner = inner.getparent()
    return closed


def _before(element: _Element, new: _Element) -> None:
    above = element.getparent()
    if above is not None:
        above.insert(above.index(element), new)


def _after(element: _Element, new: _Element) -> None:
    above = element.getparent()
    if above is not None:
        above.insert(above.index(element) + 1, new)


def _cell(element: _Element) -> _Element | None:
    """The cell or the box that an element stands in; None for the text itself."""
    return next((one for one in element.iterancestors() if name(one) in ("table-cell", "text-box")), None)
