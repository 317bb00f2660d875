"""Configuration: ``citecheck.toml``, or ``[tool.citecheck]`` in ``pyproject.toml``, found upwards from a folder.

Where a folder has both, ``citecheck.toml`` counts. What the command line says goes before what stands here.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from citecheck.errors import ConfigError, UsageError
from citecheck.languages import all_languages

__all__ = ["Config", "load_config"]

KEYS = ("documents", "bibliography", "select", "ignore", "fail_on", "ui", "rates", "official_rates")
LEVELS = ("error", "warning", "info", "never")
UI = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force. ``file`` is where they come from, None where there is no configuration.

    ``documents`` are files whose language their text tells, ``langs`` pairs of a language and a file. Paths are as
    one would write them in the working directory. ``rates`` are the user's own exchange rates: currency, year or day,
    what one euro is; ``official_rates`` tells whether declared rates are compared at all. A setting that is not made is
    empty or None.
    """

    file: Path | None = None
    documents: tuple[str, ...] = ()
    langs: tuple[tuple[str, str], ...] = ()
    bibliography: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    ui: str | None = None
    rates: tuple[tuple[str, str, Decimal], ...] = ()
    official_rates: bool = True


def load_config(start: Path | None = None) -> Config:
    """The nearest configuration in ``start`` (the working directory unless told) or a folder above it.

    Raises ConfigError where it is wrong.
    """
    folder = (start or Path.cwd()).absolute()
    for above in (folder, *folder.parents):
        own = above / "citecheck.toml"
        if own.is_file():
            return _File(own, folder, ()).config()
        shared = above / "pyproject.toml"
        if shared.is_file():
            file = _File(shared, folder, ("tool", "citecheck"))
            if file.concerned():
                return file.config()
    return Config()


