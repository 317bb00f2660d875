"""Configuration: ``citecheck.toml``, or ``[tool.citecheck]`` in ``pyproject.toml``, found upwards from a folder.

Where a folder has both, ``citecheck.toml`` counts. What the command line says goes before what stands here.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from citecheck.errors import ConfigError, UsageError
from citecheck.languages import all_languages
from citecheck.model.links import HostSettings, LinkSettings, LinkStatus

__all__ = ["Config", "load_config"]

KEYS = ("documents", "bibliography", "select", "ignore", "fail_on", "ui", "rates", "official_rates", "links")
NUMBERS = {"concurrency": 1, "per_host": 1, "retries": 0, "max_redirects": 0}
"""The whole numbers of ``[links]``, each with the least that it can be."""
SECONDS = ("interval", "timeout")
SWITCHES = ("browser_headers", "cache", "archive")
LINK_KEYS = ("exclude", "hosts", "allow_private", "cache_ttl", *NUMBERS, *SECONDS, *SWITCHES)
HOST_KEYS = ("headers", "concurrency", "interval", "treat_as", "accept")
TREATED = (LinkStatus.OK, LinkStatus.UNVERIFIABLE, LinkStatus.SKIPPED)
"""The verdicts that a configuration can give a host."""
LEVELS = ("error", "warning", "info", "never")
UI = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force. ``file`` is where they come from, None where there is no configuration.

    ``documents`` are files whose language their text tells, ``langs`` pairs of a language and a file. Paths are as
    one would write them in the working directory. ``rates`` are the user's own exchange rates: currency, year or day,
    what one euro is; ``official_rates`` tells whether declared rates are compared at all; ``links`` how URLs are asked for.
    A setting that is not made is
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
            links=self._links(values.get("links", {})),
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

    def _links(self, value: object) -> LinkSettings:
        """How URLs are asked for: the table ``links``."""
        if not isinstance(value, dict):
            raise self.error("links", "'links' must be a table, such as [links]")
        for key in value:
            if key not in LINK_KEYS:
                raise self.error(key, f"unknown key {key!r} in 'links': {_nearest(key, LINK_KEYS)}")
        made: dict[str, Any] = {}
        if "exclude" in value:
            made["exclude"] = self._strings("exclude", value["exclude"])
            for pattern in made["exclude"]:
                try:
                    re.compile(pattern)
                except re.error as error:
                    raise self.error("exclude", f"'exclude': {pattern!r} is no regular expression: {error}") from error
        for key, least in NUMBERS.items():
            if key in value:
                made[key] = self._whole(key, value[key], least)
        for key in SECONDS:
            if key in value:
                made[key] = self._seconds(key, value[key])
        for key in SWITCHES:
            if key in value:
                made[key] = self._switch(key, value[key])
        if "cache_ttl" in value:
            try:
                made["cache_ttl"] = duration(value["cache_ttl"])
            except ValueError as error:
                raise self.error("cache_ttl", f"'cache_ttl': {error}") from error
        if "allow_private" in value:
            made["allow_private"] = self._networks(value["allow_private"])
        made["hosts"] = self._hosts(value.get("hosts", {}))
        return LinkSettings(**made)

    def _networks(self, value: object) -> tuple[str, ...]:
        """The networks whose addresses may be asked: true for all of them, or a list."""
        if isinstance(value, bool):
            return ("*",) if value else ()
        found = self._strings("allow_private", value)
        for one in found:
            try:
                ip_network(one, strict=False)
            except ValueError as error:
                raise self.error("allow_private", f"'allow_private': {error}: write one such as 10.0.0.0/8") from error
        return found

    def _hosts(self, value: object) -> tuple[tuple[str, HostSettings], ...]:
        """What is set for single hosts: ``[links.hosts."example.org"]``."""
        if not isinstance(value, dict):
            raise self.error(
                "hosts", "'links.hosts' must hold a table for each host, such as [links.hosts.\"example.org\"]"
            )
        found = []
        for host, table in value.items():
            if not isinstance(table, dict) or not host or "/" in host:
                raise self.error(host, f"'links.hosts': {host!r} must be a host's name with a table")
            for key in table:
                if key not in HOST_KEYS:
                    raise self.error(key, f"unknown key {key!r} in 'links.hosts': {_nearest(key, HOST_KEYS)}")
            treated = self._one_of("treat_as", table.get("treat_as"), [one.value for one in TREATED])
            accept = table.get("accept", [])
            if not isinstance(accept, list) or not all(type(one) is int and 100 <= one <= 999 for one in accept):
                raise self.error("accept", "'accept' must be a list of statuses, such as [403, 429]")
            headers = table.get("headers", {})
            if not isinstance(headers, dict) or not all(
                isinstance(text, str) and re.fullmatch(r"[\w!#$%&'*+.^`|~-]+", name) and text.isprintable()
                for name, text in headers.items()
            ):
                raise self.error("headers", "'headers' must be a table of names and texts")
            settings = HostSettings(
                headers=tuple(headers.items()),
                concurrency=self._whole("concurrency", table["concurrency"], 1) if "concurrency" in table else None,
                interval=self._seconds("interval", table["interval"]) if "interval" in table else None,
                treat_as=LinkStatus(treated) if treated is not None else None,
                accept=tuple(accept),
            )
            found.append((host.lower(), settings))
        return tuple(found)

    def _whole(self, key: str, value: object, least: int) -> int:
        if type(value) is not int or not least <= value <= 1000:
            raise self.error(key, f"{key!r} must be a whole number from {least} to 1000")
        return value

    def _seconds(self, key: str, value: object) -> float:
        least = Decimal("0.1") if key == "timeout" else Decimal(0)
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not least <= value <= 3600:
            raise self.error(key, f"{key!r} must be a number of seconds from {least} to 3600")
        return float(value)

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


def duration(value: object) -> float:
    """The seconds of ``12h``, ``7d``, ``30m``, ``45s`` or a plain number of days. Raises ValueError where it is neither."""
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smhdw]?)", str(value).strip().lower())
    if match is None or isinstance(value, bool):
        raise ValueError(f"{value!r} is no duration: write one such as 12h or 7d")
    return float(match.group(1)) * units[match.group(2) or "d"]


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
