"""Source: the text of one file; Span: a stretch of it that knows its line, column and text."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace


class Kept(Struct, frozen=True, order=True):
    """Where a data file keeps what begins at a place of the report: ``line`` and ``column`` of the report, ``path`` of
    the data file, and there the line ``at``."""

    line: int
    column: int
    path: str
    at: int


class Anchor(Struct, frozen=True):
    """Where the text from ``offset`` on stands in a document: in the ``paragraph``-th paragraph (from 1) of a
    ``part``, behind ``at`` of its characters; ``note`` is the note that it belongs to, ``section`` the heading above it, by its
    number where it has one. In a document that is written in lines (LaTeX), ``file``, ``line`` and ``column`` are those of the
    file that holds the words; in one that is printed, ``page`` is the page of the file (from 1) and ``label`` what is printed as its
    number. In others they are empty."""

    offset: int
    part: str
    paragraph: int
    at: int = 0
    note: str = ""
    section: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    page: int = 0
    label: str = ""


class Printed(Struct, frozen=True):
    """What is printed for a note whose label is ``label``, and the identifier that is unique in the document."""

    label: str
    number: str
    note_id: str


class Managed(Struct, frozen=True):
    """The text from ``start`` to ``end`` is in a field of a reference ``manager``, which had ``written`` something there."""

    start: int
    end: int
    manager: str
    written: str


LETTERS_LOST = "letters-lost"
"""The key of the remark that a converter lost letters all over a text."""


class Source(Struct, frozen=True, eq=False, dict=True):
    """The decoded text of one file, with line ends normalised to ``\\n`` and accents joined to their letters.

    ``path`` is what the user wrote (``-`` for standard input); ``sha256`` is of the bytes that were read. ``composed``
    tells from which offsets on the text is shorter than the file by how much; columns are those of the file. In a
    ``sparse`` source only extracted facts have text and all else is blank: it was rebuilt from the data files. Of its
    lines only some are there, and ``numbers`` tells which, in ascending order from 1; empty ones say that all are.

    ``comments`` are the comments meant for citecheck, each with its offset: they are blank in ``text``, so that nothing
    takes them for text of the report. `written` has them.

    ``unprinted`` is what else is no text of the report (other comments, code, formulas, front matter), each with its offset:
    it is blank too, and `written` and `quoted` have it.

    ``credentials`` are the user names and passwords of addresses, each with its offset: they are masked in ``text`` and
    `written`, so that nothing can tell them. `told` has them: it is for the file itself and for the hosts they are
    meant for.

    ``anchors`` tell, in order, where the text of a document came from; empty for files of text. ``printed`` is
    what such a document prints for its notes, ``remarks`` are keys of what its file does not tell, ``lost`` those of what could
    not be read, each with its offset, ``fields`` those of reference managers in it, ``items`` the sources that these keep there
    (CSL items as JSON), ``flat`` the offsets of the markers that are printed like the text around them, ``known`` the rule and the
    fingerprint of each finding that somebody has answered in the document itself.

    ``kept`` are the places in data files where what is known of the text is kept, in its order; only where the file
    itself is not there.
    """

    path: str
    text: str
    sha256: str = ""
    encoding: str = "utf-8"
    sparse: bool = False
    composed: tuple[tuple[int, int], ...] = ()
    comments: tuple[tuple[int, str], ...] = ()
    unprinted: tuple[tuple[int, str], ...] = ()
    credentials: tuple[tuple[int, str], ...] = ()
    numbers: tuple[int, ...] = ()
    kept: tuple[Kept, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    printed: tuple[Printed, ...] = ()
    remarks: tuple[str, ...] = ()
    lost: tuple[tuple[int, str], ...] = ()
    fields: tuple[Managed, ...] = ()
    items: tuple[str, ...] = ()
    flat: tuple[int, ...] = ()
    known: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"Source({self.path!r})"  # Every span shows its source: its text would drown the rest.

    @cached_property
    def written(self) -> Source:
        """The same file with its comments in place, at the same offsets; itself where it has none."""
        return self._with(tuple(sorted((*self.comments, *self.unprinted))))

    @cached_property
    def quoted(self) -> Source:
        """The same file as reports quote it: without the comments for citecheck, all else in place."""
        return self._with(self.unprinted)

    @property
    def front(self) -> str:
        """The front matter; empty where there is none."""
        offset, piece = self.unprinted[0] if self.unprinted else (1, "")
        return piece if offset == 0 and piece[:3] in ("---", "+++") else ""

    @cached_property
    def told(self) -> Source:
        """The same file as it is, comments, user names and passwords in place, at the same offsets."""
        return self.written._with(self.credentials)

    def _with(self, pieces: tuple[tuple[int, str], ...]) -> Source:
        """The same file with pieces of text at their offsets; itself where there are none."""
        if not pieces:
            return self
        parts: list[str] = []
        reached = 0
        for start, piece in pieces:
            parts += [self.text[reached:start], piece]
            reached = start + len(piece)
        return replace(self, text="".join(parts) + self.text[reached:], comments=(), unprinted=())

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which the lines of the text begin; the first is 0."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at != -1:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return tuple(starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the file, both counted from 1 in code points."""
        line, column = self.place(offset)
        if not self.composed:
            return line, column
        return line, column + self.shorter(offset) - self.shorter(offset - column + 1)

    @cached_property
    def is_lined(self) -> bool:
        """Whether the source is a document that is written in lines, of which its anchors tell those of its files."""
        return bool(self.anchors) and self.anchors[0].line > 0

    @cached_property
    def is_paged(self) -> bool:
        """Whether the source is a document that is printed on pages: a PDF."""
        return bool(self.anchors) and self.anchors[-1].page > 0

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The files that the text came from; only ``path`` but for a document of several files."""
        files = dict.fromkeys(anchor.file or self.path for anchor in self.anchors) if self.is_lined else {}
        return tuple(dict.fromkeys((self.path, *files)))

    def anchor(self, offset: int) -> Anchor:
        """The anchor of the text at an offset of a document."""
        return self.anchors[max(bisect_right(self.anchors, offset, key=lambda one: one.offset), 1) - 1]

    def spot(self, offset: int) -> tuple[str, int, int]:
        """The file that holds the text at an offset, and there the line and the column."""
        if not self.is_lined:
            return self.path, *self.position(offset)
        anchor = self.anchor(offset)
        return anchor.file or self.path, anchor.line, anchor.column + max(offset - anchor.offset, 0)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in `text`, both from 1."""
        row = bisect_right(self.line_starts, offset)
        return self.numbers[row - 1] if self.numbers else row, offset - self.line_starts[row - 1] + 1

    def line_start(self, line: int) -> int:
        """The offset at which a line (from 1) of the file begins. Raises LookupError where the text lacks that line."""
        row = bisect_left(self.numbers, line) if self.numbers else line - 1
        if self.numbers and self.numbers[row] != line:
            raise LookupError(line)
        return self.line_starts[row]

    def line_length(self, line: int) -> int:
        """How many characters a line (from 1) of the file has. Raises LookupError where the text lacks that line."""
        start = self.line_start(line)
        end = self.text.find("\n", start)
        return (end if end >= 0 else len(self.text)) - start

    def shorter(self, offset: int) -> int:
        """How much shorter than the file the text before an offset is."""
        before = bisect_right(self.composed, (offset, sys.maxsize)) if self.composed else 0
        return self.composed[before - 1][1] if before else 0


