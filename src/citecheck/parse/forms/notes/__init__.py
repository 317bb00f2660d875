"""How a note is called in the text, and how it is written.

A form defines what it knows of:

- ``CALL``, a pattern, and ``read_call(match)``: the `Called` labels; ``is_other(match)`` tells a match that is no call;
- ``find_calls(text)``: the `Called` of a text, for calls that hold their note;
- ``NOTE``, a pattern of the beginning of a line, and ``read_note(match)``: the note's `Beginning`, or None;
- ``read_element(text, element, noted)``, ``read_row(text, cells)``, ``read_list(text)``: the `Written` notes of an element
  of HTML, of the row of a table and of a numbered list, the last two below a heading "Notes" (``noted``);
- ``read_blocks(blocks)``: notes of several blocks, by the place of their first one.

``NUMBERING`` says how its labels are numbered. ``AGREED`` forms may be many things, and are read only where the whole
document says so; their ``BELOW_HEADING`` says that they are notes only below a heading "Notes", their ``NUMBERS_ENTRIES``
that the entries of a bibliography may bear such numbers too; ``is_called(match)`` tells of a beginning in the whole text
whether it calls that note, where one such note is proof enough. ``ANNOUNCES`` finds what says that notes follow. ``TRACE``
finds what calls notes even where none could be read, ``TRACE_WITHOUT_ENTRIES`` what may also lead to an entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from msgspec import Struct

from citecheck.model.document import NoteForm
from citecheck.model.source import Span
from citecheck.parse.forms import Form, load_forms

__all__ = ["READERS", "Beginning", "BlockNote", "Called", "Way", "Ways", "Written", "note_ways"]

READERS = ("read_call", "find_calls", "read_note", "read_element", "read_row", "read_list", "read_blocks")
"""What a form may define; it defines at least one."""
Place = tuple[int, int]


class Called(Struct, frozen=True):
    """A call of a note: its label and where it stands. ``body`` is the note that it holds; where that cannot be read,
    ``unreadable`` says why."""

    label: str
    start: int
    end: int
    body: Place | None = None
    unreadable: str = ""


class Beginning(Struct, frozen=True):
    """The beginning of a note: its label, where that stands, and where the text begins."""

    label: str
    place: Place
    body: int


class Written(Struct, frozen=True):
    """A whole note: its label, where that stands, all of it, and its text."""

    label: str
    place: Place
    whole: Place
    body: Place


class BlockNote(Struct, frozen=True):
    """A note of several blocks: its label, where that stands, all of it, its text, and the place of its last block."""

    label: str
    place: Span
    whole: Span
    body: Span
    last: int


class Way(Struct, frozen=True, eq=False):
    """A form of notes, with what its module defines."""

    name: str
    numbering: NoteForm
    module: ModuleType
    call: re.Pattern[str] | None
    note: re.Pattern[str] | None
    agreed: bool
    below_heading: bool
    numbers_entries: bool

    @staticmethod
    def of(form: Form) -> Way:
        """What a form's module defines."""
        module = form.module
        return Way(
            form.name,
            getattr(module, "NUMBERING", NoteForm.SUPERSCRIPT),
            module,
            getattr(module, "CALL", None),
            getattr(module, "NOTE", None),
            getattr(module, "AGREED", False),
            getattr(module, "BELOW_HEADING", False),
            getattr(module, "NUMBERS_ENTRIES", False),
        )

    @property
    def begins_lines(self) -> bool:
        """Whether a line shows that it begins a note of this form."""
        return hasattr(self.module, "read_note")

    def labels(self, match: re.Match[str]) -> tuple[Called, ...]:
        """What a match of ``call`` names, whether it is a call or not."""
        called: tuple[Called, ...] = self.module.read_call(match)
        return called

    def is_other(self, match: re.Match[str]) -> bool:
        """Whether a match of ``call`` is something else that is written so: a power."""
        return bool(getattr(self.module, "is_other", None) and self.module.is_other(match))

    @property
    def proves_calls(self) -> bool:
        """Whether the form tells which of its notes the text calls."""
        return hasattr(self.module, "is_called")

    def is_called(self, match: re.Match[str]) -> bool:
        """Whether a match of ``note`` in a whole text may be a note: the text calls it, as far as the form can tell."""
        return not self.proves_calls or bool(self.module.is_called(match))

    def calls_in(self, text: str) -> Iterator[Called]:
        """The calls of a text, by this form alone."""
        for match in self.call.finditer(text) if self.call else ():
            yield from self.labels(match)

    def note_at(self, text: str, at: int) -> Beginning | None:
        """The note of this form that the line at ``at`` begins."""
        match = self.note.match(text, at) if self.note and self.begins_lines else None
        beginning: Beginning | None = self.module.read_note(match) if match else None
        return beginning


