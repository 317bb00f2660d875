"""Edits of a source to the bytes of its files: as tracked changes where a program knows these, else in the text of the file.

Each format is a package beside this module with ``ENDINGS`` and ``opened``, and with ``TRACKED`` where its changes are tracked, found by looking. Whatever it makes is read again before it
counts: the text must be the one that was wanted, and without the tracked changes the one that was there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from citecheck.amend.including import Including
from citecheck.amend.reasons import ENCODING, OTHER
from citecheck.amend.spots import impossible
from citecheck.amend.texts import edited
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Source
from citecheck.read.documents import read_document
from citecheck.read.including import read_including
from citecheck.read.places import can_write
from citecheck.read.readers import is_document, modules_by_ending

__all__ = [
    "OTHER",
    "File",
    "Read",
    "amended",
    "endings",
    "is_amendable",
    "is_correctable",
    "is_tracked",
    "opened",
    "wanted",
]

Read = Callable[[str], bytes]
"""The bytes of a file, as they are to be taken."""


class File(Protocol):
    """A document that can be corrected, with the files that it includes."""

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made in the document; empty where it can."""

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        """The edits of the files that hold the text, as they stand there; of documents that are no text, as they are. Raises
        InputError where they cannot be made."""

    def made(self, edits: Sequence[Edit], day: str) -> dict[str, bytes]:
        """The files that are other ones with the edits made, by path; tracked changes bear the ISO date ``day``, empty for none. Raises
        InputError where they cannot be made."""


class Format(Protocol):
    """What a package has that corrects a format."""

    ENDINGS: tuple[str, ...]

    def opened(self, path: str, read: Read) -> File:
        """The document at a path. Raises InputError where it cannot be read."""


def _format(path: str) -> Format | None:
    module = modules_by_ending(__name__).get(PurePath(path).suffix.lower())
    return None if module is None else cast("Format", import_module(module))


def endings() -> tuple[str, ...]:
    """The endings of documents that can be corrected."""
    return tuple(sorted(modules_by_ending(__name__)))


def is_amendable(path: str) -> bool:
    """Whether files of this name can be corrected: text, and the documents of some formats."""
    return not is_document(path) or _format(path) is not None


def is_correctable(path: str) -> bool:
    """Whether a bibliography file of this name can be corrected."""
    return _format(path) is not None


def is_tracked(path: str) -> bool:
    """Whether corrections of files of this name are tracked changes."""
    return getattr(_format(path), "TRACKED", False)


def opened(path: str, read: Read) -> File:
    """The file at ``path``, to be corrected. Raises InputError where it cannot be read, or is of a format that is not."""
    known = _format(path)
    if known is not None:
        return known.opened(path, read)
    return _Text(path, read)


class _Text:
    """A file of text: its source is its text, or that of the files that it includes, too."""

    def __init__(self, path: str, read: Read) -> None:
        self.read = read
        self.including = Including(path, read)

    def refusal(self, edit: Edit) -> str:
        if edit.span.source.is_lined:
            return self.including.refusal(edit)
        return "" if can_write(edit.span.source.encoding, edit.replacement) else ENCODING

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        source = edits[0].span.source
        return self.including.rewritten(edits) if source.is_lined else ((source, tuple(edits)),)

    def made(self, edits: Sequence[Edit], day: str) -> dict[str, bytes]:
        return {source.path: edited(self.read(source.path), source, own) for source, own in self.rewritten(edits)}


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
    made = opened(path, read).made(edits, day)
    if is_document(path) or edits[0].span.source.is_lined:
        _prove(path, wanted(edits), read, made)
    return made


def _prove(path: str, text: str, read: Read, made: Mapping[str, bytes]) -> None:
    """Reads what was made."""
    raw = made.get(path) or read(path)
    after = read_document(path, raw, contents=made) if is_document(path) else read_including(path, raw, made)
    if after.text != text:
        raise impossible(path)
    if is_tracked(path):
        before = read_document(path, read(path), rejected=True)
        if read_document(path, raw, rejected=True).text != before.text:
            raise InputError(f"{path}: a correction could not be taken back: it is not made")
