"""Corrections of bibliography files: within the value of a field, which is all that another program will find changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

from citecheck.amend.reasons import ENCODING, MARKUP
from citecheck.amend.spots import impossible
from citecheck.amend.texts import edited
from citecheck.model.document import Entry
from citecheck.model.finding import Edit
from citecheck.model.reference import Reference
from citecheck.model.source import Source
from citecheck.read.databases import read_bibliography
from citecheck.read.places import can_write

__all__ = ["ENDINGS", "Database", "opened"]

ENDINGS = (".bib", ".ris")
SIGNS = frozenset('{}"\\%#,\n\r\t')
"""Signs that end a value, or mean something else than themselves in one: a correction brings none of them in."""


def opened(path: str, read: Callable[[str], bytes]) -> Database:
    """The bibliography file at ``path``."""
    return Database(path, read)


class Database:
    """A bibliography file to be corrected, whose bytes ``read`` gives."""

    def __init__(self, path: str, read: Callable[[str], bytes]) -> None:
        self.path, self.read = path, read

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made; empty where it can: it stands within an entry, changes what that says and nothing
        else, and brings in no sign that would end the value of a field."""
        brought = Counter(edit.replacement) - Counter(edit.span.text)
        if brought.keys() & SIGNS:
            return MARKUP
        if not can_write(edit.span.source.encoding, edit.replacement):
            return ENCODING
        return "" if self._is_within(edit) else MARKUP

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        """The edits as they are: the source is the file's text."""
        return ((edits[0].span.source, tuple(edits)),)

    def made(self, edits: Sequence[Edit], day: str) -> dict[str, bytes]:
        """The file with the edits made, which leave all other entries as they are; ``day`` says nothing here. Raises InputError where
        they cannot be made."""
        before = self.read(self.path)
        raw = edited(before, edits[0].span.source, edits)
        if not 0 <= _differing(self._entries, entries_of(self.path, raw)) <= len(edits):
            raise impossible(self.path)
        return {self.path: raw}

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return entries_of(self.path, self.read(self.path))

    def _is_within(self, edit: Edit) -> bool:
        """Whether an edit changes the entry that it stands in, read by itself, and leaves it one entry."""
        entry = next((one for one in self._entries if one.span.start <= edit.span.start < one.span.end), None)
        if entry is None or edit.span.end > entry.span.end:
            return False
        text, start = entry.span.text, entry.span.start
        after = text[: edit.span.start - start] + edit.replacement + text[edit.span.end - start :]
        return _differing(*(entries_of(self.path, one.encode()) for one in (text, after))) == 1


def entries_of(path: str, raw: bytes) -> tuple[Entry, ...]:
    """The entries in the bytes of a file of that name."""
    return read_bibliography(Path(path), raw)[0]


def _differing(before: Iterable[Entry], after: Iterable[Entry]) -> int:
    """How many entries say something else; -1 where there are others than before."""
    old, new = ({entry.entry_id: _said(entry) for entry in entries} for entries in (before, after))
    return -1 if old.keys() != new.keys() else sum(old[key] != new[key] for key in old)


def _said(entry: Entry) -> list[tuple[object, ...]]:
    """What an entry says of its sources, wherever it stands."""
    names = [name for name in Reference.__struct_fields__ if not name.endswith("span")]
    return [tuple(getattr(one, name) for name in names) for one in entry.references]