class _File:
    """One configuration file. Everything that is wrong with it is said with its path, the line and what to do."""

    def __init__(self, path: Path, folder: Path, table: tuple[str, ...]) -> None:
        self.path = path
        self.folder = folder
        self.table = table
        self.shown = _relative(path, folder)
        self.text = self._read()

    def _read(self) -> str:
        try:
            return self.path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise ConfigError(f"{self.shown}: cannot be read ({error.strerror or error})") from error
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise ConfigError(f"{self.shown}:{line}: is not UTF-8; save the file as UTF-8") from error

    def concerned(self) -> bool:
        """Whether the file says anything about citecheck; what else is wrong with it is not citecheck's business."""
        if not self.table:
            return True
        try:
            return _inner(tomllib.loads(self.text), self.table) is not None
        except tomllib.TOMLDecodeError:
            return re.search(rf"(?m)^\s*\[+\s*{re.escape('.'.join(self.table))}\b", self.text) is not None

    def config(self) -> Config:
        """The settings that the file makes."""
        values = self._values()
        for key in values:
            if key not in KEYS:
                raise self.error(key, f"unknown key {key!r}: {_nearest(key, KEYS)}")
        documents, langs = self._documents(values.get("documents"))
        config = Config(
            file=self.path,
            documents=documents,
            langs=langs,
            bibliography=self._path("bibliography", values["bibliography"]) if "bibliography" in values else None,
            select=self._strings("select", values.get("select", [])),
            ignore=self._strings("ignore", values.get("ignore", [])),
            fail_on=self._one_of("fail_on", values.get("fail_on"), LEVELS),
            ui=self._one_of("ui", values.get("ui"), UI),
            rates=self._rates(values.get("rates", {})),
            official_rates=self._switch("official_rates", values.get("official_rates", True)),
        )
        self._check_rules("select", config.select)
        self._check_rules("ignore", config.ignore)
        return config

    def _values(self) -> Mapping[str, Any]:
        try:
            found = _inner(tomllib.loads(self.text, parse_float=Decimal), self.table)
        except tomllib.TOMLDecodeError as error:
            # The line is only in the message before Python 3.14.
            at = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
            line = int(at[1]) if at and at[1] else max(len(self.text.splitlines()), 1)
            what = str(error)[: at.start()] if at else str(error)
            raise ConfigError(f"{self.shown}:{line}: is not valid TOML: {what[:1].lower()}{what[1:]}") from error
        if not isinstance(found, dict):
            raise self.error(self.table[-1], f"{'.'.join(self.table)!r} must be a table")
        return found

    def error(self, key: str, problem: str) -> ConfigError:
        """A ConfigError that names the file and the line of ``key``."""
        return ConfigError(f"{self.shown}:{self.line_of(key)}: {problem}")

    def line_of(self, key: str) -> int:
        """The line that gives a key of citecheck's table, be it as ``key =``, ``[key]`` or ``tool.citecheck.key =``."""
        quoted = rf"[\"']?{re.escape(key)}[\"']?"
        prefix = r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in self.table)
        dotted = rf"(?:{prefix}\s*\.\s*)" if prefix else ""
        inside = not self.table
        for number, line in enumerate(self.text.splitlines(), 1):
            header = re.match(r"\s*\[+([^\]]*)\]", line)
            if header:
                if re.fullmatch(rf"\s*{dotted}{quoted}(?:\s*\..*)?\s*", header[1]):
                    return number
                inside = bool(self.table) and re.fullmatch(rf"\s*{prefix}\s*", header[1]) is not None
            elif (inside and re.match(rf"\s*{quoted}\s*[.=]", line)) or (
                dotted and re.match(rf"\s*{dotted}{quoted}\s*[.=]", line)
            ):
                return number
        # A key in an inline table or a nested one: any line that assigns it.
        for number, line in enumerate(self.text.splitlines(), 1):
            if re.search(rf"(?<![\w-]){quoted}\s*[.=]", line):
                return number
        return 1

    def _documents(self, value: object) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """The files without and with a language."""
        if isinstance(value, dict):
            known = [one.code for one in all_languages()]
            pairs = []
            for lang, paths in value.items():
                if lang not in known:
                    raise self.error(lang, f"unknown language {lang!r} in 'documents': {_nearest(lang, known)}")
                listed = paths if isinstance(paths, list) else [paths]
                if not listed:
                    raise self.error(lang, f"'documents.{lang}' is empty: name a file")
                pairs += [(lang, self._path(lang, path, f"documents.{lang}")) for path in listed]
            return (), tuple(pairs)
        if value is None:
            return (), ()
        if isinstance(value, str):
            return (self._path("documents", value),), ()
        if not isinstance(value, list):
            raise self.error("documents", "'documents' must be a list of files or a table of languages and files")
        return tuple(self._path("documents", path) for path in value), ()

    def _path(self, key: str, value: object, name: str | None = None) -> str:
        """A file named in the configuration, which is relative to it, as seen from the working directory."""
        if not isinstance(value, str) or not value:
            raise self.error(key, f"'{name or key}' must name files (a string each)")
        return _relative(self.path.parent / value, self.folder) if value != "-" else value

    def _strings(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, f'{key!r} must be a list of strings, such as ["NUM", "CIT001"]')
        return tuple(value)

    def _one_of(self, key: str, value: object, valid: Sequence[str]) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str) or value not in valid:
            shown = value if isinstance(value, str) else ""
            raise self.error(key, f"{key!r} cannot be {value!r}: {_nearest(shown, valid)}")
        return value

    def _switch(self, key: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.error(key, f"{key!r} must be true or false")
        return value

    def _rates(self, value: object) -> tuple[tuple[str, str, Decimal], ...]:
        """The user's own exchange rates: ``RUB = { "2023" = 92.3, "2023-02-24" = 80.1 }``."""
        shape = '{ "2023" = 92.3, "2023-02-24" = 80.1 }'
        if not isinstance(value, dict):
            raise self.error("rates", f"'rates' must be a table such as RUB = {shape}")
        found = []
        for currency, table in value.items():
            if not re.fullmatch(r"[A-Z]{3}", currency):
                raise self.error(currency, f"'rates.{currency}': use a currency's code of three capitals, such as RUB")
            if not isinstance(table, dict):
                raise self.error(currency, f"'rates.{currency}' must be a table such as {shape}")
            for when, rate in table.items():
                if not _is_year_or_day(when):
                    raise self.error(when, f"'rates.{currency}': {when!r} is no year (2023) and no day (2023-02-24)")
                number = Decimal(rate) if isinstance(rate, int | Decimal) and not isinstance(rate, bool) else None
                if number is None or not number.is_finite() or number <= 0:
                    raise self.error(when, f"'rates.{currency}.{when}' must say how much {currency} one euro is")
                found.append((currency, when, number))
        return tuple(found)

    def _check_rules(self, key: str, items: Sequence[str]) -> None:
        """Says here, where file and line are known, that an item of ``select`` or ``ignore`` names no rule."""
        if not items:
            return
        from citecheck.checks import load_rules
        from citecheck.triage import selected_codes

        try:
            selected_codes({module.code: module.rule for module in load_rules()}, items)
        except UsageError as error:
            raise self.error(key, f"{key!r}: {error}") from error


def _inner(values: object, table: Sequence[str]) -> object:
    """The value under a dotted name; None where it is not there."""
    for part in table:
        if not isinstance(values, dict):
            return None
        values = values.get(part)
    return values


def _is_year_or_day(when: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?", when):
        return False
    try:
        date.fromisoformat(when if "-" in when else f"{when}-01-01")
    except ValueError:
        return False
    return True


def _nearest(wanted: str, valid: Sequence[str]) -> str:
    """What to write instead: the nearest valid word, or all of them."""
    near = difflib.get_close_matches(wanted.replace("-", "_"), valid, n=1, cutoff=0.6)
    listed = f"use one of {', '.join(valid)}"
    return f"did you mean {near[0]!r}?" if near else listed


def _relative(path: Path, folder: Path) -> str:
    """The path as one would write it in ``folder``; absolute where the two share no drive."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)
