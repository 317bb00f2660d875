"""How well a version was read: what a rule that speaks of absence asks before it does."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Scheme(StrEnum):
    """How a document cites: the kind of most of its citations."""

    SHORT_NOTES = "short-notes"
    """Author and year, or author and short title, in notes."""
    FULL_NOTES = "full-notes"
    """Whole references in notes."""
    BRACKETS = "brackets"
    """Author and year in the text."""
    NUMBERS = "numbers"
    """Numbers of entries in the text."""
    KEYS = "keys"
    """Keys of a bibliography file, in the text or in notes."""
    NONE = "none"
    """It cites hardly anything that was read."""


class PartOf(StrEnum):
    """Why a version is taken for a part of a longer work."""

    NUMBERS = "numbers"
    """Its notes begin far behind 1."""
    ANTECEDENTS = "antecedents"
    """Its first notes already repeat sources that it gives nowhere."""


class Tally(Struct, frozen=True):
    """So many of a kind, and how many of them came to something."""

    all: int = 0
    good: int = 0

    @property
    def share(self) -> float:
        """Which part of them came to something, from 0 to 1; 1 where there are none."""
        return self.good / self.all if self.all else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.all + other.all, self.good + other.good)


class Reading(Struct, frozen=True):
    """How a version was read. Each note is one of ``citing``, ``commentary`` (nothing in it looks like a source) and ``unread``
    (something does, and no citation was read).

    ``called`` tallies the notes with those that have a marker, ``citations`` each kind of citation with those that resolve,
    ``titled`` the entries with those of which author, date and title are known. ``part_of`` says why the version is taken
    for a part of a longer work; None says that it is not.
    """

    called: Tally = Tally()
    citing: int = 0
    commentary: int = 0
    unread: int = 0
    citations: tuple[tuple[str, Tally], ...] = ()
    authored: Tally = Tally()
    dated: Tally = Tally()
    titled: Tally = Tally()
    complete: Tally = Tally()
    scheme: Scheme = Scheme.NONE
    part_of: PartOf | None = None

    @property
    def resolved(self) -> Tally:
        """The citations of all kinds that can resolve, with those that do."""
        return sum((tally for _, tally in self.citations), Tally())

    def of(self, *kinds: str) -> Tally:
        """The citations of some kinds, with those that resolve."""
        return sum((tally for kind, tally in self.citations if kind in kinds), Tally())
