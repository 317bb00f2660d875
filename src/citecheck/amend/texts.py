"""Corrections of documents that are written as text with markup: in their files, where the words stand as they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.amend.reasons import ENCODING, MARKUP
from citecheck.amend.spots import Change, Spot, changes, impossible
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from citecheck.read.files import decoded
from citecheck.read.places import byte_changes, can_write, changed

__all__ = ["Texts", "edited"]


class Texts:
    """A document at ``path`` whose files ``read`` gives. A format says where the characters of its text stand, and how words are
    written there."""

    def __init__(self, path: str, read: Callable[[str], bytes]) -> None:
        self.path = path
        self._bytes = read
        self._files: dict[str, Source] = {}

    def spot(self, source: Source, offset: int) -> Spot | None:
        """Where the character at an offset of the document's text stands in one of its files."""
        raise NotImplementedError

    def written(self, change: Change) -> str:
        """How the words that a change brings are written where it stands. Raises InputError where they cannot be."""
        raise NotImplementedError

    def file(self, path: str) -> Source:
        """A file of the document as it is written, line ends apart."""
        if path not in self._files:
            text, encoding = decoded(self._bytes(path), path)
            self._files[path] = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"), encoding=encoding)
        return self._files[path]

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made; empty where it can."""
        made = self._changes(edit)
        if made is None:
            return MARKUP
        fits = all(can_write(self.file(one.key[0]).encoding, self.written(one)) for one in made)
        return "" if fits else ENCODING

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        """The edits of the files that hold the text. Raises InputError where they cannot be made."""
        groups: dict[str, list[Edit]] = {}
        for edit in edits:
            made = self._changes(edit)
            if made is None:
                raise impossible(self.path)
            for one in made:
                span = Span(self.file(one.key[0]), one.start, one.end)
                groups.setdefault(one.key[0], []).append(Edit(span, self.written(one)))
        return tuple((self.file(path), tuple(own)) for path, own in groups.items())

    def made(self, edits: Sequence[Edit], day: str) -> dict[str, bytes]:
        """The files that are other ones with the edits made, by path; ``day`` says nothing here."""
        return {source.path: edited(self._bytes(source.path), source, own) for source, own in self.rewritten(edits)}

    def _changes(self, edit: Edit) -> tuple[Change, ...] | None:
        return changes(edit, lambda offset: self.spot(edit.span.source, offset))


def edited(raw: bytes, source: Source, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file with edits of its source made."""
    return changed(raw, byte_changes(source.path, raw, edits))
