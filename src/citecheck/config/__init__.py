"""Configuration: ``citecheck.toml``, or ``[tool.citecheck]`` in ``pyproject.toml``, found upwards from a folder.

Where a folder has both, ``citecheck.toml`` counts. What the command line says goes before what stands here.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from citecheck.config.schema import FILE_KEYS, KEYS, LEVELS, SEVERITIES, UI, WAIVER_KEYS
from citecheck.errors import ConfigError, UsageError
from citecheck.languages import all_languages, is_language
from citecheck.model.finding import Severity
from citecheck.model.gate import FileSettings, Severities
from citecheck.model.links import LinkSettings
from citecheck.model.source import Source, Span
from citecheck.model.waiver import Waiver

if TYPE_CHECKING:
    from citecheck.config.positions import Mark

__all__ = ["Config", "load_config", "places"]


class Config(Struct, frozen=True):
    """The settings in force. ``file`` is where they come from, None where there is no configuration.

    ``documents`` are files whose language their text tells, ``langs`` pairs of a language and a file. Paths are as
    one would write them in the working directory. ``rates`` are the user's own exchange rates: currency, year or day,
    what one euro is; ``official_rates`` tells whether declared rates are compared at all. ``severity`` are rules and how
    much their findings matter, ``files`` what holds in some files only, ``waivers`` what is accepted, ``baseline`` the file
    of what is known, ``links`` how URLs are asked for. A setting that is not made is empty or None.
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
    severity: Severities = ()
    files: tuple[FileSettings, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    baseline: str | None = None
    links: LinkSettings = field(default_factory=LinkSettings)


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


def places(config: Config) -> dict[str, str]:
    """Where every setting of a configuration stands: ``citecheck.toml:3`` by ``fail_on``, ``rates.RUB``, ``waivers.0``."""
    if config.file is None:
        return {}
    table = () if config.file.name == "citecheck.toml" else ("tool", "citecheck")
    file = _File(config.file, Path.cwd(), table)
    return {
        ".".join(map(str, path[len(table) :])): f"{file.shown}:{file.position(mark.key)[0]}"
        for path, mark in file.marks().items()
        if path[: len(table)] == table and len(path) > len(table)
    }


Where = str | tuple[str | int, ...]
"""A key of citecheck's table, or the way to a value in it."""


class _File:
    """One configuration file. Everything that is wrong with it is said with its path, the line and what to do."""

    def __init__(self, path: Path, folder: Path, table: tuple[str, ...]) -> None:
        self.path = path
        self.folder = folder
        self.table = table
        self.shown = _relative(path, folder)
        self.text = self._read()
        self._source: Source | None = None
        self._marks: dict[tuple[str | int, ...], Mark] | None = None

    def _read(self) -> str:
        try:
            return self.path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise ConfigError(f"{self.shown}: cannot be read ({error.strerror or error})") from error
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            column = error.start - error.object.rfind(b"\n", 0, error.start)
            raise ConfigError(f"{self.shown}:{line}:{column}: is not UTF-8; save the file as UTF-8") from error

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
        self.known((), values, KEYS)
        documents, langs = self._documents(values.get("documents"))
        config = Config(
            file=self.path,
            documents=documents,
            langs=langs,
            bibliography=self._path("bibliography", values["bibliography"]) if "bibliography" in values else None,
            select=self.strings("select", values.get("select", [])),
            ignore=self.strings("ignore", values.get("ignore", [])),
            fail_on=self.one_of("fail_on", values.get("fail_on"), LEVELS),
            ui=self.one_of("ui", values.get("ui"), UI),
            rates=self._rates(values.get("rates", {})),
            official_rates=self.switch("official_rates", values.get("official_rates", True)),
            severity=self._severities(("severity",), values.get("severity", {})),
            files=self._files(values.get("files", [])),
            waivers=self._waivers(values.get("waivers", [])),
            baseline=self._path("baseline", values["baseline"]) if "baseline" in values else None,
            links=self._links(values.get("links")),
        )
        self._check_rules("select", config.select)
        self._check_rules("ignore", config.ignore)
        return config

    def _links(self, value: object) -> LinkSettings:
        if value is None:
            return LinkSettings()
        from citecheck.config.links import link_settings

        return link_settings(self, value)

    def _values(self) -> Mapping[str, Any]:
        try:
            found = _inner(tomllib.loads(self.text, parse_float=Decimal), self.table)
        except tomllib.TOMLDecodeError as error:
            # The line is only in the message before Python 3.14.
            at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
            lines = self.text.splitlines() or [""]
            line, column = (int(at[1]), int(at[2])) if at and at[1] else (len(lines), len(lines[-1]) + 1)
            what = str(error)[: at.start()] if at else str(error)
            raise ConfigError(
                f"{self.shown}:{line}:{column}: is not valid TOML: {what[:1].lower()}{what[1:]}"
            ) from error
        if not isinstance(found, dict):
            raise self.error((), f"{'.'.join(self.table)!r} must be a table")
        return found

    def error(self, path: Where, problem: str, *, key: bool = False) -> ConfigError:
        """A ConfigError that names the file, and the line and column of a value, or of its key."""
        marks = self.marks()
        whole = (*self.table, *((path,) if isinstance(path, str) else path))
        mark = next((marks[whole[:end]] for end in range(len(whole), 0, -1) if whole[:end] in marks), None)
        line, column = (1, 1) if mark is None else self.position(mark.key if key else mark.start)
        return ConfigError(f"{self.shown}:{line}:{column}: {problem}")

    def marks(self) -> dict[tuple[str | int, ...], Mark]:
        """Where everything stands; looked up only where somebody must be told."""
        if self._marks is None:
            from citecheck.config.positions import find_positions

            self._marks = find_positions(self.text)
        return self._marks

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def _documents(self, value: object) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """The files without and with a language."""
        if isinstance(value, dict):
            known = [one.code for one in all_languages()]
            pairs = []
            for lang, paths in value.items():
                if not is_language(lang):
                    raise self.error(
                        ("documents", lang),
                        f"unknown language {lang!r} in 'documents': {_nearest(lang, known)}",
                        key=True,
                    )
                listed = paths if isinstance(paths, list) else [paths]
                if not listed:
                    raise self.error(("documents", lang), f"'documents.{lang}' is empty: name a file")
                pairs += [(lang, self._path(("documents", lang), path, f"documents.{lang}")) for path in listed]
            return (), tuple(pairs)
        if value is None:
            return (), ()
        if isinstance(value, str):
            return (self._path("documents", value),), ()
        if not isinstance(value, list):
            raise self.error("documents", "'documents' must be a list of files or a table of languages and files")
        return tuple(self._path("documents", path) for path in value), ()

    def _path(self, key: Where, value: object, name: str | None = None) -> str:
        """A file named in the configuration, which is relative to it, as seen from the working directory."""
        if not isinstance(value, str) or not value:
            raise self.error(key, f"'{name or key}' must name files (a string each)")
        return _relative(self.path.parent / value, self.folder) if value != "-" else value

    def known(self, path: tuple[str | int, ...], values: Mapping[str, Any], keys: Sequence[str]) -> None:
        """Raises ConfigError where a table has another key than these."""
        for key in values:
            if key not in keys:
                raise self.error((*path, key), f"unknown key {key!r}: {_nearest(key, keys)}", key=True)

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
            raise self.error(key, f"{_last(key)!r} cannot be {value!r}: {_nearest(shown, valid)}")
        return value

    def switch(self, key: Where, value: object) -> bool:
        """True or false."""
        if not isinstance(value, bool):
            raise self.error(key, f"{_last(key)!r} must be true or false")
        return value

    def _rates(self, value: object) -> tuple[tuple[str, str, Decimal], ...]:
        """The user's own exchange rates: ``RUB = { "2023" = 92.3, "2023-02-24" = 80.1 }``."""
        shape = '{ "2023" = 92.3, "2023-02-24" = 80.1 }'
        if not isinstance(value, dict):
            raise self.error("rates", f"'rates' must be a table such as RUB = {shape}")
        found = []
        for currency, table in value.items():
            if not re.fullmatch(r"[A-Z]{3}", currency):
                raise self.error(
                    ("rates", currency),
                    f"'rates.{currency}': use a currency's code of three capitals, such as RUB",
                    key=True,
                )
            if not isinstance(table, dict):
                raise self.error(("rates", currency), f"'rates.{currency}' must be a table such as {shape}")
            for when, rate in table.items():
                if not _is_year_or_day(when):
                    raise self.error(
                        ("rates", currency, when),
                        f"'rates.{currency}': {when!r} is no year (2023) and no day (2023-02-24)",
                        key=True,
                    )
                number = Decimal(rate) if isinstance(rate, int | Decimal) and not isinstance(rate, bool) else None
                if number is None or not number.is_finite() or number <= 0:
                    raise self.error(
                        ("rates", currency, when), f"'rates.{currency}.{when}' must say how much {currency} one euro is"
                    )
                found.append((currency, when, number))
        return tuple(found)

    def _severities(self, path: tuple[str | int, ...], value: object) -> Severities:
        """Rules and how much their findings matter: ``CIT006 = "warning"``."""
        if not isinstance(value, dict):
            raise self.error(path, "'severity' must be a table such as CIT006 = \"warning\"")
        for item, level in value.items():
            if level not in SEVERITIES:
                near = _nearest(level if isinstance(level, str) else "", SEVERITIES)
                raise self.error((*path, item), f"'severity.{item}' cannot be {level!r}: {near}")
        self._check_rules(path, tuple(value), "severity", key=True)
        return tuple((item, Severity(level)) for item, level in value.items())

    def _tables(self, name: str, value: object, keys: Sequence[str]) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.error(name, f"{name!r} must be written [[{name}]], once for each")
        for at, one in enumerate(value):
            self.known((name, at), one, keys)
        return value

    def _files(self, value: object) -> tuple[FileSettings, ...]:
        """What holds in some files only: ``[[files]]`` with a path, and what is ignored or how much it matters."""
        found = []
        for at, one in enumerate(self._tables("files", value, FILE_KEYS)):
            ignore = self.strings(("files", at, "ignore"), one.get("ignore", []), "'files.ignore'")
            self._check_rules(("files", at, "ignore"), ignore, "files.ignore")
            severity = self._severities(("files", at, "severity"), one.get("severity", {}))
            found.append(FileSettings(self._pattern("files", at, one.get("path")), ignore, severity))
        return tuple(found)

    def _waivers(self, value: object) -> tuple[Waiver, ...]:
        """What is accepted: ``[[waivers]]`` with a rule, a reason, and as much as tells where and how long."""
        found: list[Waiver] = []
        for at, one in enumerate(self._tables("waivers", value, WAIVER_KEYS)):
            for key in ("rule", "reason"):
                if not one.get(key):
                    raise self.error(("waivers", at), f"a waiver must have {key!r}: say {_NEEDED[key]}", key=True)
            said = {key: self._text(("waivers", at, key), one.get(key, "")) for key in ("note", "source", "reason")}
            lang = said["note"].rpartition(":")[0]
            known = [language.code for language in all_languages()]
            if lang and not is_language(lang):
                raise self.error(("waivers", at, "note"), f"unknown language {lang!r}: {_nearest(lang, known)}")
            path = self._pattern("waivers", at, one["path"]) if "path" in one else ""
            until = self._day(("waivers", at, "until"), one.get("until"))
            marks = self.strings(("waivers", at, "fingerprint"), one.get("fingerprint", []), "'waivers.fingerprint'")
            for mark in marks:
                if not re.fullmatch(r"v1:[0-9a-f]{16}", mark):
                    raise self.error(
                        ("waivers", at, "fingerprint"),
                        f"{mark!r} is no fingerprint, such as v1:0123456789abcdef (--format json shows them)",
                    )
            rules = self.strings(("waivers", at, "rule"), one["rule"], "'waivers.rule'")
            for number, rule in enumerate(rules):
                span = self._span(("waivers", at, "rule", number), ("waivers", at, "rule"), ("waivers", at))
                found.append(
                    Waiver(
                        span,
                        span.text,
                        rule,
                        reason=" ".join(said["reason"].split()),
                        until=until,
                        path=path,
                        note=said["note"],
                        source=said["source"],
                        fingerprints=marks,
                    )
                )
        return tuple(found)

    def _pattern(self, name: str, at: int, value: object) -> str:
        """A pattern of paths, which is relative to the configuration."""
        if not isinstance(value, str) or not value:
            raise self.error((name, at, "path"), f"'{name}.path' must be a pattern of paths, such as \"annex/*.md\"")
        return os.path.join(self.path.parent, value)  # noqa: PTH118  A slash at the end means something.

    def _text(self, path: tuple[str | int, ...], value: object) -> str:
        if not isinstance(value, str):
            raise self.error(path, f"'{path[0]}.{path[-1]}' must be a text in quotation marks")
        return value.strip()

    def _day(self, path: tuple[str | int, ...], value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                value = None
        if not isinstance(value, date):
            raise self.error(path, f"'{path[0]}.{path[-1]}' must be a day, such as 2027-01-31")
        return value.isoformat()[:10]

    def _span(self, *paths: tuple[str | int, ...]) -> Span:
        """The first of several values that stands in the file by itself."""
        if self._source is None:
            self._source = Source(self.shown, self.text)
        marks = self.marks()
        mark = next(marks[whole] for path in paths if (whole := (*self.table, *path)) in marks)
        return Span(self._source, mark.start, mark.end)

    def _check_rules(self, path: Where, items: Sequence[str], name: str = "", *, key: bool = False) -> None:
        """Says here, where file and line are known, that an item names no rule."""
        if not items:
            return
        from citecheck.checks import load_rules
        from citecheck.triage import selected_codes

        rules = {module.code: module.rule for module in load_rules()}
        for at, item in enumerate(items):
            try:
                selected_codes(rules, (item,))
            except UsageError as error:
                start = (path,) if isinstance(path, str) else path
                raise self.error((*start, item if key else at), f"'{name or path}': {error}", key=key) from error


_NEEDED = {"rule": "whose findings are accepted", "reason": "why"}


def _inner(values: object, table: Sequence[str]) -> object:
    """The value under a dotted name; None where it is not there."""
    for part in table:
        if not isinstance(values, dict):
            return None
        values = values.get(part)
    return values


def _last(key: Where) -> str | int:
    return key if isinstance(key, str) else key[-1]


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
