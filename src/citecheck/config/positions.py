"""Where the keys and values of a TOML text stand: tomllib reads them, but does not tell.

Only texts that tomllib accepts are looked at, so nothing is checked here a second time.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from citecheck.read.toml import BASIC, LITERAL, LONG_BASIC, LONG_LITERAL, parse_toml

__all__ = ["Mark", "Path", "find_positions"]

Path = tuple[str | int, ...]
"""Keys and, in arrays, ordinals: ``("waivers", 0, "rule")``."""

BLANK = re.compile(r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+)*")
SPACE = re.compile(r"[ \t]*+")
BARE = re.compile(r"[A-Za-z0-9_-]++")
PLAIN = re.compile(r"[^,\]}#\n]++")


class Mark(Struct, frozen=True):
    """Where a key begins (for an item of an array: the item), and from where to where its value goes."""

    key: int
    start: int
    end: int


def find_positions(text: str) -> dict[Path, Mark]:
    """The offsets of all keys, values and items of a TOML text that tomllib accepts."""
    return _Scanner(text).run()


class _Scanner(Struct):
    """Walks through a text from its beginning to its end."""

    text: str
    at: int = 0
    marks: dict[Path, Mark] = field(default_factory=dict)
    counts: dict[Path, int] = field(default_factory=dict)
    """How many tables every array of tables has so far."""

    def run(self) -> dict[Path, Mark]:
        table: Path = ()
        self._skip(BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(BLANK)
        return self.marks

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def _header(self) -> Path:
        start = self.at
        several = self.text.startswith("[[", start)
        self.at += 2 if several else 1
        keys = self._keys()
        self.at = self.text.index("]", self.at) + (2 if several else 1)
        path: Path = ()
        for number, (key, offset) in enumerate(keys, 1):
            path = (*path, key)
            self.marks.setdefault(path, Mark(offset, start, self.at))
            if number == len(keys) and several:
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
                self.marks.setdefault(path, Mark(start, start, self.at))
        return path

    def _keys(self) -> list[tuple[str, int]]:
        """The parts of a dotted key, each with its offset."""
        found: list[tuple[str, int]] = []
        while True:
            self._skip(SPACE)
            start = self.at
            quoted = self.text[start] in "\"'"
            written = self._skip((BASIC if self.text[start] == '"' else LITERAL) if quoted else BARE)
            key = next(iter(parse_toml(f"{written} = 0"))) if quoted else written
            found.append((key, start))
            self._skip(SPACE)
            if self.text[self.at : self.at + 1] != ".":
                return found
            self.at += 1

    def _pair(self, table: Path) -> None:
        keys = self._keys()
        self.at = self.text.index("=", self.at) + 1
        self._skip(SPACE)
        start = self.at
        path = (*table, *(key for key, _ in keys))
        self._value(path)
        for number, (_, offset) in enumerate(keys, len(table) + 1):
            self.marks.setdefault(path[:number], Mark(offset, start, self.at))

    def _value(self, path: Path) -> None:
        start = self.at
        match self.text[start]:
            case "[":
                self._array(path)
            case "{":
                self._inline(path)
            case '"':
                self._skip(LONG_BASIC if self.text.startswith('"""', self.at) else BASIC)
            case "'":
                self._skip(LONG_LITERAL if self.text.startswith("'''", self.at) else LITERAL)
            case _:
                written = self._skip(PLAIN)
                self.at -= len(written) - len(written.rstrip())
        # A form that is not known here must not hold up the walk.
        self.at = max(self.at, start + 1)

    def _array(self, path: Path) -> None:
        self.at += 1
        number = 0
        self._skip(BLANK)
        while self.text[self.at] != "]":
            start = self.at
            self._value((*path, number))
            self.marks.setdefault((*path, number), Mark(start, start, self.at))
            number += 1
            self._skip(BLANK)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(BLANK)
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        self._skip(BLANK)
        while self.text[self.at] != "}":
            self._pair(path)
            self._skip(BLANK)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(BLANK)
        self.at += 1
