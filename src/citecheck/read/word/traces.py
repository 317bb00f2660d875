"""Where the words of a Word document stand in its XML, for what is written back into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Piece", "Traces"]


class Piece(Struct, frozen=True):
    """So many characters of a paragraph, ``at`` characters behind its beginning, that an element of a run prints; a mark prints
    none of them."""

    at: int
    length: int
    element: _Element


class Traces:
    """Collects them while a document is read: by the name of a part in the Layout, the ``roots``, each with the part's name in
    the archive, and the pieces of each paragraph in order."""

    def __init__(self) -> None:
        self.roots: dict[str, tuple[str, _Element]] = {}
        self.pieces: dict[tuple[str, int], list[Piece]] = {}

    def root(self, part: str, name: str, root: _Element) -> None:
        """A part is read."""
        self.roots[part] = (name, root)

    def add(self, part: str, paragraph: int, at: int, length: int, element: _Element) -> None:
        """An element prints words, or is a mark."""
        self.pieces.setdefault((part, paragraph), []).append(Piece(at, length, element))

    def join(self, part: str, paragraph: int, following: int, at: int) -> None:
        """A paragraph goes on in the ``following`` one, which counts from ``at`` on."""
        pieces = self.pieces.pop((part, following), [])
        self.pieces.setdefault((part, paragraph), []).extend(replace(one, at=one.at + at) for one in pieces)
