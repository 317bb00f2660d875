"""The changes of a file as a unified diff."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

__all__ = ["unified_diff"]

CONTEXT = 3
"""Unchanged lines around the changed ones."""


def unified_diff(name: str, raw: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    """The changes of a file's bytes as a unified diff, for ``git apply`` and ``patch -p1``.

    Lines end with ``\\n`` only, as for these programs; whatever else ends a line in the file is part of it.
    """
    hunks = _hunks(raw, changes)
    if not hunks:
        return b""
    quoted_old, quoted_new = (_file_name(f"{side}/{name}") for side in "ab")
    return b"".join((b"--- " + quoted_old + b"\n", b"+++ " + quoted_new + b"\n", *hunks))


def _file_name(name: str) -> bytes:
    """A file's name as it stands in a diff, quoted where a program would misread it."""
    if any(char in '"\\' or ord(char) < 32 or ord(char) == 127 for char in name):
        signs = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
        quoted = (
            signs.get(char) or (f"\\{ord(char):03o}" if ord(char) < 32 or ord(char) == 127 else char) for char in name
        )
        return f'"{"".join(quoted)}"'.encode("utf-8", "surrogateescape")
    # A name with spaces ends with a tab, or what follows the space would be taken for a date.
    return (name + ("\t" if " " in name else "")).encode("utf-8", "surrogateescape")


class _Block(Struct):
    """Neighbouring lines that change: those from ``first`` to before ``last`` become ``new``."""

    first: int
    last: int
    changes: list[tuple[int, int, bytes]]
    new: list[bytes] = field(default_factory=list)


def _hunks(raw: bytes, changes: Sequence[tuple[int, int, bytes]]) -> list[bytes]:
    lines = _lines(raw)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    blocks = _blocks(lines, starts, changes)
    for block in blocks:
        low, high = starts[block.first], starts[block.last]
        pieces, at = [], low
        for start, end, new in block.changes:
            pieces += [raw[at:start], new]
            at = end
        block.new = _lines(b"".join((*pieces, raw[at:high])))
        _trim(block, lines)
    return list(_written([one for one in blocks if one.new or one.first < one.last], lines))


def _blocks(lines: Sequence[bytes], starts: Sequence[int], changes: Sequence[tuple[int, int, bytes]]) -> list[_Block]:
    """The lines that change, by their ``starts``; those of changes that meet together."""
    blocks: list[_Block] = []
    for change in changes:
        # The line behind a change is taken in too: it may have lost its beginning, or it was the end of the file.
        first = min(bisect_right(starts, change[0]) - 1, max(len(lines) - 1, 0))
        last = min(bisect_right(starts, change[1]), len(lines))
        if blocks and first <= blocks[-1].last:
            blocks[-1].last = max(last, blocks[-1].last)
            blocks[-1].changes.append(change)
        else:
            blocks.append(_Block(first, last, [change]))
    return blocks


def _lines(raw: bytes) -> list[bytes]:
    """Lines that end with ``\\n``, the last one perhaps without."""
    pieces = raw.split(b"\n")
    whole = [piece + b"\n" for piece in pieces[:-1]]
    return whole + ([pieces[-1]] if pieces[-1] else [])


def _trim(block: _Block, lines: Sequence[bytes]) -> None:
    """Takes out of a block the lines at its ends that stay as they are."""
    while block.first < block.last and block.new and lines[block.first] == block.new[0]:
        block.first += 1
        del block.new[0]
    while block.first < block.last and block.new and lines[block.last - 1] == block.new[-1]:
        block.last -= 1
        del block.new[-1]


def _written(blocks: Sequence[_Block], lines: Sequence[bytes]) -> Iterator[bytes]:
    """The hunks: blocks with the lines around them, together where these meet."""
    grown = 0
    for group in _meeting(blocks):
        low, high = max(group[0].first - CONTEXT, 0), min(group[-1].last + CONTEXT, len(lines))
        growth = sum(len(block.new) - (block.last - block.first) for block in group)
        old, new = high - low, high - low + growth
        # A side without lines is numbered by the line before it.
        yield b"@@ -%d,%d +%d,%d @@\n" % (low + (old > 0), old, low + grown + (new > 0), new)
        for line in _body(group, lines, low, high):
            yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        grown += growth


def _meeting(blocks: Sequence[_Block]) -> list[list[_Block]]:
    """Blocks that are so near each other that the lines around them meet."""
    groups: list[list[_Block]] = []
    for block in blocks:
        if groups and block.first - groups[-1][-1].last <= 2 * CONTEXT:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _body(group: Sequence[_Block], lines: Sequence[bytes], low: int, high: int) -> Iterator[bytes]:
    """The lines of one hunk, each with its sign: those that stay, those that go and those that come."""
    at = low
    for block in group:
        yield from (b" " + line for line in lines[at : block.first])
        yield from (b"-" + line for line in lines[block.first : block.last])
        yield from (b"+" + line for line in block.new)
        at = block.last
    yield from (b" " + line for line in lines[at:high])
