"""How URLs are asked for: the table ``[links]`` of a configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from ipaddress import ip_network
from typing import Any, Protocol

from citecheck.config.schema import HOST_KEYS, LINK_KEYS, TREATED
from citecheck.errors import ConfigError
from citecheck.model.expression import Expression
from citecheck.model.links import HostSettings, LinkSettings, LinkStatus, Origin

NUMBERS = {"concurrency": 1, "per_host": 1, "retries": 0, "max_redirects": 0}
"""The whole numbers of ``[links]``, each with the least that it can be."""
SECONDS = ("interval", "timeout")
SWITCHES = ("browser_headers", "cache", "archive", "tell_queries")
HEADER = re.compile(r"(?:[!-~](?:[ -~]*[!-~])?)?")
"""What a header can hold; what breaks this is told with its text by those who would send it."""

LONGEST = 3660 * 86400
"""Seconds that anything can be remembered."""

Place = tuple[str | int, ...]


class Reader(Protocol):
    """What a configuration file gives: ways to read a value, and to say what is wrong with one."""

    def error(self, path: Place, problem: str, *, key: bool = False) -> ConfigError:
        """What is wrong at a place."""
        ...

    def known(self, path: Place, values: Mapping[str, Any], keys: Sequence[str]) -> None:
        """Raises ConfigError where a table has another key than these."""
        ...

    def strings(self, key: Place, value: object, name: str | None = None) -> tuple[str, ...]:
        """One string or several."""
        ...

    def switch(self, key: Place, value: object) -> bool:
        """True or false."""
        ...

    def one_of(self, key: Place, value: object, valid: Sequence[str]) -> str | None:
        """One of these words; None where nothing is said."""
        ...


def link_settings(file: Reader, value: object) -> LinkSettings:
    """The settings that the value of ``links`` makes. Raises ConfigError where it is wrong."""
    if not isinstance(value, dict):
        raise file.error(("links",), "'links' must be a table, such as [links]")
    file.known(("links",), value, LINK_KEYS)
    made: dict[str, Any] = {}
    if "exclude" in value:
        made["exclude"] = file.strings(("links", "exclude"), value["exclude"], "links.exclude")
        for at, pattern in enumerate(made["exclude"]):
            try:
                Expression.of(pattern)
            except ValueError as error:
                raise file.error(("links", "exclude", at), f"'links.exclude': {pattern!r} {error}") from error
    for key, least in NUMBERS.items():
        if key in value:
            made[key] = _whole(file, ("links", key), value[key], least)
    for key in SECONDS:
        if key in value:
            made[key] = _seconds(file, ("links", key), value[key])
    for key in SWITCHES:
        if key in value:
            made[key] = file.switch(("links", key), value[key])
    if "cache_ttl" in value:
        try:
            made["cache_ttl"] = duration(value["cache_ttl"])
        except ValueError as error:
            raise file.error(("links", "cache_ttl"), f"'links.cache_ttl': {error}") from error
    if "allow_private" in value:
        made["allow_private"] = _networks(file, value["allow_private"])
    made["hosts"] = _hosts(file, value.get("hosts", {}))
    return LinkSettings(**made)


def duration(value: object) -> float:
    """The seconds of ``12h``, ``7d``, ``30m``, ``45s`` or a plain number of days. Raises ValueError where it is neither."""
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smhdw]?)", str(value).strip().lower())
    if match is None or isinstance(value, bool):
        raise ValueError(f"{value!r} is no duration: write one such as 12h or 7d")
    seconds = float(match.group(1)) * units[match.group(2) or "d"]
    if seconds > LONGEST:
        raise ValueError(f"{value!r} is longer than ten years: write a shorter one")
    return seconds


def _networks(file: Reader, value: object) -> tuple[str, ...]:
    """The networks whose addresses may be asked: true for all of them, or a list."""
    if isinstance(value, bool):
        return ("*",) if value else ()
    place = ("links", "allow_private")
    found = file.strings(place, value, "links.allow_private")
    for one in found:
        try:
            ip_network(one, strict=False)
        except ValueError as error:
            raise file.error(place, f"'links.allow_private': {error}: write one such as 10.0.0.0/8") from error
    return found


def _hosts(file: Reader, value: object) -> tuple[tuple[str, HostSettings], ...]:
    """What is set for single hosts: ``[links.hosts."example.org"]``."""
    if not isinstance(value, dict):
        raise file.error(
            ("links", "hosts"),
            "'links.hosts' must hold a table for each host, such as [links.hosts.\"example.org\"]",
        )
    found = []
    for host, table in value.items():
        place = ("links", "hosts", host)
        if not isinstance(table, dict) or Origin.of(host) is None:
            raise file.error(
                place,
                f"'links.hosts': {host!r} must be a host's name with a table: example.org, example.org:8443 or http://example.org:8080",
                key=True,
            )
        file.known(place, table, HOST_KEYS)
        treated = file.one_of((*place, "treat_as"), table.get("treat_as"), TREATED)
        accept = table.get("accept", [])
        if not isinstance(accept, list) or not all(type(one) is int and 100 <= one <= 999 for one in accept):
            raise file.error((*place, "accept"), "'accept' must be a list of statuses, such as [403, 429]")
        headers = table.get("headers", {})
        if not isinstance(headers, dict) or not all(
            isinstance(text, str) and re.fullmatch(r"[\w!#$%&'*+.^`|~-]+", name, re.ASCII) and HEADER.fullmatch(text)
            for name, text in headers.items()
        ):
            raise file.error(
                (*place, "headers"),
                "'headers' must be a table of names and texts, in ASCII and without blanks at the ends",
            )
        concurrency, interval = table.get("concurrency"), table.get("interval")
        settings = HostSettings(
            headers=tuple(headers.items()),
            concurrency=_whole(file, (*place, "concurrency"), concurrency, 1) if concurrency is not None else None,
            interval=_seconds(file, (*place, "interval"), interval) if interval is not None else None,
            treat_as=LinkStatus(treated) if treated is not None else None,
            accept=tuple(accept),
        )
        found.append((host.lower(), settings))
    return tuple(found)


def _whole(file: Reader, place: Place, value: object, least: int) -> int:
    if type(value) is not int or not least <= value <= 1000:
        raise file.error(place, f"{place[-1]!r} must be a whole number from {least} to 1000")
    return value


def _seconds(file: Reader, place: Place, value: object) -> float:
    least = Decimal("0.1") if place[-1] == "timeout" else Decimal(0)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not least <= value <= 3600:
        raise file.error(place, f"{place[-1]!r} must be a number of seconds from {least} to 3600")
    return float(value)
