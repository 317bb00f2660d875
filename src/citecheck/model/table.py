"""Table: the notes of two versions side by side, one row for each group of the alignment, with what differs.

Everything that the formats show is here, in words where words are needed, so that they all say the same.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.alignment import Shape
from citecheck.model.decision import Decision
from citecheck.model.finding import Severity
from citecheck.model.naming import called

__all__ = [
    "Difference",
    "NoteText",
    "Only",
    "Order",
    "Passage",
    "Piece",
    "Row",
    "Shift",
    "Table",
    "Verdict",
    "one_line",
]

_FIXED = "\u00a0\u202f"
"""Blanks at which no line is broken; French typography has them before some of its signs."""

_BLANKS = re.compile(rf"[^\S{_FIXED}]+")


class Verdict(StrEnum):
    """What the comparison of a group came to."""

    SAME = "same"
    DIFFERS = "differs"
    ACCEPTED = "accepted"
    """It differs, and all that differs was accepted."""
    NOT_COMPARED = "not_compared"
    """There was nothing to compare (a side without counterpart, or that only comments), or no rule to do it."""


class Only(StrEnum):
    """Which rows to keep."""

    DIFFERING = "differing"
    MISSING = "missing"
    """A note without counterpart."""
    MERGED = "merged"
    """Several notes on one side, be it merged or split."""


class Order(StrEnum):
    """In which order rows are shown."""

    VERDICT = "verdict"
    """What differs first, what is the same last."""
    CONFIDENCE = "confidence"
    """What is paired least surely first."""
    DOCUMENT = "document"
    """As the notes stand in the first version."""


URGENCY = (Verdict.DIFFERS, Verdict.NOT_COMPARED, Verdict.ACCEPTED, Verdict.SAME)
"""What is to be looked at first, and what last."""


def _where(path: str, line: int, place: str) -> str:
    return f"{path}, {place}" if place else f"{path}:{line}"


class Piece(Struct, frozen=True):
    """A stretch of a note's text; ``marked`` where a difference is."""

    text: str
    marked: bool = False


class Passage(Struct, frozen=True):
    """What the text says around a note's marker.

    ``covered`` is what the note covers: back to the marker before it, or to the start of the paragraph; ``before``
    stands before that, ``after`` behind the marker.
    """

    before: str
    covered: str
    after: str


