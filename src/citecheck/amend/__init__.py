"""Edits of a source to the bytes of its files: as tracked changes where a program knows these, else in the text of the file.

Each format is a package beside this module with ``ENDINGS`` and ``opened``, found by looking. Whatever it makes is read again before it
counts: the text must be the one that was wanted, and without the tracked changes the one that was there.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol, cast

from citecheck.amend.including import Including
from citecheck.amend.spots import impossible
from citecheck.amend.texts import ENCODING
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Source
from citecheck.read.documents import read_document
from citecheck.read.including import read_including
from citecheck.read.places import byte_changes, can_write, changed
from citecheck.read.readers import is_document

__all__ = ["ENCODING", "File", "Read", "amended", "endings", "is_amendable", "is_tracked", "opened", "wanted"]

Read = Callable[[str], bytes]
"""The bytes of a file, as they are to be taken."""

OTHER = "other-file"
"""The key of why an edit cannot be made that is in a file that is not corrected."""


class File(Protocol):
    """A document that can be corrected, with the files that it includes."""

    TRACKED: bool
    """Whether its corrections are tracked changes; else they are edits of its text."""

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made in the document; empty where it can."""

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        """The edits of the files that hold the text, as they stand there. Raises InputError where they cannot be made."""

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        """The bytes with the edits as tracked changes of the ISO date ``day``, empty for none. Raises InputError where they cannot
        be made."""


class Format(Protocol):
    """What a package has that corrects a format."""

    ENDINGS: tuple[str, ...]
    TRACKED: bool

    def opened(self, path: str, read: Read) -> File:
        """The document at a path. Raises InputError where it cannot be read."""


@cache
def _formats() -> dict[str, str]:
    """The module for each ending."""
    folder = Path(__file__).parent
    names = sorted(info.name for info in pkgutil.iter_modules([str(folder)]) if info.ispkg)
    modules = [import_module(f"citecheck.amend.{name}") for name in names]
    return {ending: module.__name__ for module in modules for ending in module.ENDINGS}


def _format(path: str) -> Format | None:
    module = _formats().get(PurePath(path).suffix.lower())
    return None if module is None else cast("Format", import_module(module))


def endings() -> tuple[str, ...]:
    """The endings of documents that can be corrected."""
    return tuple(sorted(_formats()))


def is_amendable(path: str) -> bool:
    """Whether files of this name can be corrected: text, and the documents of some formats."""
    return not is_document(path) or _format(path) is not None


def is_tracked(path: str) -> bool:
    """Whether corrections of files of this name are tracked changes."""
    known = _format(path)
    return known is not None and known.TRACKED


def opened(path: str, read: Read) -> File:
    """The file at ``path``, to be corrected. Raises InputError where it cannot be read, or is of a format that is not."""
    known = _format(path)
    if known is not None:
        return known.opened(path, read)
    return _Text(path, read)


class _Text:
    """A file of text: its source is its text, or that of the files that it includes, too."""

    TRACKED = False

    def __init__(self, path: str, read: Read) -> None:
        self.including = Including(path, read)

    def refusal(self, edit: Edit) -> str:
        if edit.span.source.is_lined:
            return self.including.refusal(edit)
        return "" if can_write(edit.span.source.encoding, edit.replacement) else ENCODING

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        source = edits[0].span.source
        return self.including.rewritten(edits) if source.is_lined else ((source, tuple(edits)),)

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        raise NotImplementedError


def wanted(edits: Sequence[Edit]) -> str:
    """The text of a source with edits made, which do not overlap."""
    text, pieces, at = edits[0].span.source.text, [], 0
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def amended(path: str, edits: Sequence[Edit], read: Read, day: str = "") -> dict[str, bytes]:
    """The bytes of the files of the document at ``path`` with these edits of its source made, which do not overlap, by path.

    Raises InputError where they cannot be made, or would make something else of the document than was wanted.
    """
    file = opened(path, read)
    if not file.TRACKED:
        made = {
            source.path: changed(read(source.path), byte_changes(source.path, read(source.path), own))
            for source, own in file.rewritten(edits)
        }
    else:
        made = {path: file.tracked(edits, day)}
    if is_document(path) or edits[0].span.source.is_lined:
        _prove(path, wanted(edits), read, made, file.TRACKED)
    return made


def _prove(path: str, text: str, read: Read, made: Mapping[str, bytes], tracked: bool) -> None:
    """Reads what was made."""
    raw = made.get(path) or read(path)
    after = read_document(path, raw, contents=made) if is_document(path) else read_including(path, raw, made)
    if after.text != text:
        raise impossible(path)
    if tracked:
        before = read_document(path, read(path), rejected=True)
        if read_document(path, raw, rejected=True).text != before.text:
            raise InputError(f"{path}: a correction could not be taken back: it is not made")
