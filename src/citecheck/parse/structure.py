"""Structure: what the lines of a version are: headings, running text, notes and entries, and where notes are called."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.model.document import BlockKind, Heading, NoteForm, Unreadable
from citecheck.model.source import Span

FEWEST_LISTED = 3
"""Entries that make a list."""


class Definition(Struct, frozen=True):
    """A note as the source writes it: all of it, its label, the text after the label, and the form that read it."""

    span: Span
    label_span: Span
    body: Span
    form: NoteForm
    label: str
    section: int
    read_by: str = ""


class Call(Struct, frozen=True):
    """A call of a note as the source writes it, with the piece of running text that it stands in, and the form that read
    it; ``definition`` is the note that it holds."""

    span: Span
    form: NoteForm
    label: str
    section: int
    piece: int
    definition: Definition | None = None
    read_by: str = ""


class Piece(Struct, frozen=True):
    """A block of running text. ``joins`` is the ordinal of the piece that it goes on from, across a page break."""

    span: Span
    kind: BlockKind
    section: int
    joins: int | None = None


class EntryText(Struct, frozen=True):
    """An entry as the source writes it, with its printed number."""

    span: Span
    body: Span
    number: str | None
    section: int
    further_reading: bool


class Structure(Struct):
    """What the lines of a version are; built in one pass, in reading order."""

    headings: list[Heading] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    entries: list[EntryText] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    bibliography_heading: Span | None = None
    cited_numbers: list[Call] = field(default_factory=list)
    brackets_call: bool = False
    """Whether a number in brackets calls a note, and so cites no entry."""

    def lists_without_numbers(self, section: int) -> bool:
        """Whether the last entries are some of this section, and bear no numbers."""
        last = self.entries[-FEWEST_LISTED:]
        return len(last) == FEWEST_LISTED and all(one.number is None and one.section == section for one in last)


def numbers_as_citations(structure: Structure) -> Structure:
    """The structure with its superscript numbers as citations of entries, where they can be nothing else.

    Without notes, and with a numbered bibliography, ``growth<sup>3</sup>`` cites entry 3: where the bibliography has all
    the numbers, or nearly all of many that come back. Numbers that only ascend, beyond those of the entries, are those of
    notes that were lost.
    """
    superscripts = [call for call in structure.calls if call.form is NoteForm.SUPERSCRIPT]
    numbers = {entry.number for entry in structure.entries}
    noted = any(note.form is NoteForm.SUPERSCRIPT for note in structure.definitions)
    if noted or len(superscripts) < 3 or not _cite(superscripts, numbers):
        return structure
    structure.cited_numbers = superscripts
    structure.calls = [call for call in structure.calls if call.form is not NoteForm.SUPERSCRIPT]
    return structure


def numbers_as_labels(structure: Structure) -> Structure:
    """The structure with its linked or raised numbers as calls of labelled notes, where a converter turned notes into ``[^12]: …`` and
    left their calls as ``[[12]](#footnote-12)``: no note bears a raised number, no label is called, and nearly all numbers are labels."""
    numbered = [call for call in structure.calls if call.form is NoteForm.SUPERSCRIPT]
    labels = {note.label for note in structure.definitions if note.form is NoteForm.LABEL}
    raised = any(note.form is NoteForm.SUPERSCRIPT for note in structure.definitions)
    called = any(call.form is NoteForm.LABEL and call.label in labels for call in structure.calls)
    known = sum(call.label in labels for call in numbered)
    if not known or raised or called or known * 10 < len(numbered) * 9:
        return structure
    structure.calls = [
        replace(call, form=NoteForm.LABEL) if call.form is NoteForm.SUPERSCRIPT and call.label in labels else call
        for call in structure.calls
    ]
    return structure


def _cite(superscripts: Sequence[Call], numbers: set[str | None]) -> bool:
    """Whether superscript numbers cite the entries that bear ``numbers``."""
    known = [call.label for call in superscripts if call.label in numbers]
    if len(known) == len(superscripts):
        return True
    printed = [int(call.label) for call in superscripts]
    ascending = all(label < following for label, following in pairwise(printed))
    return not ascending and len(known) * 10 >= len(superscripts) * 9 and len(set(known)) * 2 >= len(numbers)
