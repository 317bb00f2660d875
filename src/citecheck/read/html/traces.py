"""Where the words of a page stand in its elements, for what is written back into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Piece", "Traces"]


class Piece(Struct, frozen=True):
    """The words of an element, or those behind it (``tail``), blanks as one: ``at`` characters behind the beginning of their block."""

    at: int
    text: str
    element: _Element
    tail: bool


class Traces:
    """Collects, while pages are read, the pieces of each block of a part, in order."""

    def __init__(self) -> None:
        self.pieces: dict[tuple[str, int], list[Piece]] = {}
        self._waiting: list[Piece] = []

    def add(self, piece: Piece) -> None:
        """An element prints words in the block that is being read."""
        self._waiting.append(piece)

    def end(self, part: str, paragraph: int) -> None:
        """The block ends; it is the ``paragraph``-th of its part, or none where that is 0."""
        if paragraph:
            self.pieces[part, paragraph] = self._waiting
        self._waiting = []
