"""Answers of registries as values: JSON and XML that were read to their end, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

from msgspec import MsgspecError
from msgspec.json import decode

from citecheck.model.answer import Answer
from citecheck.model.reference import Person

__all__ = ["child", "items", "json_of", "listed", "natural", "text_of", "whole_number", "xml_of", "years_in"]

OK = 200
YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
DECLARED = re.compile(rb"<!(?:ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)
"""What makes of an XML file more than it holds; none of the registries sends it."""


def json_of(answer: Answer) -> Any:
    """The value that a good answer is as JSON; None where it is no good answer, or no JSON to its end."""
    if answer.status != OK or answer.failure is not None or not answer.complete:
        return None
    try:
        return decode(answer.body)
    except (MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def xml_of(answer: Answer) -> ElementTree.Element | None:
    """The root of a good answer as XML; None where it is no good answer, or no XML to its end."""
    if answer.status != OK or answer.failure is not None or not answer.complete or DECLARED.search(answer.body):
        return None
    try:
        return ElementTree.fromstring(answer.body)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None


def child(value: Any, *path: str) -> Any:
    """What stands in JSON at a path of names; None where anything on the way is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def items(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a list in JSON; none where it is no list."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, Mapping))


def listed(value: Any) -> tuple[str, ...]:
    """The texts of a list in JSON, or the one text, without tags and doubled blanks."""
    values = value if isinstance(value, list) else [value]
    cleaned = (" ".join(TAG.sub(" ", one).split()) for one in values if isinstance(one, str))
    return tuple(dict.fromkeys(one for one in cleaned if one))


def text_of(value: Any) -> str | None:
    """A text, or a number as one; None where it is neither or empty."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split()) or None


def whole_number(value: Any) -> int | None:
    """A year, or None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    match = YEAR.search(value) if isinstance(value, str) else None
    return int(match[1]) if match is not None else None


def years_in(values: Sequence[Any]) -> tuple[int, ...]:
    """The years among values that may be dates, each once, in order."""
    found = (whole_number(value) for value in values)
    return tuple(dict.fromkeys(year for year in found if year is not None and 1400 <= year <= 2100))


def natural(name: str) -> Person:
    """A person by a name as it is spoken, or inverted with its comma."""
    family, comma, given = name.partition(",")
    if comma:
        return Person(" ".join(family.split()), " ".join(given.split()))
    words = name.split()
    return Person(words[-1] if words else "", " ".join(words[:-1]))
