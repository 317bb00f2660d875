"""Collation: two copies of one text in one language, their notes and entries laid side by side, and how they differ."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from citecheck.model.citations import Citations
from citecheck.model.document import Entry, Marker, Note
from citecheck.model.source import Span

__all__ = ["Collated", "CollatedEntry", "Collation", "Differing", "Standing"]


class Standing(StrEnum):
    """How a note stands to what the other copy has in its place."""

    SAME = "same"
    REWORDED = "reworded"
    """At the same place, in other words."""
    ELSEWHERE = "elsewhere"
    """At the same place, and it is another note: the other copy has its words at another marker."""
    MOVED = "moved"
    """The same words at another place."""
    UNCALLED = "uncalled"
    """One copy has the words as a note that nothing calls."""
    ALONE = "alone"
    """The other copy has the passage, and no note in it."""
    WITHOUT_PASSAGE = "without-passage"
    """The other copy lacks the passage too."""
    UNREAD = "unread"
    """The other copy has the words, and not as a note: it was read otherwise."""


class Differing(Struct, frozen=True):
    """Words that stand against other ones: the stretch of either copy. One of them is empty where only the other has words."""

    left: Span
    right: Span


class Collated(Struct, frozen=True):
    """Two notes that stand against each other, or one alone, with the markers that call them.

    ``differing`` are the words in which they differ; ``left_words`` is the note of the right copy that has the words of the left
    one, where the markers lead to different notes, and ``right_words`` the reverse. ``near`` is the place of the other copy where
    a note that is alone would be called.
    """

    left: Note | None
    right: Note | None
    calls: tuple[Marker | None, Marker | None]
    standing: Standing
    differing: tuple[Differing, ...] = ()
    left_words: Note | None = None
    right_words: Note | None = None
    near: Span | None = None
    likeness: float = 1.0

    @property
    def both(self) -> tuple[Note, Note] | None:
        """The notes of both copies; None where one has none."""
        return (self.left, self.right) if self.left is not None and self.right is not None else None

    @property
    def sides(self) -> tuple[Note | None, Note | None]:
        """The note of either copy."""
        return self.left, self.right


class CollatedEntry(Struct, frozen=True):
    """Two entries of one source with the words in which they differ; one side is None where only one copy has it. ``unread``
    tells that the other copy has the words elsewhere than among its entries, ``by_fields`` that a side is a database, which is
    compared by what it says of the source."""

    left: Entry | None
    right: Entry | None
    differing: tuple[Differing, ...] = ()
    unread: bool = False
    by_fields: bool = False


class Renumbered(Struct, frozen=True):
    """A run of notes that the right copy numbers otherwise: from the first to the last, on both sides."""

    first: tuple[Note, Note]
    last: tuple[Note, Note]
    count: int


class Collation(Struct, frozen=True):
    """Two copies of one text. ``shared`` is the share (0 to 1) of the shorter one's passages that the other has too; below what
    copies share nothing else is there. ``renumbered`` are runs of notes whose numbers differ for no reason that another
    difference gives."""

    left: Citations
    right: Citations
    shared: float
    copies: bool = True
    notes: tuple[Collated, ...] = ()
    entries: tuple[CollatedEntry, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()

    @property
    def versions(self) -> tuple[Citations, Citations]:
        """Both copies."""
        return self.left, self.right

    def alone(self, side: int, kind: Standing) -> list[Collated]:
        """The notes of one copy (0 the left, 1 the right) that the other one does not have as notes, and that stand so."""
        return [one for one in self.standing(kind) if one.sides[side] is not None and one.sides[1 - side] is None]

    def standing(self, *kinds: Standing) -> Iterator[Collated]:
        """The notes that stand so."""
        return (one for one in self.notes if one.standing in kinds)
