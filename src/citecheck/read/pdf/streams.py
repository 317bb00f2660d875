"""How much the streams of a PDF unpack to, before anything reads them: a small file may hold gigabytes."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

__all__ = ["unpacks_beyond"]

BEGUN = re.compile(rb"stream\r?\n")
FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
PICTURE = re.compile(rb"/Subtype\s{0,4}/Image\b")
HEAD = 1_000
"""Bytes before a stream in which its dictionary says what it is."""
PIECE = 1 << 20


def unpacks_beyond(raw: bytes, most: int) -> bool:
    """Whether the packed streams of a file hold more than ``most`` bytes. Pictures are not counted: nothing here unpacks them."""
    held = 0
    for packed, times in _packed(raw):
        held += _length(packed, times, most - held)
        if held > most:
            return True
    return False


def _packed(raw: bytes) -> Iterator[tuple[bytes, int]]:
    """The packed streams, and how many times each is."""
    for match in BEGUN.finditer(raw):
        head = raw[max(0, match.start() - HEAD) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        times = len(FLATE.findall(head))
        if times and PICTURE.search(head) is None:
            end = raw.find(b"endstream", match.end())
            yield raw[match.end() : end if end >= 0 else len(raw)], times


def _length(packed: bytes, times: int, most: int) -> int:
    """How long a stream is when it is unpacked, as far as ``most`` and a little more; what is damaged ends it."""
    length = 0
    unpacker = zlib.decompressobj()
    try:
        while packed and not unpacker.eof and length <= most:
            piece = unpacker.decompress(packed, PIECE)
            if not piece and unpacker.unconsumed_tail == packed:
                break
            packed = unpacker.unconsumed_tail
            length += _length(piece, times - 1, most - length) if times > 1 and length == 0 else len(piece)
    except zlib.error:
        pass
    return length
