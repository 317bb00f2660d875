"""Where the places of a Source stand in the bytes of its file, so that a change touches no other byte."""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Sequence

from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Source
from citecheck.read.files import composed_text, decoded

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks with the encoding of what follows. That of UTF-16 also begins the one of UTF-32, which comes first."""

Change = tuple[int, int, bytes]
"""Replace the bytes from here to there by these."""


def byte_changes(path: str, raw: bytes, edits: Sequence[Edit]) -> tuple[Change, ...]:
    """Edits of a source as changes of the bytes it was read from, in ascending order.

    The edits must not overlap. Raises InputError where they would change what the rest of the file says, because the
    file's encoding lacks a character or would be told otherwise afterwards.
    """
    text, encoding = decoded(raw, path)
    mark, encoding = next(((mark, name) for mark, name in MARKS if raw.startswith(mark)), (b"", encoding))
    # The decoder has taken the mark away; all offsets count from behind it.
    pairs = _carriage_returns(text)
    line_end = _line_end(text)
    changes: list[Change] = []
    read, at = 0, len(mark)
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        source = edit.span.source
        start, end = (
            offset + bisect_left(pairs, offset)
            for offset in (_apart(source, edit.span.start), _apart(source, edit.span.end))
        )
        at += _size(text[read:start], encoding)
        size = _size(text[start:end], encoding)
        try:
            new = edit.replacement.replace("\n", line_end).encode(encoding)
        except UnicodeEncodeError:
            raise InputError(f"{path} is in {encoding}, which lacks a character of {edit.replacement!r}") from None
        changes.append((at, at + size, new))
        read, at = end, at + size
    _check(path, raw, edits, changes)
    return tuple(changes)


def changed(raw: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes with changes made, which are in ascending order and do not overlap."""
    pieces, at = [], 0
    for start, end, new in changes:
        pieces += [raw[at:start], new]
        at = end
    return b"".join((*pieces, raw[at:]))


def can_write(encoding: str, text: str) -> bool:
    """Whether an encoding, named as a Source names it, has all characters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _apart(source: Source, offset: int) -> int:
    """An offset of a source, in the text of its file, where accents may stand apart from their letters."""
    return offset + source.shorter(offset)


def _carriage_returns(text: str) -> list[int]:
    """For every ``\\r\\n``, the offset of the line end that a Source has instead."""
    found: list[int] = []
    at = text.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = text.find("\r\n", at + 2)
    return found


def _line_end(text: str) -> str:
    """How the first line ends."""
    at = min((at for at in (text.find("\n"), text.find("\r")) if at >= 0), default=-1)
    if at < 0 or text[at] == "\n":
        return "\n"
    return "\r\n" if text[at + 1 : at + 2] == "\n" else "\r"


def _size(text: str, encoding: str) -> int:
    """How many bytes a stretch of decoded text takes up in its file."""
    # Of Windows-1252 some bytes stand for no character; they are one byte each, like all the others.
    return len(text) if encoding == "cp1252" else len(text.encode(encoding, "surrogatepass"))


def _check(path: str, raw: bytes, edits: Sequence[Edit], changes: Sequence[Change]) -> None:
    """That the bytes, read again, are the text that was wanted: an encoding that is told by the text may be told otherwise."""
    if not edits:
        return
    text, pieces, at = edits[0].span.source.told.text, [], 0
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end)):
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    wanted = "".join((*pieces, text[at:]))
    made, _ = decoded(changed(raw, changes), path)
    if composed_text(made.replace("\r\n", "\n").replace("\r", "\n"))[0] != composed_text(wanted)[0]:
        raise InputError(f"{path} cannot be changed without another encoding: save it as UTF-8 first")
