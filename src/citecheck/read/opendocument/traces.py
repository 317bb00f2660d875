"""Where the words of an OpenDocument text stand in its XML, for what is written back into it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Kind", "Piece", "Traces"]


class Kind(StrEnum):
    """What of an element prints characters."""

    TEXT = "text"
    """The text that it begins with."""
    TAIL = "tail"
    """The text behind it."""
    SIGN = "sign"
    """The element itself: a blank, the end of a line."""
    MARK = "mark"
    """The element calls a note, and prints no character of the text."""


class Piece(Struct, frozen=True):
    """So many characters of a paragraph, ``at`` characters behind its beginning."""

    at: int
    length: int
    element: _Element
    kind: Kind


class Traces:
    """Collects, while a document is read, the pieces of each paragraph of a part, in order."""

    def __init__(self) -> None:
        self.pieces: dict[tuple[str, int], list[Piece]] = {}

    def add(self, part: str, paragraph: int, piece: Piece) -> None:
        """An element prints words, or is a mark."""
        self.pieces.setdefault((part, paragraph), []).append(piece)