class NoteText(Struct, frozen=True):
    """A note as it is shown: its text in pieces, the passage that calls it (None where the text was not read), what its
    citations resolve to, and where it stands (``place`` in a document without lines). ``order`` is its ordinal among its version's notes, ``label`` what stands
    in the file."""

    note_id: str
    number: str
    pieces: tuple[Piece, ...]
    passage: Passage | None
    sources: tuple[str, ...]
    path: str
    line: int
    order: int = 0
    label: str = ""
    place: str = ""

    @property
    def where(self) -> str:
        """The file, and the line in it, or the place where a document has none."""
        return _where(self.path, self.line, self.place)

    @property
    def text(self) -> str:
        """The whole text, on one line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def written(self) -> bool:
        """Whether the file calls the note by a label that is not the number that is printed."""
        return self.label not in ("", self.number)


class Difference(Struct, frozen=True):
    """One finding, in words. ``accepted`` says why it need not be mended, where it was accepted; ``place`` where it is in a document
    without lines."""

    code: str
    severity: Severity
    message: str
    path: str = ""
    line: int = 0
    accepted: str | None = None
    place: str = ""

    @property
    def where(self) -> str:
        """The file, and the line in it, or the place where a document has none."""
        return _where(self.path, self.line, self.place)


class Acceptance(Struct, frozen=True):
    """What accepting the differences of a row writes down about one group: the keys of its notes, the rules, for a person
    which notes these are, and the comment under which it stands."""

    notes: tuple[tuple[str, tuple[str, ...]], ...]
    codes: tuple[str, ...]
    about: str
    above: str


class Row(Struct, frozen=True):
    """One group of notes that stand against each other.

    ``opposite`` is what the other version says where a note without counterpart would stand, ``key`` the keys of the notes
    by language, as decisions hold them, and ``acceptances`` are the decisions by which all that differs would be accepted.
    """

    left: tuple[NoteText, ...]
    right: tuple[NoteText, ...]
    section: str
    shape: Shape
    verdict: Verdict
    differences: tuple[Difference, ...]
    confidence: float
    crossed: bool
    decision: Decision | None
    opposite: Passage | None = None
    key: tuple[tuple[str, tuple[str, ...]], ...] = ()
    acceptances: tuple[Acceptance, ...] = ()

    def is_a(self, kind: Only) -> bool:
        """Whether the row is of that kind."""
        match kind:
            case Only.DIFFERING:
                return self.verdict is Verdict.DIFFERS
            case Only.MISSING:
                return self.shape is Shape.ONLY
            case Only.MERGED:
                return self.shape in (Shape.MERGED, Shape.SPLIT)

    def side(self, side: int) -> tuple[NoteText, ...]:
        """The notes of one side (0 left, 1 right)."""
        return (self.left, self.right)[side]


class Shift(Struct, frozen=True):
    """A run of one-to-one groups whose numbers differ by the same: from ``left`` to ``left_last`` of the first version,
    second = first + ``by``."""

    left: str
    left_last: str
    by: int


class Choice(Struct, frozen=True):
    """A note that can be paired: its number, its key, how it begins, and the comment under which a pair stands."""

    note_id: str
    key: str
    text: str
    above: str


class Kept(Struct, frozen=True):
    """A decision that the file holds: its kind, its notes' keys, and its lines (from the first, inclusive, to the last,
    exclusive)."""

    kind: str
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    start: int
    end: int


class Desk(Struct, frozen=True):
    """What is needed to decide away from the report: the notes of both versions, and the file of decisions with its name,
    its text, the decisions in it, the header of a new one, and all comments in their order."""

    notes: tuple[tuple[Choice, ...], tuple[Choice, ...]]
    file: str
    text: str
    kept: tuple[Kept, ...]
    header: tuple[str, ...]
    order: tuple[str, ...]


class Table(Struct, frozen=True):
    """The whole reconciliation. ``langs`` are the codes of the two languages and ``names`` what they are called;
    ``others`` are differences that belong to no note (entries, headings, figures, amounts), ``unrelated`` says why
    nothing was aligned, ``desk`` has what it takes to decide about the rows, and
    ``made_by`` is the command that made it."""

    langs: tuple[str, str]
    names: tuple[str, str]
    rows: tuple[Row, ...]
    shifts: tuple[Shift, ...] = ()
    others: tuple[Difference, ...] = ()
    stale: tuple[Decision, ...] = ()
    unrelated: str | None = None
    paths: tuple[str, ...] = ()
    desk: Desk | None = None
    made_by: str = "reconcile"

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections of the rows, in order, each once."""
        return tuple(dict.fromkeys(row.section for row in self.rows))

    def only(self, kind: Only) -> Table:
        """The table with the rows of one kind."""
        open_ones = tuple(one for one in self.others if one.accepted is None)
        others = open_ones if kind is Only.DIFFERING else ()
        return replace(self, rows=tuple(row for row in self.rows if row.is_a(kind)), shifts=(), others=others)

    def ordered(self, order: Order) -> Table:
        """The table with its rows in that order; rows that are alike in it stay as they stand in the document."""
        if order is Order.VERDICT:
            rows = sorted(self.rows, key=lambda row: URGENCY.index(row.verdict))
        elif order is Order.CONFIDENCE:
            rows = sorted(self.rows, key=lambda row: row.confidence)
        else:
            return self
        return replace(self, rows=tuple(rows))

    def in_section(self, section: str) -> Table:
        """The table with the rows of one section and the sections below it."""
        wanted = section.strip().rstrip(".").casefold()
        kept = tuple(
            row
            for row in self.rows
            if row.section.casefold() == wanted or row.section.casefold().startswith(wanted + ".")
        )
        return replace(self, rows=kept, shifts=(), others=())

    def of_note(self, lang: str, note: str) -> Table:
        """The table with the rows of one note, by what a person can call it (`citecheck.model.naming`)."""
        side = self.langs.index(lang)
        meant = {one.note_id for one in called((one for row in self.rows for one in row.side(side)), note)}
        kept = tuple(row for row in self.rows if not meant.isdisjoint(one.note_id for one in row.side(side)))
        return replace(self, rows=kept, shifts=(), others=())


def one_line(text: str, longest: int | None = None) -> str:
    """A text on one line, without characters that would steer a terminal, hide or reorder text, or break a file;
    without what goes beyond ``longest`` characters."""
    line = _BLANKS.sub(" ", text).strip(" ")
    if longest is not None and len(line) > longest:
        line = f"{line[: longest - 1]}…"
    return line if line.isprintable() else "".join(map(_shown, line))


def _shown(char: str) -> str:
    return char if char.isprintable() or char in _FIXED else "\ufffd"
