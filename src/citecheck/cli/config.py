"""``citecheck config``: the settings in force, and where each of them comes from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from citecheck.cli import candidates
from citecheck.cli.common import (
    DATA,
    Level,
    TextOrJson,
    Ui,
    configuration,
    emit,
    emit_lines,
    parse_langs,
    path_from_here,
    split_list,
    ui_spoken,
)
from citecheck.cli.gate import Baseline, NoWaivers, Today, day_of
from citecheck.cli.init import toml_string
from citecheck.cli.options import Bibliography, Lang, Paths
from citecheck.cli.speech import worded

if TYPE_CHECKING:
    from citecheck.config import Config
    from citecheck.model.gate import FileSettings
    from citecheck.model.links import HostSettings, LinkSettings
    from citecheck.model.waiver import Waiver

SCHEMA = "citecheck/config/1"
COMMAND_LINE, DEFAULT, LOCALE, CLOCK = "command line", "default", "the locale's", "the clock"
"""Where a setting comes from, or what it follows, where no file says it."""
RULES = typer.Option(metavar="RULES", help="As for audit.", show_default=False, autocompletion=candidates.rule_list)


class Setting(Struct, frozen=True):
    """A setting with its value, and where it comes from: a file with its line, the command line, a default."""

    key: str
    value: Any
    origin: str


def config(
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    select: Annotated[list[str] | None, RULES] = None,
    ignore: Annotated[list[str] | None, RULES] = None,
    fail_on: Annotated[Level | None, typer.Option("--fail-on", help="As for audit.", show_default=False)] = None,
    baseline: Baseline = None,
    no_waivers: NoWaivers = False,
    today: Today = None,
    ui: Annotated[Ui | None, typer.Option("--ui", help="As for audit.", show_default=False)] = None,
    format: Annotated[TextOrJson, typer.Option("--format", help="What to write.")] = TextOrJson.TEXT,
    schema: Annotated[
        bool, typer.Option("--schema", help="Write the JSON Schema of citecheck.toml instead, for editors.")
    ] = False,
) -> None:
    """Show the settings that an audit with the same options would have, and where each comes from."""
    from citecheck.report.json import json_text
    from citecheck.report.visible import visible

    if schema:
        emit(json_text(schema_of_rules()))
        return
    from citecheck.config import places

    found = configuration()
    given: dict[str, Any] = {
        "documents": [*(paths or ()), *({one: path} for one, path in parse_langs(lang))],
        "bibliography": _one_or_all(bibliography or ()),
        "select": list(split_list(select)),
        "ignore": list(split_list(ignore)),
        "fail_on": fail_on and fail_on.value,
        "ui": ui and ui.value,
        "baseline": baseline,
    }
    settings = [*_settings(found, given, places(found)), *_asked(today, no_waivers)]
    if format is TextOrJson.JSON:
        rows = [{"key": one.key, "value": _json(one.value), "origin": one.origin} for one in settings]
        emit(json_text({"schema": SCHEMA, "file": found.shown, "settings": rows}))
    else:
        file = found.shown
        words = ui_spoken(ui)
        head = visible(file) if file else worded("no configuration file", words)
        emit_lines("".join((f"# {head}\n", *_lines(settings, words))))


def schema_of_rules() -> dict[str, Any]:
    """The schema of the configuration, with the rules that there are."""
    from citecheck.checks import load_rules
    from citecheck.config.schema import config_schema

    return config_schema({"code": one.code, "name": one.rule.name} for one in load_rules())


def _one_or_all(files: Sequence[str]) -> str | list[str] | None:
    """The file, where it is one."""
    return list(files) if len(files) > 1 else next(iter(files), None)


def _settings(config: Config, given: Mapping[str, Any], places: Mapping[str, str]) -> Iterator[Setting]:
    made: dict[str, tuple[Any, Any]] = {
        "documents": ([*config.documents, *({lang: path} for lang, path in config.langs)], _data()),
        "bibliography": (_one_or_all(config.bibliography), None),
        "select": (list(config.select), []),
        "ignore": (list(config.ignore), []),
        "fail_on": (config.fail_on, Level.ERROR.value),
        "ui": (config.ui, LOCALE),
        "baseline": (config.baseline, None),
    }
    for key, (own, otherwise) in made.items():
        if given[key]:
            yield Setting(key, given[key], COMMAND_LINE)
        elif key in places:
            yield Setting(key, own, places[key])
        else:
            yield Setting(key, otherwise, DEFAULT)
    key = "official_rates"
    yield Setting(key, config.official_rates, places.get(key, DEFAULT))
    for currency, when, rate in config.rates:
        yield Setting(f"rates.{currency}.{when}", rate, _place(places, f"rates.{currency}.{when}"))
    for item, level in config.severity:
        yield Setting(f"severity.{item}", level.value, _place(places, f"severity.{item}"))
    yield from _link_settings(config.links, places)
    for name in ("mailto", "retractions"):
        shown = getattr(config.sources, name)
        yield Setting(f"sources.{name}", shown or None, places.get(f"sources.{name}", DEFAULT))
    for at, one in enumerate(config.files):
        yield Setting("files", _plain(_of_file(one)), _place(places, f"files.{at}"))
    for waiver in config.waivers:
        origin = f"{waiver.span.source.path}:{waiver.span.line}"
        yield Setting("waivers", _plain(_of_waiver(waiver)), origin)


def _link_settings(links: LinkSettings, places: Mapping[str, str]) -> Iterator[Setting]:
    """How links are asked for, and what is set for single hosts."""
    from citecheck.config.schema import LINK_KEYS

    for name in (name for name in LINK_KEYS if name != "hosts"):
        shown = getattr(links, name)
        shown = list(shown) if isinstance(shown, tuple) else shown
        yield Setting(f"links.{name}", shown, places.get(f"links.{name}", DEFAULT))
    for host, of_host in links.hosts:
        yield Setting(f"links.hosts.{host}", _plain(_of_host(of_host)), _place(places, f"links.hosts.{host}"))


def _asked(today: str | None, no_waivers: bool) -> Iterator[Setting]:
    """What only the command line and the environment say."""
    day = day_of(today)
    origin = COMMAND_LINE if today is not None else "SOURCE_DATE_EPOCH" if day is not None else CLOCK
    yield Setting("today", day.isoformat() if day is not None else None, origin)
    yield Setting("no_waivers", no_waivers, COMMAND_LINE if no_waivers else DEFAULT)


def _data() -> list[str]:
    """The data files that are audited where no document is named."""
    files = [DATA / "footnotes.json", DATA / "bibliography.json"]
    return [file.as_posix() for file in files] if all(file.is_file() for file in files) else []


def _place(places: Mapping[str, str], key: str) -> str:
    """Where a setting stands, or the table that it is in."""
    while key and key not in places:
        key = key.rpartition(".")[0]
    return places.get(key, DEFAULT)


def _of_file(one: FileSettings) -> dict[str, Any]:
    severity = {item: level.value for item, level in one.severity}
    return {"path": _here(one.path), "ignore": list(one.ignore), "severity": severity}


def _of_host(one: HostSettings) -> dict[str, Any]:
    return {
        "headers": dict.fromkeys((name for name, _ in one.headers), "…"),  # They may hold keys.
        "concurrency": one.concurrency,
        "interval": one.interval,
        "treat_as": one.treat_as.value if one.treat_as is not None else None,
        "accept": list(one.accept),
    }


def _of_waiver(one: Waiver) -> dict[str, Any]:
    path = _here(one.path) if one.path else ""
    return {
        "rule": one.rule,
        "path": path,
        "note": one.note,
        "source": one.source,
        "fingerprint": list(one.fingerprints),
        "reason": one.reason,
        "until": one.until,
    }


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _here(pattern: str) -> str:
    """A pattern as one would write it in the working directory."""
    end = "/" if pattern.endswith(("/", os.sep)) else ""
    return Path(path_from_here(pattern)).as_posix() + end


def _lines(settings: Sequence[Setting], ui: str) -> Iterable[str]:
    """One line for each setting, as in TOML, with its origin behind."""
    written = [f"{one.key} = {_toml(one.value, ui)}" for one in settings]
    width = min(max(map(len, written), default=0), 60)
    for line, one in zip(written, settings, strict=True):
        yield f"{line:<{width}}  # {worded(one.origin, ui)}\n"


def _json(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def _toml(value: object, ui: str) -> str:
    match value:
        case None:
            return worded("(none)", ui)
        case bool():
            return "true" if value else "false"
        case Decimal() | int() | float():
            return str(value)
        case list():
            return f"[{', '.join(_toml(one, ui) for one in value)}]"
        case dict():
            return "{ " + ", ".join(f"{key} = {_toml(one, ui)}" for key, one in value.items()) + " }"
        case _:
            return toml_string(worded(LOCALE, ui) if value == LOCALE else str(value))
