"""Reading text files: bytes to Source, whatever their encoding and line ends."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import IO

from citecheck.errors import InputError, MissingFileError
from citecheck.model.credentials import masked
from citecheck.model.source import Source
from citecheck.read.comments import without_comments
from citecheck.read.controls import is_binary, remarks_on, without_controls
from citecheck.read.entities import ENTITY, decoded_entity
from citecheck.read.refused import refuse_other_formats
from citecheck.read.unprinted import without_unprinted

LARGEST = 200_000_000
"""Bytes that a file may have."""
PIECE = 1 << 24
OPENED = re.compile(r"/dev/(?:fd/[0-9]+|stdin)|/proc/(?:self|[0-9]+)/fd/[0-9]+")
"""Names of what the shell opened for the program: what stands behind it may be a pipe."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
COMPOSED = re.compile(rf"[^\W\d_][\u0300-\u036f]{{1,8}}|{ENTITY.pattern}")
"""A letter with accents of their own, as file systems and some converters write them, or an entity of HTML."""
SIGNATURES = {
    b"%PDF-": "a PDF; name it so that it ends in .pdf, and it is read as that",
    b"PK\x03\x04": "a zip archive or an office document; export it as Markdown first",
    b"\xd0\xcf\x11\xe0": "an old office document; export it as Markdown first",
}


def read_source(path: str, raw: bytes | None = None, *, joined: bool = True) -> Source:
    """The text of the file at ``path``, or of ``raw`` where its bytes are at hand, as those of standard input (``-``) are.

    UTF-8, UTF-16 and UTF-32 are told by their marks or their zeros, anything else is read as Windows-1252 (of which
    Latin-1 is the printable part). Accents are joined to their letters unless ``joined`` is false, which is for data; user names and passwords of
    addresses are masked. Raises InputError where there is nothing to read, it is not text, or it is in
    another format than Markdown.
    """
    if raw is None:
        raw = b"" if path == "-" else read_bytes(path)
    if joined:
        refuse_other_formats(path)
    text, encoding = decoded(raw, path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if joined:
        refuse_other_formats(path, text)
    text, composed = composed_text(text) if joined else (text, ())
    text, credentials = masked(text)
    text, comments = without_comments(text)
    text, controls = without_controls(text) if joined else (text, ())
    text, unprinted = without_unprinted(text) if joined else (text, ())
    return Source(
        path,
        text,
        hashlib.sha256(raw).hexdigest(),
        encoding,
        composed=composed,
        comments=comments,
        unprinted=tuple(sorted((*unprinted, *controls))),
        lost=remarks_on(controls),
        credentials=credentials,
    )


def composed_text(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text with each letter and its accents, and each entity of HTML, as one character, and where that made it shorter
    than the file."""
    if unicodedata.is_normalized("NFC", text) and ENTITY.search(text) is None:
        return text, ()
    pieces: list[str] = []
    shorter: list[tuple[int, int]] = []
    at = length = lost = 0
    for match in COMPOSED.finditer(text):
        entity = match.group().startswith("&")
        letter = decoded_entity(match) if entity else unicodedata.normalize("NFC", match.group())
        pieces += [text[at : match.start()], letter]
        length += match.start() - at + len(letter)
        lost += len(match.group()) - len(letter)
        if lost and (not shorter or shorter[-1][1] != lost):
            shorter.append((length, lost))
        at = match.end()
    return "".join((*pieces, text[at:])), tuple(shorter)


def moved(offset: int, composed: tuple[tuple[int, int], ...]) -> int:
    """Where an offset lies once accents and entities are one character each, as ``composed`` tells."""
    lost = 0
    for start, shorter in composed:
        if start + shorter > offset:
            break
        lost = shorter
    return offset - lost


def read_bytes(path: str, advice: str = "name the Markdown files to check") -> bytes:
    """The bytes of any file that the user names: every file is read here.

    What kind of file it is is looked at first: a device may never end, and a named pipe never begin. Pipes that the
    shell opened (``/dev/stdin``, ``<(…)``) are read. ``advice`` is what to do where a directory is named. Raises
    MissingFileError where there is none, and InputError where it cannot be read or is larger than `LARGEST`.
    """
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f"{path} is a directory: {advice}")
        if not stat.S_ISREG(mode) and OPENED.match(os.path.normpath(path)) is None:
            raise InputError(
                f"{path} is {_kind(mode)}, not a file: save what it holds to a file, or use - for standard input"
            )
        with Path(path).open("rb") as file:
            return within_bounds(file, path)
    except FileNotFoundError:
        raise MissingFileError(f"{path} does not exist: check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read ({reason}): check its permissions") from None


def within_bounds(file: IO[bytes], path: str) -> bytes:
    """All bytes of an open file. Raises InputError where there are more than `LARGEST`: it may have no end."""
    pieces: list[bytes] = []
    room = LARGEST
    while piece := file.read(min(room + 1, PIECE)):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            raise InputError(
                f"{path} has more than {LARGEST // 1_000_000} MB: citecheck reads files up to that size; split it"
            )
    return b"".join(pieces)


def _kind(mode: int) -> str:
    """What a file is that is no regular one."""
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def decoded(raw: bytes, path: str) -> tuple[str, str]:
    """The text of bytes, line ends as they are, and the encoding. Raises InputError where they are no text."""
    for signature, meaning in SIGNATURES.items():
        if raw.startswith(signature):
            raise InputError(f"{path} is {meaning}")
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError:
                raise InputError(f"{path} begins as {encoding} text but is not: save it as UTF-8") from None
    if b"\0" in raw:
        guessed = _utf16_without_mark(raw)
        if guessed is None and is_binary(raw):
            raise InputError(f"{path} is not a text file: citecheck reads Markdown")
        if guessed is not None:
            return raw.decode(guessed), guessed
    try:
        # Some programs write halves of surrogate pairs.
        return raw.decode("utf-8", "surrogatepass"), "utf-8"
    except UnicodeDecodeError:
        # C1 control codes that Windows-1252 leaves undefined must not stop a run
        return raw.decode("cp1252", errors="replace"), "cp1252"


def _utf16_without_mark(raw: bytes) -> str | None:
    """Text of European languages in UTF-16 has a zero in nearly every second byte."""
    sample = raw[:4096]
    if len(raw) % 2 == 0:
        for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
            if zeros.count(0) * 10 > len(zeros) * 7:
                try:
                    raw.decode(encoding)
                except UnicodeDecodeError:
                    continue
                return encoding
    return None
