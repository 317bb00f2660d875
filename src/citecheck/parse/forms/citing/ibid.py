"""Ibid and its kin: ``Ibid., p. 4``, ``Id.``, ``Loc. cit.``, ``Doe, ibid.``

The source cited just before, whose author may be named again (Chicago Manual of Style 17, 14.34; Imprimerie nationale, *Lexique*, "ibidem").
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation, CitationKind, Locator
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import NAMES
from citecheck.parse.locators import is_year, read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import Reader

BEFORE = ("pointer", "op_cit")
EXAMPLES = (
    Example("Ibid., p. 4.", {"kind": "ibid", "pages": "4"}),
    Example("*Ibidem*, p. 12-14", {"kind": "ibid", "pages": "12-14"}),
    Example("*Ibid*., p. 4.", {"kind": "ibid", "pages": "4"}),
    Example("Doe, *ibid.*, p. 4", {"kind": "ibid", "authors": "Doe", "pages": "4"}),
    Example("ibid 345–50", {"kind": "ibid", "pages": "345–50"}),
    Example("Id.", {"kind": "ibid"}),
    Example("loc. cit.", {"kind": "ibid"}),
    Example("Idea of a citation", None),
)


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of('ibid', 'loc_cit')}(?!\w)(?:\s?\.)?", re.IGNORECASE)


@cache
def behind_names() -> re.Pattern[str]:
    """Names and the word, with the emphasis that it may have."""
    return re.compile(rf"(?P<names>{NAMES}{{2,80}}?),\s{{1,4}}{any_of('ibid', begun=True)}(?!\w)(?:\s?\.)?")


def read(reader: Reader, at: int) -> Citation | None:
    if not reader.speaks("ibid", "loc_cit"):
        return None
    match = pattern().match(reader.plain, at)
    if match is None:
        return _by_author(reader, at)
    # "id." may be the beginning of something else.
    if (
        match.group().casefold() in words("loc_cit")
        and match.end() < len(reader.plain)
        and reader.plain[match.end()].isalnum()
    ):
        return None
    locator, end = _locator(reader, match.end())
    return Citation(reader.trimmed(match.start(), end), CitationKind.IBID, locator=locator)


def _by_author(reader: Reader, at: int) -> Citation | None:
    """The repetition that names its author."""
    match = behind_names().match(reader.plain, at)
    persons = read_persons(match.group("names")) if match else None
    if match is None or persons is None or not persons[2]:
        return None
    locator, end = _locator(reader, match.end())
    return Citation(
        reader.trimmed(at, end),
        CitationKind.IBID,
        authors=persons[0],
        author_span=reader.trimmed(at, match.end("names")),
        et_al=persons[1],
        locator=locator,
    )


def _locator(reader: Reader, at: int) -> tuple[Locator | None, int]:
    """The pages behind the word, and where they end; a year is none."""
    locator, end = read_locator(reader, at, uncoupled=True)
    if locator is not None and locator.label is None and is_year(locator.text):
        return None, at
    return locator, end