class Ways(Struct, frozen=True, eq=False):
    """All forms of notes together. ``call`` and ``note`` find the calls and the beginnings of those that need no agreement;
    the group behind each of their branches bears the form's name."""

    all: tuple[Way, ...]
    call: re.Pattern[str]
    note: re.Pattern[str]
    agreed: re.Pattern[str]
    """The beginnings of notes of the forms that need agreement."""
    by_name: Mapping[str | None, Way]
    defined: Mapping[str, tuple[tuple[Way, Any], ...]]
    """What the modules define besides patterns of calls and of lines, by its name."""

    @property
    def by_agreement(self) -> tuple[Way, ...]:
        """The forms that need agreement."""
        return tuple(way for way in self.all if way.agreed)

    def matches(self, text: str, start: int, end: int) -> Iterator[tuple[Way, re.Match[str]]]:
        """The matches of the calls that need no agreement, each by its own pattern, with its parts."""
        for match in self.call.finditer(text, start, end):
            way = self.by_name[match.lastgroup]
            parts = way.call and way.call.match(text, match.start(), end)
            if parts:
                yield way, parts

    def holding(self, text: str) -> list[tuple[Way, Called]]:
        """The calls of a text that hold their notes."""
        return [(way, called) for way, find in self.defined["find_calls"] for called in find(text)]

    def note_at(self, text: str, at: int, agreed: Way | None = None) -> tuple[Way, Beginning] | None:
        """The note that the line at ``at`` begins, in a form that needs no agreement or in the one ``agreed`` upon."""
        match = self.note.match(text, at)
        for way in (self.by_name[match.lastgroup] if match else None, agreed):
            beginning = way.note_at(text, at) if way else None
            if way and beginning:
                return way, beginning
        return None

    def read(self, reader: str, *arguments: Any) -> tuple[Way, Any] | None:
        """What the first form makes of something that has ``reader`` and reads it (``read_row``)."""
        for way, read in self.defined[reader]:
            reading = read(*arguments)
            if reading:
                return way, reading
        return None

    def read_blocks(self, blocks: Iterable[Any]) -> dict[int, tuple[Way, Any]]:
        """The notes of several blocks by the place of their first one."""
        return {
            first: (way, note)
            for way, read in reversed(self.defined["read_blocks"])
            for first, note in read(blocks).items()
        }

    def announced(self, text: str) -> bool:
        """Whether an element says that notes follow."""
        return any(pattern.search(text) for _, pattern in self.defined["ANNOUNCES"])

    def traces(self, entries: bool) -> Iterator[re.Pattern[str]]:
        """The patterns of what calls notes even where none was read, the surest first; ``entries`` says that the text has
        entries that a number may lead to."""
        sure = [pattern for _, pattern in self.defined["TRACE"]]
        yield re.compile("|".join(_scoped(pattern) for pattern in sure))
        if not entries:
            yield from (pattern for _, pattern in self.defined["TRACE_WITHOUT_ENTRIES"])


def note_ways() -> Ways:
    """The forms of notes."""
    return _ways(load_forms("notes"))


@cache
def _ways(forms: tuple[Form, ...]) -> Ways:
    ways = tuple(Way.of(form) for form in forms)
    plain, agreed = [way for way in ways if not way.agreed], [way for way in ways if way.agreed]
    return Ways(
        ways,
        _either(plain, lambda way: way.call),
        _either(plain, lambda way: way.note),
        _either(agreed, lambda way: way.note),
        {way.name: way for way in ways},
        {
            name: tuple((way, getattr(way.module, name)) for way in ways if hasattr(way.module, name))
            for name in (*READERS, "ANNOUNCES", "TRACE", "TRACE_WITHOUT_ENTRIES")
        },
    )


def _either(ways: Iterable[Way], pattern_of: Callable[[Way], re.Pattern[str] | None]) -> re.Pattern[str]:
    """One pattern for the forms' own, so that a text is gone through once. The groups stand last in their branches: a
    branch that begins with a sign is passed over faster."""
    patterns = [(way.name, pattern_of(way)) for way in ways]
    return re.compile("|".join(f"{_scoped(pattern)}(?P<{name}>)" for name, pattern in patterns if pattern))


def _scoped(pattern: re.Pattern[str]) -> str:
    """A pattern as a part of another one: without the names of its parts, its flags its own."""
    flags = "".join(letter for letter, flag in _FLAGS.items() if pattern.flags & flag)
    source = re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)
    return f"(?{flags}:{source}\n)" if "x" in flags else f"(?{flags}:{source})"


_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
