"""One file of settings: its text, its table, and the places of all that stands in it."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citecheck.errors import ConfigError, InputError
from citecheck.model.source import Source, Span
from citecheck.read.files import read_bytes
from citecheck.read.toml import TomlError, parse_toml

if TYPE_CHECKING:
    from citecheck.config.positions import Mark

__all__ = ["TABLES", "Misplaced", "TableFile", "Where", "nearest", "relative"]

TABLES: Mapping[str, tuple[str, ...]] = {"citecheck.toml": (), "pyproject.toml": ("tool", "citecheck")}
"""The files of a folder that can be its configuration, in this order, and the table of each that is."""

LARGEST = 300
"""A number may have so many digits before the point, or zeros behind it: nothing that is set is as large or small."""

Where = str | tuple[str | int, ...]
"""A key of citecheck's table, or the way to a value in it."""


class Misplaced(ConfigError):
    """One mistake, and where it stands in the file: line and column."""

    def __init__(self, problem: str, place: tuple[int, int]) -> None:
        super().__init__(problem)
        self.place = place


class TableFile:
    """One configuration file. Everything that is wrong with it is said with its path, the line and what to do.

    What is wrong with one value does not keep the others from being read: mistakes are noted, and told together.
    """

    def __init__(self, path: Path, folder: Path, table: tuple[str, ...]) -> None:
        self.path = path
        self.folder = folder
        self.table = table
        self.shown = relative(path, folder)
        self._source: Source | None = None
        self._marks: dict[tuple[str | int, ...], Mark] | None = None
        self._wrong: list[Misplaced] = []
        self._spoilt: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def _raw(self) -> bytes:
        try:
            return read_bytes(str(self.path))
        except InputError as error:
            raise ConfigError(str(error)) from error

    @cached_property
    def text(self) -> str:
        """What stands in the file."""
        try:
            return self._raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            column = error.start - error.object.rfind(b"\n", 0, error.start)
            raise ConfigError(f"{self.shown}:{line}:{column}: is not UTF-8; save the file as UTF-8") from error

    def concerned(self) -> bool:
        """Whether the file says anything about citecheck; what else is wrong with it is not citecheck's business."""
        if not self.table:
            return True
        if self.table[-1].encode() not in self._raw:
            return False
        try:
            return _inner(parse_toml(self.text), self.table) is not None
        except TomlError:
            return re.search(r"\btool\b[\"' \t]{0,9}\.[\"' \t]{0,9}citecheck\b", self.text) is not None

    def values(self) -> Mapping[str, Any]:
        """What the table holds; what no setting can be is noted. Raises ConfigError where it is no table."""
        try:
            found = _inner(parse_toml(self.text), self.table)
        except TomlError as error:
            raise ConfigError(f"{self.shown}:{error.line}:{error.column}: {error.problem}") from error
        if not isinstance(found, dict):
            raise self.error((), f"{'.'.join(self.table)!r} must be a table")
        spoilt: set[tuple[int, int]] = set()
        for path, problem in _unusable(found):
            self.note(self.error(path, problem))
            spoilt |= {self.error(path[:end], "").place for end in range(max(1, len(path) - 1), len(path) + 1)}
        # Whatever else is said of these values, or of the tables that hold them, they have to be written anew.
        self._spoilt = frozenset(spoilt)
        return found

    def note(self, error: Misplaced) -> None:
        """Keeps a mistake until all are told."""
        if error.place not in self._spoilt:
            self._wrong.append(error)

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Notes a mistake instead of ending with it."""
        try:
            yield
        except Misplaced as error:
            self.note(error)

    def tell(self, ui: str | None = None) -> None:
        """Raises ConfigError with all that was noted, in the order of the file; ``ui`` is the language that the file names
        for it."""
        if self._wrong:
            told = dict.fromkeys(str(error) for error in sorted(self._wrong, key=lambda error: error.place))
            raise ConfigError(*told, ui=ui)

    def error(self, path: Where, problem: str, *, key: bool = False) -> Misplaced:
        """A ConfigError that names the file, and the line and column of a value, or of its key."""
        marks = self.marks()
        whole = (*self.table, *((path,) if isinstance(path, str) else path))
        mark = next((marks[whole[:end]] for end in range(len(whole), 0, -1) if whole[:end] in marks), None)
        line, column = (1, 1) if mark is None else self.position(mark.key if key else mark.start)
        return Misplaced(f"{self.shown}:{line}:{column}: {problem}", (line, column))

    def marks(self) -> dict[tuple[str | int, ...], Mark]:
        """Where everything stands; looked up only where somebody must be told."""
        if self._marks is None:
            from citecheck.config.positions import find_positions

            self._marks = find_positions(self.text)
        return self._marks

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def known(self, path: tuple[str | int, ...], values: Mapping[str, Any], keys: Sequence[str]) -> None:
        """Notes each key of a table that is none of these."""
        for key in values:
            if key not in keys:
                self.note(self.error((*path, key), f"unknown key {key!r}: {nearest(key, keys)}", key=True))

    def strings(self, key: Where, value: object, name: str | None = None) -> tuple[str, ...]:
        """One string or several."""
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, f'{name or key!r} must be a list of strings, such as ["NUM", "CIT001"]')
        return tuple(value)

    def one_of(self, key: Where, value: object, valid: Sequence[str]) -> str | None:
        """One of these words; None where nothing is said."""
        if value is None:
            return None
        if not isinstance(value, str) or value not in valid:
            shown = value if isinstance(value, str) else ""
            raise self.error(key, f"{_last(key)!r} cannot be {value!r}: {nearest(shown, valid)}")
        return value

    def switch(self, key: Where, value: object) -> bool:
        """True or false."""
        if not isinstance(value, bool):
            raise self.error(key, f"{_last(key)!r} must be true or false")
        return value

    def span(self, *paths: tuple[str | int, ...]) -> Span:
        """The first of several values that stands in the file by itself."""
        if self._source is None:
            self._source = Source(self.shown, self.text)
        marks = self.marks()
        mark = next(marks[whole] for path in paths if (whole := (*self.table, *path)) in marks)
        return Span(self._source, mark.start, mark.end)


def _inner(values: object, table: Sequence[str]) -> object:
    """The value under a dotted name; None where it is not there."""
    for part in table:
        if not isinstance(values, dict):
            return None
        values = values.get(part)
    return values


def _leaves(values: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """The single values in tables and lists, each with the way to it."""
    if isinstance(values, dict | list):
        for key, value in values.items() if isinstance(values, dict) else enumerate(values):
            yield from _leaves(value, (*path, key))
    else:
        yield path, values


def _unusable(values: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The single values that no setting can have, each with what is wrong with it."""
    for path, value in _leaves(values):
        name = ".".join(map(str, path))
        if isinstance(value, str) and "\0" in value:
            yield path, f"{name!r} holds the character NUL, which no path and no text can have"
        if isinstance(value, int | Decimal) and not _is_usual(value):
            yield path, f"{name!r} is no number of a usual size: write a finite one"


def _is_usual(number: int | Decimal) -> bool:
    """Whether a number is finite and can be reckoned with."""
    exact = Decimal(number)
    return exact.is_finite() and abs(exact.adjusted()) <= LARGEST


def _last(key: Where) -> str | int:
    return key if isinstance(key, str) else key[-1]


def nearest(wanted: str, valid: Sequence[str]) -> str:
    """What to write instead: the nearest valid word, or all of them."""
    near = difflib.get_close_matches(wanted.replace("-", "_"), valid, n=1, cutoff=0.6)
    listed = f"use one of {', '.join(valid)}"
    return f"did you mean {near[0]!r}?" if near else listed


def relative(path: Path, folder: Path) -> str:
    """The path as one would write it in ``folder``; absolute where the two share no drive."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)