class Span(Struct, frozen=True):
    """The code points ``start`` (inclusive) to ``end`` (exclusive) of a source."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """Exactly the text of the span."""
        return self.source.text[self.start : self.end]

    @property
    def credentials(self) -> tuple[str, ...]:
        """The user names and passwords of the addresses in the span, in order; its text has masks for them."""
        known = self.source.credentials
        if not known:
            return ()
        first, last = (bisect_left(known, (offset, "")) for offset in (self.start, self.end))
        return tuple(user for _, user in known[first:last])

    @property
    def kept(self) -> Kept | None:
        """The place in a data file where the span is kept; None where the file itself is there."""
        known = self.source.kept
        if not known:
            return None
        after = bisect_right(known, self.source.position(self.start), key=lambda one: (one.line, one.column))
        return known[max(after, 1) - 1]

    @property
    def anchor(self) -> Anchor | None:
        """Where the span begins in a document without lines; None where it has a line."""
        return self.source.anchor(self.start) if self.source.anchors and not self.source.is_lined else None

    @property
    def path(self) -> str:
        """The file that holds the first character."""
        return self.source.spot(self.start)[0]

    @property
    def line(self) -> int:
        """Line of the first character, from 1."""
        return self.source.spot(self.start)[1]

    @property
    def column(self) -> int:
        """Column of the first character, from 1, in code points."""
        return self.source.spot(self.start)[2]

    @property
    def end_line(self) -> int:
        """Line of the position after the last character, from 1."""
        return self._end()[0]

    @property
    def end_column(self) -> int:
        """Column after the last character (exclusive), from 1, in code points."""
        return self._end()[1]

    def _end(self) -> tuple[int, int]:
        """Line and column after the last character. What stands behind it in a document may be from elsewhere: then the end is
        right behind the last character, or, where that is from elsewhere too, the beginning."""
        if not self.source.is_lined:
            return self.source.position(self.end)
        begun = self.source.spot(self.start)
        path, line, column = self.source.spot(max(self.end - 1, self.start))
        behind = self.source.spot(self.end)
        if (path, line) < begun[:2] or path != begun[0] or self.end == self.start:
            return begun[1:]
        return behind[1:] if behind[:2] == (path, line) and behind[2] > column else (line, column + 1)

    def part(self, start: int, end: int) -> Span:
        """The span from ``start`` to ``end``, both counted from the start of this one."""
        return Span(self.source, self.start + start, self.start + end)

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.source is other.source and self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.source is other.source and self.start < other.end and other.start < self.end


class Version(Struct, frozen=True):
    """One language of a report: the stretches of text that make it up, in reading order."""

    lang: str
    parts: tuple[Span, ...]
