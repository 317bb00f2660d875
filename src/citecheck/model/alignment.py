"""Alignment: which notes, sections and entries of one language version stand against which of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from citecheck.model.citations import Citations
from citecheck.model.document import Entry, Heading, Note


class Shape(StrEnum):
    """How many notes of the first language stand against how many of the second."""

    ONE_TO_ONE = "one_to_one"
    MERGED = "merged"
    """Several in the first language, one in the second."""
    SPLIT = "split"
    """One in the first language, several in the second."""
    ONLY = "only"
    """One side has no counterpart."""


class Group(Struct, frozen=True):
    """Notes that stand against each other.

    ``confidence`` is between 0 and 1, and so is ``closeness``, the part of it that the markers' places alone give;
    ``section`` is the printed number of the section they are called in (or its title), ``crossed`` whether they stand
    in another order than their neighbours.
    """

    left: tuple[Note, ...]
    right: tuple[Note, ...]
    section: str
    confidence: float
    closeness: float = 0.0
    crossed: bool = False

    @property
    def shape(self) -> Shape:
        """The group's shape."""
        if not self.left or not self.right:
            return Shape.ONLY
        if len(self.left) == len(self.right) == 1:
            return Shape.ONE_TO_ONE
        return Shape.MERGED if len(self.left) > 1 else Shape.SPLIT


class SectionPair(Struct, frozen=True):
    """Two sections that are each other's translation; one side is None where the other has no counterpart."""

    left: Heading | None
    right: Heading | None

    @property
    def both(self) -> tuple[Heading, Heading] | None:
        """The headings of both sections; None where one has no counterpart."""
        return (self.left, self.right) if self.left is not None and self.right is not None else None


class EntryPair(Struct, frozen=True):
    """Two entries of the same source; one side is None where only one bibliography has it. ``certain`` where a DOI or
    an address says so, and authors, year and title do not on the whole speak against it."""

    left: Entry | None
    right: Entry | None
    certain: bool = False

    @property
    def both(self) -> tuple[Entry, Entry] | None:
        """Both entries; None where only one bibliography has the source."""
        return (self.left, self.right) if self.left is not None and self.right is not None else None


class Twins(Struct, frozen=True):
    """The entries of a source that both bibliographies have; ``certain`` as in `EntryPair`."""

    left: Entry
    right: Entry
    certain: bool


class Stretch(Struct, frozen=True):
    """Sections that stand against each other: a pair with what follows it unpaired. ``left`` and ``right`` are ordinals
    of sections, from the first (inclusive) to the last (exclusive)."""

    left: range
    right: range


class Alignment(Struct, frozen=True):
    """Two language versions side by side. Every note of both is in exactly one group, in reading order of the first.

    ``sources`` gives each work of each side (by language and key) a name that is the same for the same source. It tells
    the sides apart by their languages, which differ in a report: all its files of one language are one version.
    ``unrelated`` says why nothing was aligned, where the two are no versions of one report: then all else is empty.
    """

    left: Citations
    right: Citations
    sections: tuple[SectionPair, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    groups: tuple[Group, ...] = ()
    entries: tuple[EntryPair, ...] = ()
    sources: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unrelated: str | None = None

    @property
    def twins(self) -> Iterator[Twins]:
        """The entries of the sources that both bibliographies have."""
        return (Twins(*pair.both, pair.certain) for pair in self.entries if pair.both is not None)

    @property
    def lone_entries(self) -> Iterator[tuple[Citations, Entry]]:
        """The entries of the sources that only one bibliography has, each with its version."""
        for pair in self.entries:
            for version, entry in ((self.left, pair.left), (self.right, pair.right)):
                if pair.both is None and entry is not None:
                    yield version, entry

    @property
    def lone_sections(self) -> Iterator[tuple[Citations, Heading]]:
        """The sections without counterpart, each with its version."""
        for pair in self.sections:
            for version, heading in ((self.left, pair.left), (self.right, pair.right)):
                if pair.both is None and heading is not None:
                    yield version, heading

    def other(self, version: Citations) -> Citations:
        """The version that stands against this one."""
        return self.right if version is self.left else self.left
