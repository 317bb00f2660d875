"""Ibid and its kin: ``Ibid., p. 4``, ``Id.``, ``Loc. cit.``.

The source cited just before (Chicago Manual of Style 17, 14.34; Imprimerie nationale, *Lexique*, "ibidem").
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.forms import Example
from citecheck.parse.locators import is_year, read_locator
from citecheck.parse.reader import Reader

BEFORE = ("pointer", "op_cit")
EXAMPLES = (
    Example("Ibid., p. 4.", {"kind": "ibid", "pages": "4"}),
    Example("*Ibidem*, p. 12-14", {"kind": "ibid", "pages": "12-14"}),
    Example("Id.", {"kind": "ibid"}),
    Example("loc. cit.", {"kind": "ibid"}),
    Example("Idea of a citation", None),
)


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of('ibid', 'loc_cit')}(?!\w)\.?", re.IGNORECASE)


def read(reader: Reader, at: int) -> Citation | None:
    match = pattern().match(reader.plain, at)
    if match is None:
        return None
    # "id." may be the beginning of something else.
    if (
        match.group().casefold() in words("loc_cit")
        and match.end() < len(reader.plain)
        and reader.plain[match.end()].isalnum()
    ):
        return None
    locator, end = read_locator(reader, match.end())
    if locator is not None and locator.label is None and is_year(locator.text):
        locator, end = None, match.end()
    return Citation(reader.trimmed(match.start(), end), CitationKind.IBID, locator=locator)
