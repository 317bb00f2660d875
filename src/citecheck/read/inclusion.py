"""Files that a text includes: found in the folder of its main file and nowhere else, within bounds."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.read.files import decoded, read_bytes
from citecheck.read.named import names_a_file

__all__ = ["MISSING", "REFUSED", "Found", "Inclusion"]

MISSING = "include-missing"
REFUSED = "include-refused"
LARGEST = 30_000_000
"""Characters that all files together may have, each as often as it is included."""
MOST = 2000
"""How many files may be included."""
DEEPEST = 50
LONGEST_NAME = 400


class Found(Struct, frozen=True):
    """A file that was found, by the path that it is told by, or the key of what to say of it."""

    path: str = ""
    remark: str = ""


class Inclusion:
    """The files of the text whose main file is at ``main``; ``contents`` are bytes to read instead of those of files."""

    def __init__(self, main: str, raw: bytes, contents: Mapping[str, bytes]) -> None:
        self.main = main
        self._folder = Path(main).parent
        self._root = Path(os.path.realpath(self._folder))
        self._room = LARGEST
        self._count = 0
        self._real: dict[str, str] = {main: os.path.realpath(main)}
        self._raw = {**contents, main: raw}

    def text(self, path: str) -> str:
        """The text of a file that was found."""
        return _text(self._raw[path] if path in self._raw else read_bytes(path), path)

    def take(self, length: int) -> None:
        """Counts so many characters that were read. Raises InputError where all files together are too large."""
        self._room -= length
        if self._room < 0:
            raise InputError(
                f"{self.main} has more than {LARGEST // 1_000_000} MB with the files that it includes: split it"
            )

    def find(self, name: str, endings: Sequence[str], reading: Sequence[str], beside: str = "") -> Found:
        """The file that a command names: in the folder of the main file, or of the one that is ``beside`` the command, inside of the
        former. One that is being ``reading`` already would never end."""
        self._count += 1
        if not name or len(name) > LONGEST_NAME or "\0" in name or self._count > MOST or len(reading) > DEEPEST:
            return Found(remark=REFUSED)
        refused = False
        for folder in dict.fromkeys((self._folder, Path(beside or self.main).parent)):
            for ending in endings:
                path = str(folder / (name + ending))
                real = os.path.realpath(path)
                if not _within(real, self._root):
                    refused = True
                    continue
                if os.path.normpath(path) in self._raw or names_a_file(real):
                    if real in (self._real.get(one) for one in reading):
                        return Found(remark=REFUSED)
                    shown = os.path.normpath(path)
                    self._real[shown] = real
                    return Found(shown)
        return Found(remark=REFUSED if refused else MISSING)


def _within(path: str, root: Path) -> bool:
    return Path(path).is_relative_to(root)


def _text(raw: bytes, path: str) -> str:
    """The text of a file, with ``\\n`` at the ends of its lines."""
    text, _ = decoded(raw, path)
    return text.replace("\r\n", "\n").replace("\r", "\n")
