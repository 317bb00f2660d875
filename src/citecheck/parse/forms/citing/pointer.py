"""A pointer to another note: ``supra note 12``, ``see note 12``, ``Doe, supra note 12``, ``Doe (n 12) 45``.

What that note cites (McGill guide 1.4.1.1; OSCOLA 4, 1.2.1; Bluebook rule 4.2; Chicago Manual of Style 17, 14.31).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation, CitationKind, Locator
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import DASH, NAMES
from citecheck.parse.locators import ranges, read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import Reader

BEFORE = ("op_cit",)
EXAMPLES = (
    Example("supra note 12, p. 4", {"kind": "note", "target": "12", "pages": "4"}),
    Example("Doe, supra note 12", {"kind": "note", "target": "12", "authors": "Doe"}),
    Example("Doe (n 12) 45", {"kind": "note", "target": "12", "authors": "Doe", "pages": "45"}),
    Example("a note of thanks", None),
)

_PAGES = rf"\d{{1,5}}(?:[{DASH}]\d{{1,5}})?"
NAMED_PAGE = re.compile(rf"\s({_PAGES}(?:,\s{_PAGES}){{0,6}})(?![\w’'])")


@cache
def named() -> re.Pattern[str]:
    """``Doe (n 12)``."""
    return re.compile(
        rf"(?P<names>{NAMES}{{2,80}}?)\s\((?:{any_of('back_words')}\s)?{any_of('note_labels')}\.?\s?"
        r"(?P<target>\d{1,4})\)"
    )


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<names>{NAMES}{{2,80}}?)\s*+,\s*+)?(?<!\w){any_of('note_words')}\s*+"
        r"(?P<target>\d{1,5})(?!\w)",
        re.IGNORECASE,
    )


def read(reader: Reader, at: int) -> Citation | None:
    match = named().match(reader.plain, at) if "(" in reader.plain else None
    if match is None and reader.speaks("note_words"):
        match = pattern().match(reader.plain, at)
    if match is None:
        return None
    names = match.group("names")
    persons = read_persons(names) if names else None
    if names and persons is None:
        return None
    locator, end = read_locator(reader, match.end())
    page = NAMED_PAGE.match(reader.plain, match.end()) if locator is None and match.re is named() else None
    if page is not None:
        pages = ranges(page.group(1))
        locator, end = Locator(reader.span.part(*page.span(1)), page.group(1), None, pages), page.end()
    return Citation(
        reader.trimmed(match.start(), end),
        CitationKind.NOTE,
        authors=persons[0] if persons else (),
        locator=locator,
        target=match.group("target"),
    )
