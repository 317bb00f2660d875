"""CSL-YAML (``.yaml``), as pandoc and its metadata have it, to the entries of a bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citecheck.errors import InputError
from citecheck.model.document import Entry, Unreadable
from citecheck.model.source import Source
from citecheck.read.databases.csl_json import item_entry
from citecheck.read.databases.entries import Entries, collected
from citecheck.read.yaml import Placed, placed

__all__ = ["ENDINGS", "NAME", "claims", "entries"]

NAME = "CSL-YAML"
ENDINGS = (".yaml", ".yml")
LIST = re.compile(r"^(?:references[ \t]*:|-[ \t])", re.MULTILINE)
DATES = ("issued", "accessed")
PARTS = ("year", "month", "day")
NAMES = (
    "author",
    "editor",
    "translator",
    "director",
    "composer",
    "performer",
    "interviewer",
    "illustrator",
    "organizer",
)


def claims(text: str) -> bool:
    """Whether a text has a list of ``references``, or is a list."""
    first = LIST.search(text)
    return first is not None and not re.search(r"^[^\s#-][^\n]*:[ \t]*$", text[: first.start()], re.MULTILINE)


def entries(source: Source) -> Entries:
    """The items under ``references``, or of the list that the text is. Raises InputError where there is neither."""
    whole = placed(source)
    listed = whole.fields.get("references") if whole is not None and whole.pairs is not None else whole
    if listed is None or listed.items is None:
        raise InputError(
            f"{source.path} is no CSL-YAML, which has a list of references: export the bibliography as CSL-YAML"
        )
    return collected((_entry(one) for one in listed.items), "id")


def _entry(item: Placed) -> Entry | Unreadable:
    plain = item.plain
    if not isinstance(plain, dict):
        return item_entry(item.span, plain)
    dated = {key: _date(plain[key]) for key in DATES if key in plain}
    named = {key: [plain[key]] for key in NAMES if isinstance(plain.get(key), dict)}
    return item_entry(item.span, plain | dated | named)


def _date(value: Any) -> Any:
    """A date as CSL-JSON has it; pandoc's older files name its parts, in a list where it is a range."""
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, int):
        return str(first)
    if not isinstance(first, Mapping) or "year" not in first:
        return first if isinstance(value, list) else value
    return {"date-parts": [[first[name] for name in PARTS if first.get(name)]]}
