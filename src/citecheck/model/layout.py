"""Layout: what a reader of a format without lines gives, before it is projected into the text that `parse` knows.

Blocks in reading order, notes with the number and the sign that is printed for them, links, and for every stretch of words
where it stands in the file. Nothing in it is markup.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class NoteKind(StrEnum):
    """Where a note is printed."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


class Role(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    CAPTION = "caption"


class Words(Struct, frozen=True):
    """A stretch of text in one shape. ``at`` is how many characters of its paragraph stand before it in the file, ``target``
    the address that it links to, ``field`` the field of a reference manager that it is in, by its ordinal. Where the document is
    written in lines, ``file``, ``line`` and ``column`` tell where its first character stands; where it is printed, ``page`` tells on
    which page (from 1)."""

    text: str
    at: int = 0
    italic: bool = False
    raised: bool = False
    target: str | None = None
    field: int | None = None
    file: str = ""
    line: int = 0
    column: int = 0
    page: int = 0

    def joined(self, other: Words) -> Words | None:
        """These words and ``other`` ones right behind them as one, where they look alike: where a run of the file ends says
        nothing. None where they do not, or do not meet."""
        if self.line or other.line or self.at + len(self.text) != other.at:
            return None
        same = replace(other, text=self.text, at=self.at) == self
        return replace(self, text=self.text + other.text) if same else None


class Call(Struct, frozen=True):
    """A marker: it calls the note with this ``note_id``. A ``flat`` one is printed like the text around it."""

    note_id: str
    at: int = 0
    file: str = ""
    line: int = 0
    column: int = 0
    page: int = 0
    flat: bool = False


Inline = Words | Call


class Comment(Struct, frozen=True):
    """What is said to citecheck about a block of a document, and in one in lines where."""

    text: str
    file: str = ""
    line: int = 0
    column: int = 0


class Block(Struct, frozen=True):
    """A paragraph of the file: the ``paragraph``-th (from 1) of its ``part``. ``level`` is that of a heading or of an item
    (from 1), ``number`` what a numbered one is printed with; ``comments`` are what is said to citecheck about it."""

    role: Role
    inlines: tuple[Inline, ...]
    part: str
    paragraph: int
    level: int = 0
    number: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(inline.text for inline in self.inlines if isinstance(inline, Words))


class LaidNote(Struct, frozen=True):
    """A note as it is printed. ``note_id`` is unique in the document: ``12``, ``e12`` for an endnote where there are footnotes
    too, ``3/12`` where numbers begin anew in section 3. ``custom`` marks are set by hand."""

    note_id: str
    printed: str
    kind: NoteKind
    blocks: tuple[Block, ...]
    custom: bool = False


NOTE_REFERENCE = "NOTEREF"
"""The manager of a field that refers to a note: the program itself, which prints the note's number."""


class ManagedField(Struct, frozen=True):
    """What a reference manager printed in a field, empty where nobody knows, and the sources that it cites there: CSL items as
    JSON."""

    manager: str
    written: str
    items: tuple[str, ...] = ()


class Lost(Struct, frozen=True):
    """What could not be read at a place of a document in lines, by its ``key`` (``citecheck.report.voices``)."""

    key: str
    file: str
    line: int
    column: int


class Layout(Struct, frozen=True):
    """A document. ``lang`` is the language that most of it is declared to be in (a code as ISO 639 has it, in small letters),
    None where it declares none; ``items`` are sources that the program itself keeps in the file, as CSL items; ``remarks`` are
    keys of what could not be known (``citecheck.report.voices``), ``lost`` what could not be read. ``bibliographies`` are the
    files beside it that hold its sources, of which it prints those that it cites, ``labels`` what is printed as the number of
    each page, ``known`` the rule and the fingerprint of each finding that somebody has answered in the document itself."""

    blocks: tuple[Block, ...]
    notes: tuple[LaidNote, ...] = ()
    title: str = ""
    lang: str | None = None
    remarks: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()
    bibliographies: tuple[str, ...] = ()
    fields: tuple[ManagedField, ...] = ()
    items: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()
