"""How registries are asked: the table ``[sources]`` of a configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from citecheck.errors import ConfigError
from citecheck.model.sources import SourceSettings

__all__ = ["SOURCE_KEYS", "source_settings"]

SOURCE_KEYS = ("mailto", "retractions")


class Reader(Protocol):
    """What the file offers to who reads a part of it."""

    def error(self, path: tuple[str | int, ...], problem: str) -> ConfigError:
        """What is wrong, and where."""
        ...

    def known(self, path: tuple[str | int, ...], values: Mapping[str, Any], keys: Sequence[str]) -> None:
        """Notes each key of a table that is none of these."""
        ...

    def noting(self) -> AbstractContextManager[None]:
        """Notes a mistake instead of ending with it."""
        ...


def source_settings(file: Reader, value: object, path: Callable[[object], str]) -> SourceSettings:
    """The settings that the value of ``sources`` makes; ``path`` reads the name of a file. Raises ConfigError where it is no table;
    other mistakes are noted."""
    if not isinstance(value, dict):
        raise file.error(("sources",), "'sources' must be a table, such as [sources]")
    file.known(("sources",), value, SOURCE_KEYS)
    mailto, retractions = "", None
    with file.noting():
        if "mailto" in value:
            mailto = _mailto(file, value["mailto"])
    with file.noting():
        if "retractions" in value:
            retractions = path(value["retractions"])
    return SourceSettings(mailto=mailto, retractions=retractions)


def _mailto(file: Reader, value: object) -> str:
    if not isinstance(value, str) or "@" not in value:
        raise file.error(
            ("sources", "mailto"), "'sources.mailto' must be an e-mail address, such as \"you@example.org\""
        )
    return value
