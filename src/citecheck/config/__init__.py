"""Configuration: ``citecheck.toml``, or ``[tool.citecheck]`` in ``pyproject.toml``, found upwards from a folder.

Where a folder has both, ``citecheck.toml`` counts. What the command line says goes before what stands here. ``search``
says how far up it may lie, and whose it may be.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.config.schema import FILE_KEYS, KEYS, LEVELS, SEVERITIES, UI, WAIVER_KEYS
from citecheck.config.search import folders_above, why_refused
from citecheck.config.table import TABLES, TableFile, Where, nearest, relative
from citecheck.errors import UsageError
from citecheck.languages import all_languages, is_language
from citecheck.model.finding import Severity
from citecheck.model.gate import FileSettings, Severities
from citecheck.model.links import LinkSettings
from citecheck.model.sources import SourceSettings
from citecheck.model.waiver import Waiver

__all__ = ["Config", "load_config", "places"]

LEAST_RATE, MOST_RATE = Decimal("1e-9"), Decimal("1e15")
"""What one euro can be in a currency; no inflation has gone farther since there are euros."""


class Config(Struct, frozen=True):
    """The settings in force. ``file`` is where they come from, None where there is no configuration.

    ``documents`` are files whose language their text tells, ``langs`` pairs of a language and a file. Paths are as
    one would write them in the working directory. ``rates`` are the user's own exchange rates: currency, year or day,
    what one euro is; ``official_rates`` tells whether declared rates are compared at all. ``severity`` are rules and
    how much their findings matter, ``files`` what holds in some files only, ``waivers`` what is accepted, ``baseline``
    the file of what is known, ``links`` how URLs are asked for, ``sources`` how registries are. A setting that is not made is empty or None.
    ``refused`` says for a person which files would have counted, and why they do not.
    """

    file: Path | None = None
    documents: tuple[str, ...] = ()
    langs: tuple[tuple[str, str], ...] = ()
    bibliography: tuple[str, ...] = ()
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
    compare_bibliography: tuple[str, ...] = ()
    links: LinkSettings = field(default_factory=LinkSettings)
    sources: SourceSettings = field(default_factory=SourceSettings)
    refused: tuple[str, ...] = ()

    @property
    def shown(self) -> str | None:
        """The file as one would write its path in the working directory; None where there is none."""
        return None if self.file is None else relative(self.file, Path.cwd())


def load_config(start: Path | None = None) -> Config:
    """The nearest configuration in ``start`` (the working directory unless told) or a folder above it.

    Raises ConfigError where it is wrong.
    """
    folder = (start or Path.cwd()).absolute()
    refused: list[str] = []
    for above in folders_above(folder):
        for name, table in TABLES.items():
            if not os.path.isfile(above / name):  # noqa: PTH113  A folder that may not be looked into is no error.
                continue
            file = _File(above / name, folder, table)
            why = why_refused(file.path) if file.concerned() else None
            if why is not None:
                refused.append(f"{file.shown} {why}")
            elif file.concerned():
                return replace(file.config(), refused=tuple(refused))
    return Config(refused=tuple(refused))


def places(config: Config) -> dict[str, str]:
    """Where every setting of a configuration stands: ``citecheck.toml:3`` by ``fail_on``, ``rates.RUB``,
    ``waivers.0``."""
    if config.file is None:
        return {}
    table = TABLES[config.file.name]
    file = _File(config.file, Path.cwd(), table)
    return {
        ".".join(map(str, path[len(table) :])): f"{file.shown}:{file.position(mark.key)[0]}"
        for path, mark in file.marks().items()
        if path[: len(table)] == table and len(path) > len(table)
    }


class _File(TableFile):
    """A configuration file: what its table means."""

    def config(self) -> Config:
        """The settings that the file makes. Raises ConfigError with all that is wrong."""
        values = self.values()
        self.known((), values, KEYS)
        made = {}
        for key, read in self._readers().items():
            with self.noting():
                if key in values:
                    made[key] = read(values[key])
        documents, langs = made.pop("documents", ((), ()))
        self.tell(made.get("ui"))
        return Config(file=self.path, documents=documents, langs=langs, **made)

    def _readers(self) -> Mapping[str, Callable[[object], Any]]:
        """What reads the value of each key."""
        return {
            "documents": self._documents,
            "bibliography": lambda value: self._bibliographies("bibliography", value),
            "compare_bibliography": lambda value: self._bibliographies("compare_bibliography", value),
            "select": lambda value: self._rules("select", value),
            "ignore": lambda value: self._rules("ignore", value),
            "fail_on": lambda value: self.one_of("fail_on", value, LEVELS),
            "ui": lambda value: self.one_of("ui", value, UI),
            "rates": self._rates,
            "official_rates": lambda value: self.switch("official_rates", value),
            "severity": lambda value: self._severities(("severity",), value),
            "files": self._files,
            "waivers": self._waivers,
            "baseline": lambda value: self._path("baseline", value),
            "links": self._links,
            "sources": self._sources,
        }

    def _rules(self, path: Where, value: object, name: str | None = None) -> tuple[str, ...]:
        """A list of rules; those that are none are noted."""
        items = self.strings(path, value, name and f"'{name}'")
        self._check_rules(path, items, name or "")
        return items

    def _sources(self, value: object) -> SourceSettings:
        from citecheck.config.sources import source_settings

        return source_settings(
            self, value, lambda path: self._path(("sources", "retractions"), path, "sources.retractions")
        )

    def _links(self, value: object) -> LinkSettings:
        from citecheck.config.links import link_settings

        return link_settings(self, value)

    def _documents(self, value: object) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """The files without and with a language."""
        if isinstance(value, dict):
            return (), tuple(self._of_languages(value))
        if isinstance(value, str):
            return (self._path("documents", value),), ()
        if not isinstance(value, list):
            raise self.error("documents", "'documents' must be a list of files or a table of languages and files")
        return tuple(self._paths("documents", value)), ()

    def _of_languages(self, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The files of a table of languages, each with its language."""
        known = [one.code for one in all_languages()]
        for lang, paths in table.items():
            if not is_language(lang):
                problem = f"unknown language {lang!r} in 'documents': {nearest(lang, known)}"
                self.note(self.error(("documents", lang), problem, key=True))
            listed = paths if isinstance(paths, list) else [paths]
            if not listed:
                self.note(self.error(("documents", lang), f"'documents.{lang}' is empty: name a file"))
            for path in self._paths(("documents", lang), listed, f"documents.{lang}"):
                yield lang, path

    def _paths(self, key: Where, values: Sequence[object], name: str | None = None) -> Iterator[str]:
        """The files of a list, but for those that are none."""
        for value in values:
            with self.noting():
                yield self._path(key, value, name)

    def _path(self, key: Where, value: object, name: str | None = None) -> str:
        """A file named in the configuration, which is relative to it, as seen from the working directory."""
        if not isinstance(value, str) or not value:
            raise self.error(key, f"'{name or key}' must name files (a string each)")
        return relative(self.path.parent / value, self.folder) if value != "-" else value

    def _bibliographies(self, key: str, value: object) -> tuple[str, ...]:
        """One file or several."""
        return tuple(self._path(key, path) for path in (value if isinstance(value, list) else [value]))

    def _rates(self, value: object) -> tuple[tuple[str, str, Decimal], ...]:
        """The user's own exchange rates: ``RUB = { "2023" = 92.3, "2023-02-24" = 80.1 }``."""
        shape = '{ "2023" = 92.3, "2023-02-24" = 80.1 }'
        if not isinstance(value, dict):
            raise self.error("rates", f"'rates' must be a table such as RUB = {shape}")
        found = []
        for currency, table in value.items():
            if not re.fullmatch(r"[A-Z]{3}", currency):
                problem = f"'rates.{currency}': use a currency's code of three capitals, such as RUB"
                self.note(self.error(("rates", currency), problem, key=True))
            if not isinstance(table, dict):
                self.note(self.error(("rates", currency), f"'rates.{currency}' must be a table such as {shape}"))
                continue
            for when, rate in table.items():
                if not _is_year_or_day(when):
                    problem = f"'rates.{currency}': {when!r} is no year (2023) and no day (2023-02-24)"
                    self.note(self.error(("rates", currency, when), problem, key=True))
                with self.noting():
                    found.append((currency, when, self._rate(currency, when, rate)))
        return tuple(found)

    def _rate(self, currency: str, when: str, value: object) -> Decimal:
        """One exchange rate."""
        rate = Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
        if rate is None or not rate.is_finite() or not LEAST_RATE <= rate <= MOST_RATE:
            problem = f"'rates.{currency}.{when}' must say how much {currency} one euro is"
            raise self.error(("rates", currency, when), problem)
        return rate

    def _severities(self, path: tuple[str | int, ...], value: object) -> Severities:
        """Rules and how much their findings matter: ``CIT006 = "warning"``."""
        if not isinstance(value, dict):
            raise self.error(path, "'severity' must be a table such as CIT006 = \"warning\"")
        for item, level in value.items():
            if level not in SEVERITIES:
                near = nearest(level if isinstance(level, str) else "", SEVERITIES)
                self.note(self.error((*path, item), f"'severity.{item}' cannot be {level!r}: {near}"))
        self._check_rules(path, tuple(value), "severity", key=True)
        return tuple((item, Severity(level)) for item, level in value.items() if level in SEVERITIES)

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
            ignore: tuple[str, ...] = ()
            severity: Severities = ()
            with self.noting():
                ignore = self._rules(("files", at, "ignore"), one.get("ignore", []), "files.ignore")
            with self.noting():
                severity = self._severities(("files", at, "severity"), one.get("severity", {}))
            with self.noting():
                if "path" in one or not _means("path", one, FILE_KEYS):
                    found.append(FileSettings(self._pattern("files", at, one.get("path")), ignore, severity))
        return tuple(found)

    def _waivers(self, value: object) -> tuple[Waiver, ...]:
        """What is accepted: ``[[waivers]]`` with a rule, a reason, and as much as tells where and how long."""
        tables = self._tables("waivers", value, WAIVER_KEYS)
        return tuple(waiver for at, one in enumerate(tables) for waiver in self._of_table(at, one))

    def _of_table(self, at: int, one: Mapping[str, Any]) -> Iterator[Waiver]:
        """The waivers of one table: one for each of its rules."""
        for key in ("rule", "reason"):
            if not one.get(key) and not _means(key, one, WAIVER_KEYS):
                problem = f"a waiver must have {key!r}: say {_NEEDED[key]}"
                self.note(self.error(("waivers", at), problem, key=True))
        said = {key: self._text(("waivers", at, key), one.get(key, "")) for key in ("note", "source", "reason")}
        self._check_language(("waivers", at, "note"), said["note"].rpartition(":")[0])
        path = until = ""
        with self.noting():
            path = self._pattern("waivers", at, one["path"]) if "path" in one else ""
        with self.noting():
            until = self._day(("waivers", at, "until"), one.get("until"))
        marks = self._fingerprints(("waivers", at, "fingerprint"), one.get("fingerprint", []))
        with self.noting():
            rules = self.strings(("waivers", at, "rule"), one.get("rule") or [], "'waivers.rule'")
            for number, rule in enumerate(rules):
                span = self.span(("waivers", at, "rule", number), ("waivers", at, "rule"), ("waivers", at))
                yield Waiver(
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

    def _check_language(self, path: Where, lang: str) -> None:
        """Says where a language is named that is none; empty where none is named."""
        if lang and not is_language(lang):
            known = [language.code for language in all_languages()]
            self.note(self.error(path, f"unknown language {lang!r}: {nearest(lang, known)}"))

    def _fingerprints(self, path: Where, value: object) -> tuple[str, ...]:
        """The fingerprints of the findings that a waiver is for."""
        marks: tuple[str, ...] = ()
        with self.noting():
            marks = self.strings(path, value, "'waivers.fingerprint'")
        for mark in marks:
            if not re.fullmatch(r"v1:[0-9a-f]{16}", mark):
                problem = f"{mark!r} is no fingerprint, such as v1:0123456789abcdef (--format json shows them)"
                self.note(self.error(path, problem))
        return marks

    def _pattern(self, name: str, at: int, value: object) -> str:
        """A pattern of paths, which is relative to the configuration."""
        if not isinstance(value, str) or not value:
            raise self.error((name, at, "path"), f"'{name}.path' must be a pattern of paths, such as \"annex/*.md\"")
        return os.path.join(self.path.parent, value)  # noqa: PTH118  A slash at the end means something.

    def _text(self, path: tuple[str | int, ...], value: object) -> str:
        if not isinstance(value, str):
            self.note(self.error(path, f"'{path[0]}.{path[-1]}' must be a text in quotation marks"))
            return ""
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

    def _check_rules(self, path: Where, items: Sequence[str], name: str = "", *, key: bool = False) -> None:
        """Notes here, where file and line are known, that an item names no rule."""
        if not items:
            return
        from citecheck.checks import load_rules
        from citecheck.triage.select import selected_codes

        rules = {module.code: module.rule for module in load_rules()}
        for at, item in enumerate(items):
            try:
                selected_codes(rules, (item,))
            except UsageError as error:
                start = (path,) if isinstance(path, str) else path
                self.note(self.error((*start, item if key else at), f"'{name or path}': {error}", key=key))


_NEEDED = {"rule": "whose findings are accepted", "reason": "why"}


def _means(key: str, table: Mapping[str, Any], keys: Sequence[str]) -> bool:
    """Whether an unknown key of a table is this one misspelt, which is told already."""
    return any(word not in keys and nearest(word, keys) == f"did you mean {key!r}?" for word in table)


def _is_year_or_day(when: str) -> bool:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?", when):
        return False
    try:
        date.fromisoformat(when if "-" in when else f"{when}-01-01")
    except ValueError:
        return False
    return True
