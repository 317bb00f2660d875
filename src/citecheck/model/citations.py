"""Citations: what every note and bracket of a document cites, resolved to entries and pages."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from citecheck.model.document import Bracket, Document, Entry, Marker, Note
from citecheck.model.reading import Reading
from citecheck.model.reference import Citation, Reference
from citecheck.model.source import Span


class Status(StrEnum):
    """What resolving a citation came to."""

    ENTRY = "entry"
    """It is an entry of the bibliography."""
    NOTE = "note"
    """It is a whole reference given in a note; the bibliography lacks it."""
    MISSPELT = "misspelt"
    """It is an entry (or a whole reference) whose name is spelt otherwise."""
    RETITLED = "retitled"
    """It is an entry whose title is worded otherwise."""
    YEAR = "year"
    """The author has entries, but none of that year."""
    AMBIGUOUS = "ambiguous"
    """Several entries fit."""
    MISSING = "missing"
    """Nothing fits."""
    NO_ANTECEDENT = "no-antecedent"
    """Ibid and its kin with nothing to go back to."""
    NOTHING = "nothing"
    """There is nothing to resolve it to (a bare link, or no bibliography at all)."""


class Work(Struct, frozen=True):
    """A source that citations can resolve to: an entry's reference, or a whole reference in a note.

    ``key`` is unique in the version: ``entry:18``, ``entry:23#2`` for the second source of an entry, ``note:19#1``.
    """

    key: str
    reference: Reference
    entry: Entry | None = None
    note: Note | None = None

    @property
    def glued(self) -> bool:
        """Whether it is a further source of an entry, behind its first."""
        return self.entry is not None and "#" in self.key


class Resolved(Struct, frozen=True):
    """A citation with what it resolves to.

    ``work`` is the source, if one was found; ``candidates`` are the works that fit or nearly fit otherwise;
    ``antecedent`` is the citation that Ibid and its kin repeat, and ``missing_as`` the cited source of one that itself
    is missing. ``pages`` are the pages meant, those of the antecedent included. ``ambiguous`` marks an Ibid after
    several sources.
    """

    citation: Citation
    status: Status
    note: Note | None = None
    bracket: Bracket | None = None
    work: Work | None = None
    candidates: tuple[Work, ...] = ()
    antecedent: Resolved | None = None
    pages: str | None = None
    ambiguous: bool = False
    years: tuple[str, ...] = ()
    wrong: tuple[Span, str] | None = None
    certain: bool = True
    root: Resolved | None = None
    """The origin, where it was told when the chain was made: chains of Ibids may have any length."""

    @property
    def origin(self) -> Resolved:
        """The citation at the start of the chain of Ibids; itself where it repeats nothing."""
        if self.root is not None:
            return self.root
        at = self
        while at.antecedent is not None:
            at = at.antecedent
        return at


class FaultKind(StrEnum):
    """A fault of numbering, at its root."""

    NOTE_WITHOUT_MARKER = "note-without-marker"
    MARKER_WITHOUT_NOTE = "marker-without-note"
    DUPLICATE_MARKER = "duplicate-marker"
    DUPLICATE_NOTE = "duplicate-note"
    GAP = "gap"
    OUT_OF_ORDER = "out-of-order"


class Fault(Struct, frozen=True):
    """One fault of numbering. ``place`` is where to look first, ``others`` the further places of the same fault,
    ``expected`` the number that the sequence asks for there, ``missing`` the numbers a gap skips."""

    kind: FaultKind
    place: Marker | Note
    others: tuple[Marker | Note, ...] = ()
    expected: str | None = None
    missing: tuple[int, ...] = ()
    certain: bool = True


class Habit(Struct, frozen=True):
    """How a document cites, as counts that rules use to judge whether its scheme is clear.

    Those ``misspelt`` and ``misdated`` are certain slips: they do not resolve, but show the scheme all the same."""

    notes: int = 0
    sourced_notes: int = 0
    short: int = 0
    short_resolved: int = 0
    full: int = 0
    brackets: int = 0
    brackets_resolved: int = 0
    short_misspelt: int = 0
    short_misdated: int = 0
    brackets_misspelt: int = 0
    brackets_misdated: int = 0
    numbers: int = 0
    numbers_resolved: int = 0

    @property
    def full_notes(self) -> bool:
        """Whether whole references in notes are the habit: most notes that cite give one, or nothing else is there."""
        return self.full >= 3 and self.full * 2 >= self.short


class Citations(Struct, frozen=True, dict=True):
    """A document with all its citations resolved, in reading order, the works they can mean, its numbering judged, and
    how well it was read."""

    document: Document
    works: tuple[Work, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    faults: tuple[Fault, ...] = ()
    numbering_unclear: str | None = None
    habit: Habit = Habit()
    reading: Reading = Reading()

    def of_note(self, note: Note) -> tuple[Resolved, ...]:
        """The citations of one note, in order."""
        return self._by_note.get(id(note), ())

    @cached_property
    def _by_note(self) -> dict[int, tuple[Resolved, ...]]:
        held: dict[int, list[Resolved]] = {}
        for one in self.resolved:
            if one.note is not None:
                held.setdefault(id(one.note), []).append(one)
        return {note: tuple(found) for note, found in held.items()}

    @property
    def lang(self) -> str:
        """The language of the document."""
        return self.document.lang
