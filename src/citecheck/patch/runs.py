"""The runs of a paragraph of a Word document, split where a change or a comment begins or ends between two characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.read.elements import attribute, name
from citecheck.read.word.traces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Runs", "alone", "holder"]

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
APART = frozenset(("txbxContent", "AlternateContent"))
"""What programs show instead of something else, or apart from the text: nothing may be set into it."""


class Runs:
    """The runs that print a paragraph, by their ``pieces``."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = list(pieces)

    def first(self, at: int) -> _Element | None:
        """The run, or what holds it, that begins with the character ``at``, after a split where need be; None where the paragraph
        has no such character."""
        return self._bound(self._index(at), at)

    def last(self, at: int) -> _Element | None:
        """The run, or what holds it, that ends before the character ``at``, as for `first`."""
        index = self._index(at - 1)
        if index is None:
            return None
        held = holder(self.pieces[index].element)
        if held is not _run(self.pieces[index].element):
            return held
        self._split_text(index, at)
        following = self.pieces[index].element.getnext()
        if following is not None:
            split_before(following)
        return held

    def _bound(self, index: int | None, at: int) -> _Element | None:
        if index is None:
            return None
        held = holder(self.pieces[index].element)
        if held is not _run(self.pieces[index].element):
            return held
        index = self._split_text(index, at)
        return split_before(self.pieces[index].element)

    def _index(self, at: int) -> int | None:
        """The piece that prints the character ``at``."""
        return next((i for i, one in enumerate(self.pieces) if one.at <= at < one.at + one.length), None)

    def _split_text(self, index: int, at: int) -> int:
        """Splits a piece before the character ``at``; returns the piece that begins there, or the one behind a whole one."""
        piece = self.pieces[index]
        before = at - piece.at
        if before <= 0:
            return index
        if before >= piece.length:
            return index + 1
        element, text = piece.element, piece.element.text or ""
        behind = deepcopy(element)
        behind.tail = None
        element.text, behind.text = text[:before], text[before:]
        for one in (element, behind):
            one.set(SPACE, "preserve")
        element.addnext(behind)
        self.pieces[index : index + 1] = [
            replace(piece, length=before),
            Piece(piece.at + before, piece.length - before, behind),
        ]
        return index + 1


def holder(element: _Element) -> _Element:
    """What stands in the text for an element of a run: its run, or the outermost thing that may not be opened."""
    apart = [one for one in element.iterancestors() if name(one) in APART]
    if not apart:
        return _run(element)
    return next((one for one in apart[-1].iterancestors() if name(one) == "r"), apart[-1])


def alone(element: _Element) -> _Element:
    """A run with this element of a run and nothing else, or what holds it, where that may not be opened."""
    held = holder(element)
    if held is not _run(element):
        return held
    run, following = split_before(element), element.getnext()
    if following is not None and not _sets_mark(element):
        split_before(following)
    return run


def split_before(element: _Element) -> _Element:
    """The run that begins with an element of a run: what stands before it keeps the old one."""
    run = _run(element)
    before = [one for one in element.itersiblings(preceding=True) if name(one) != "rPr"]
    if not before or _sets_mark(before[0]):
        return run
    new = run.makeelement(run.tag, {str(key): str(held) for key, held in run.attrib.items()})
    shape = next((one for one in run if name(one) == "rPr"), None)
    if shape is not None:
        new.append(deepcopy(shape))
    for one in (element, *_behind(element)):
        new.append(one)
    new.tail, run.tail = run.tail, None
    run.addnext(new)
    return new


def _sets_mark(element: _Element) -> bool:
    """Whether what follows is the mark of a note that was set by hand: programs refuse one in another run."""
    return attribute(element, "customMarkFollows") in ("1", "true", "on")


def _behind(element: _Element) -> Iterator[_Element]:
    yield from list(element.itersiblings())


def _run(element: _Element) -> _Element:
    return next(one for one in element.iterancestors() if name(one) == "r")
