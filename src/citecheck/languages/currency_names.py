"""The names of the world's currencies, as the Unicode CLDR has them; ``docs/currencies.py`` writes the table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

TABLE = "currency_names.json"


def with_world(language: str, names: Mapping[str, str]) -> Mapping[str, str]:
    """The codes of currencies by their names in small letters: those of the world in a language, and ``names`` besides, which
    count where both have one."""
    return MappingProxyType({**_table().get(language, {}), **names})


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    table: Mapping[str, Mapping[str, str]] = json.loads(files(__package__).joinpath(TABLE).read_text(encoding="utf-8"))
    return table
