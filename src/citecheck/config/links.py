"""How URLs are asked for: the table ``[links]`` of a configuration."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from decimal import Decimal
from ipaddress import ip_network
from typing import Any, Protocol

from citecheck.config.schema import HOST_KEYS, LINK_KEYS, TREATED
from citecheck.errors import ConfigError
from citecheck.model.expression import Expression
from citecheck.model.links import HostSettings, LinkSettings, LinkStatus, Origin

NUMBERS = {"concurrency": 1, "per_host": 1, "retries": 0, "max_redirects": 0}
"""The whole numbers of ``[links]`` and of a host's table, each with the least that it can be."""
SECONDS = ("interval", "timeout")
SWITCHES = ("browser_headers", "cache", "archive", "tell_queries")
HEADER_NAME = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
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
        """Notes each key of a table that is none of these."""
        ...

    def noting(self) -> AbstractContextManager[None]:
        """Notes a mistake instead of ending with it."""
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
    """The settings that the value of ``links`` makes. Raises ConfigError where it is no table; other mistakes are
    noted."""
    if not isinstance(value, dict):
        raise file.error(("links",), "'links' must be a table, such as [links]")
    file.known(("links",), value, LINK_KEYS)
    made = {}
    for key, read in {**READERS, "hosts": _hosts}.items():
        with file.noting():
            if key in value:
                made[key] = read(file, ("links", key), value[key])
    return LinkSettings(**made)


def _patterns(file: Reader, place: Place, value: object) -> tuple[str, ...]:
    """The regular expressions of what is left out."""
    patterns = file.strings(place, value, "links.exclude")
    for at, pattern in enumerate(patterns):
        try:
            Expression.of(pattern)
        except ValueError as error:
            raise file.error((*place, at), f"'links.exclude': {pattern!r} {error}") from error
    return patterns


def _lasting(file: Reader, place: Place, value: object) -> float:
    """The seconds that something is remembered."""
    try:
        return duration(value)
    except ValueError as error:
        raise file.error(place, f"'links.{place[-1]}': {error}") from error


def duration(value: object) -> float:
    """The seconds of ``12h``, ``7d``, ``30m``, ``45s`` or a plain number of days. Raises ValueError where it is
    neither."""
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smhdw]?)", str(value).strip().lower())
    if match is None or isinstance(value, bool):
        raise ValueError(f"{value!r} is no duration: write one such as 12h or 7d")
    seconds = float(match.group(1)) * units[match.group(2) or "d"]
    if seconds > LONGEST:
        raise ValueError(f"{value!r} is longer than ten years: write a shorter one")
    return seconds


def _networks(file: Reader, place: Place, value: object) -> tuple[str, ...]:
    """The networks whose addresses may be asked: true for all of them, or a list."""
    if isinstance(value, bool):
        return ("*",) if value else ()
    found = file.strings(place, value, "links.allow_private")
    for one in found:
        try:
            ip_network(one, strict=False)
        except ValueError as error:
            raise file.error(place, f"'links.allow_private': {error}: write one such as 10.0.0.0/8") from error
    return found


def _hosts(file: Reader, place: Place, value: object) -> tuple[tuple[str, HostSettings], ...]:
    """What is set for single hosts: ``[links.hosts."example.org"]``."""
    if not isinstance(value, dict):
        raise file.error(
            place,
            "'links.hosts' must hold a table for each host, such as [links.hosts.\"example.org\"]",
        )
    found = []
    for host, table in value.items():
        with file.noting():
            if not isinstance(table, dict) or Origin.of(host) is None:
                raise file.error(
                    (*place, host),
                    f"'links.hosts': {host!r} must be a host's name with a table: "
                    "example.org, example.org:8443 or http://example.org:8080",
                    key=True,
                )
            found.append((host.lower(), _host(file, (*place, host), table)))
    return tuple(found)


def _host(file: Reader, place: Place, table: Mapping[str, Any]) -> HostSettings:
    """What the table of one host sets."""
    file.known(place, table, HOST_KEYS)
    made = {}
    for key, read in HOST_READERS.items():
        with file.noting():
            if key in table:
                made[key] = read(file, (*place, key), table[key])
    return HostSettings(**made)


def _treated(file: Reader, place: Place, value: object) -> LinkStatus | None:
    """The verdict that a host is given."""
    treated = file.one_of(place, value, TREATED)
    return LinkStatus(treated) if treated is not None else None


def _statuses(file: Reader, place: Place, value: object) -> tuple[int, ...]:
    """The statuses that are as good as 200."""
    if not isinstance(value, list) or not all(type(status) is int and 100 <= status <= 999 for status in value):
        raise file.error(place, "'accept' must be a list of statuses, such as [403, 429]")
    return tuple(value)


def _headers(file: Reader, place: Place, value: object) -> tuple[tuple[str, str], ...]:
    """The headers that are sent, by name."""
    if not isinstance(value, dict) or not all(
        isinstance(text, str) and HEADER_NAME.fullmatch(name) and HEADER.fullmatch(text) for name, text in value.items()
    ):
        raise file.error(place, "'headers' must be a table of names and texts, in ASCII and without blanks at the ends")
    return tuple(value.items())


def _whole(file: Reader, place: Place, value: object) -> int:
    least = NUMBERS[str(place[-1])]
    if type(value) is not int or not least <= value <= 1000:
        raise file.error(place, f"{place[-1]!r} must be a whole number from {least} to 1000")
    return value


def _seconds(file: Reader, place: Place, value: object) -> float:
    least = Decimal("0.1") if place[-1] == "timeout" else Decimal(0)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or value != value or not least <= value <= 3600:
        raise file.error(place, f"{place[-1]!r} must be a number of seconds from {least} to 3600")
    return float(value)


def _switch(file: Reader, place: Place, value: object) -> bool:
    return file.switch(place, value)


READERS: Mapping[str, Callable[[Reader, Place, object], Any]] = {
    "exclude": _patterns,
    **dict.fromkeys(NUMBERS, _whole),
    **dict.fromkeys(SECONDS, _seconds),
    **dict.fromkeys(SWITCHES, _switch),
    "cache_ttl": _lasting,
    "allow_private": _networks,
}
"""What reads the value of each key of ``[links]`` but ``hosts``."""
HOST_READERS: Mapping[str, Callable[[Reader, Place, object], Any]] = {
    "headers": _headers,
    "concurrency": _whole,
    "interval": _seconds,
    "treat_as": _treated,
    "accept": _statuses,
}
"""What reads the value of each key of a host's table."""
