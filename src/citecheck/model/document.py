"""Document: one language version of a report, taken apart into headings, paragraphs, notes, markers, entries and
facts."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from citecheck.model.bounds import Calendar, Currency, Day, Digits, Label, Level, Offset, Ordinal, Year
from citecheck.model.order import gathered
from citecheck.model.reference import Citation, Reference
from citecheck.model.source import LETTERS_LOST, Source, Span
from citecheck.model.waiver import Waiver


class NoteForm(StrEnum):
    """How a document writes its notes."""

    SUPERSCRIPT = "superscript"
    """``<sup>12</sup>`` in the text and at the start of the note: what converters make of a PDF."""
    LABEL = "label"
    """``[^12]`` or ``[^name]`` and ``[^name]: …``, numbered by whoever renders them (pandoc's Markdown)."""
    INLINE = "inline"
    """``^[…]``: marker and note in one."""


class BlockKind(StrEnum):
    """What a paragraph is part of."""

    PROSE = "prose"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CAPTION = "caption"


class Heading(Struct, frozen=True):
    """A heading; ``number`` is what is printed before the title (``2.1``), ``section`` its ordinal in the document."""

    span: Span
    level: Level
    number: Label | None
    title_span: Span
    section: Ordinal

    @property
    def title(self) -> str:
        """The title without its number and without emphasis."""
        return " ".join(self.title_span.text.replace("*", "").split())


class Paragraph(Struct, frozen=True):
    """A paragraph of running text, whole again where a page break had cut it: one span per piece.

    ``section`` is the ordinal of the heading above it (0 before the first), ``index`` its ordinal in the document.
    """

    pieces: tuple[Span, ...]
    section: Ordinal
    index: Ordinal
    kind: BlockKind

    @property
    def span(self) -> Span:
        """The first piece, which is where the paragraph starts."""
        return self.pieces[0]


class Marker(Struct, frozen=True):
    """The call of a note in the text.

    ``label`` is what the source says, ``number`` what the reader sees, ``note_id`` unique in the version (``3/12``
    where the numbers start anew). ``offset`` counts the paragraph's characters before the marker. ``before`` and
    ``after`` are the word or sign next to it on either side, empty at the paragraph's ends; ``spaced`` tells whether
    white space stands between it and ``before``, ``glued`` whether none stands between it and ``after``.
    """

    span: Span
    form: NoteForm
    label: Label
    number: Label
    note_id: Label
    section: Ordinal
    paragraph: Ordinal
    offset: Offset
    before: str
    after: str
    kind: BlockKind
    spaced: bool = False
    glued: bool = False


class Note(Struct, frozen=True):
    """A note: ``span`` is all of it, ``label_span`` its label, ``body`` the text after the label.

    ``citations`` are those it makes, as written and in order; a note that only comments has none.
    """

    span: Span
    label_span: Span
    body: Span
    form: NoteForm
    label: Label
    number: Label
    note_id: Label
    section: Ordinal
    citations: tuple[Citation, ...] = ()


class Entry(Struct, frozen=True):
    """An entry of the bibliography: ``number`` as printed, if any; ``entry_id`` is unique in the version.

    ``references`` are the sources it describes: one, or several where entries were glued together. ``aliases`` are other keys
    by which a bibliography file lets it be cited.
    """

    span: Span
    body: Span
    number: Digits | None
    entry_id: Label
    section: Ordinal
    references: tuple[Reference, ...]
    further_reading: bool = False
    aliases: tuple[Label, ...] = ()

    @property
    def number_span(self) -> Span:
        """The printed number with its stop or brackets; empty where there is none."""
        return self.span.part(0, len(self.span.text[: self.body.start - self.span.start].rstrip()))


class Name(Struct, frozen=True):
    """A capitalised word of the running text: a candidate for a proper name."""

    span: Span
    paragraph: Ordinal


class Url(Struct, frozen=True):
    """A URL as printed. ``target`` is the address with Markdown's escapes undone, ``text`` the text it is printed under
    when that is another one (``[text](target)``)."""

    span: Span
    target: str
    text: str | None = None


class Amount(Struct, frozen=True):
    """A sum of money: ``value`` in units of ``currency`` (ISO 4217), the scale applied; ``precision`` is the value of
    one unit of the last printed digit, ``high`` the upper end of a range, ``approximate`` whether "about" stands before
    it. ``written`` is the number as printed, without its scale."""

    span: Span
    value: Decimal
    currency: Currency
    precision: Decimal
    written: str
    scale: str | None = None
    high: Decimal | None = None
    approximate: bool = False
    paragraph: Ordinal | None = None


class Conversion(Struct, frozen=True):
    """Two amounts that the text states to be the same sum: ``converted`` is the one in the document's main currency.

    ``span`` covers both; ``marker`` is the ``note_id`` of the note called between or right after the two, which may
    declare the rate.
    """

    span: Span
    converted: Amount
    original: Amount
    marker: Label | None = None


class Rate(Struct, frozen=True):
    """An exchange rate that the document declares: one ``base`` is ``value`` ``quote``; ``None`` where none is printed.

    ``day`` is an ISO date or ``year`` a year, as far as the text tells; ``whole_text`` whether it holds throughout.
    """

    span: Span
    base: Currency | None
    quote: Currency | None
    value: Decimal
    note_id: Label | None = None
    day: Day | None = None
    year: Year | None = None
    whole_text: bool = False


class Figure(Struct, frozen=True):
    """A number in the running text that is neither an amount nor part of a date, a heading, a citation or a URL.

    ``unit`` is the word or sign right after it, where it is one that citecheck's languages know (``%``, ``km``).
    """

    span: Span
    value: Decimal
    unit: str | None
    paragraph: Ordinal


class Date(Struct, frozen=True):
    """A date with as much precision as is printed: ``iso`` is ``2023``, ``2023-03`` or ``2023-03-07``."""

    span: Span
    iso: Calendar


class Bracket(Struct, frozen=True):
    """A bracket or a phrase of the running text that holds citations: ``(Doe, 2020)``, ``Doe (2020)``, ``[3]``.

    ``signs`` tells a way of writing that may be something else, and is one where the document cites so: author and year in
    ``square`` brackets, or as the words of a ``link`` to another site; empty for all others."""

    span: Span
    paragraph: Ordinal
    citations: tuple[Citation, ...]
    narrative: bool = False
    signs: str = ""


class Unreadable(Struct, frozen=True):
    """A passage that could not be read, and why: it is reported, never skipped in silence.

    ``what`` tells whether it is a passage of the ``text`` or a block of a ``bibliography`` file; there, whether its key is that of
    an earlier block, which has the same entry (``repeated``) or another one (``reused``). ``key`` is that of the block, where it
    can be told.
    """

    span: Span
    reason: str
    what: str = "text"
    key: str = ""


class Missing(Struct, frozen=True):
    """Something that the document lacks (``bibliography``, ``notes``): rules about it abstain and say so."""

    what: str


class Document(Struct, frozen=True):
    """One language version of a report, taken apart. All tuples are in reading order.

    ``waivers`` are those that stand in its text, as comments.
    """

    lang: str
    sources: tuple[Source, ...]
    headings: tuple[Heading, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    markers: tuple[Marker, ...] = ()
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    names: tuple[Name, ...] = ()
    urls: tuple[Url, ...] = ()
    amounts: tuple[Amount, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    rates: tuple[Rate, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    missing: tuple[Missing, ...] = ()
    bibliography_heading: Span | None = None
    waivers: tuple[Waiver, ...] = ()

    @property
    def printed_entries(self) -> tuple[Entry, ...]:
        """The entries that stand in the text, and not in a bibliography file, which is no text that is printed."""
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        whole = chain((one.span for one in self.headings), (one.span for one in self.notes))
        texts = (span.source for span in chain(whole, pieces))
        lists = {entry.span.source for entry in self.entries}
        for source in texts:
            if not lists:
                return self.entries
            lists.discard(source)
        return tuple(entry for entry in self.entries if entry.span.source not in lists)

    @property
    def notes_as_met(self) -> tuple[Note, ...]:
        """The notes in the order in which a reader meets them, wherever they are written: that of their first calls.

        Notes with printed numbers keep the order in which they are written, because a marker that moved is a slip; but where
        the text calls each of them once, in the order of the numbers, it is the notes that are written in another. A note that
        nothing calls stands behind the one that is written before it.
        """
        return tuple(note for _, note in self.note_places)

    @property
    def note_places(self) -> tuple[tuple[tuple[int, int], Note], ...]:
        """The notes as a reader meets them, each with the file and the offset where that is."""
        files = {source: at for at, source in enumerate(self.sources)}
        called_in_order = self._runs_called_in_order()
        first: dict[str, Marker] = {}
        for marker in self.markers:
            first.setdefault(marker.note_id, marker)
        places: list[tuple[tuple[int, int], Note]] = []
        reached = before = (0, -1)
        for note in self.notes:
            call = first.get(note.note_id)
            called = (files[call.span.source], call.span.start) if call is not None else before
            printed = note.form is NoteForm.SUPERSCRIPT and note.note_id.rpartition("/")[0] not in called_in_order
            reached = max(reached, called) if printed else reached
            before = reached if printed else called
            places.append((before, note))
        return tuple(sorted(places, key=lambda one: one[0]))

    def _runs_called_in_order(self) -> frozenset[str]:
        """The runs of printed numbers of which the text calls each once, in ascending order."""
        written = gathered((note.note_id.rpartition("/")[0], note.label) for note in self.notes)
        called = gathered((marker.note_id.rpartition("/")[0], marker.label) for marker in self.markers)
        return frozenset(
            run
            for run, labels in written.items()
            if all(map(str.isdecimal, labels))
            and called.get(run) == sorted(set(labels), key=int)
            and len(set(labels)) == len(labels)
        )

    @property
    def garbled(self) -> bool:
        """Whether a converter lost letters all over the text."""
        return any(key == LETTERS_LOST for source in self.sources for _, key in source.lost)

    @property
    def sparse(self) -> bool:
        """Whether the running text is absent because the document was rebuilt from the data files."""
        return any(source.sparse for source in self.sources)
