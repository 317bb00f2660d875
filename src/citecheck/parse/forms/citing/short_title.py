"""An author and a short title: ``Doe, *Short title*, p. 4``, ``Doe, “Short title,” 12``.

A work cited before, named again without its year (Chicago Manual of Style 17, 14.30; MLA 9, 6.8).
"""

from __future__ import annotations

import re

from citecheck.model.reference import Citation, CitationKind, Locator
from citecheck.parse.forms import Example
from citecheck.parse.forms.citing.op_cit import behind_title
from citecheck.parse.forms.citing.short import TITLED_AUTHOR
from citecheck.parse.forms.parts import DASH, YEAR
from citecheck.parse.locators import ranges, read_locator
from citecheck.parse.names import read_persons
from citecheck.parse.reader import Reader
from citecheck.parse.titles import closed_title

BEFORE = ("body",)
EXAMPLES = (
    Example("Doe, *Short title*, p. 4", {"kind": "title", "authors": "Doe", "title": "Short title", "pages": "4"}),
    Example("Doe, “Short title,” 12", {"kind": "title", "authors": "Doe", "title": "Short title", "pages": "12"}),
    Example("Doe, « Un titre », art. cit., p. 4", {"kind": "op-cit", "title": "Un titre", "pages": "4"}),
    Example("Doe, “A title” (op. cit.), 12", {"kind": "op-cit", "title": "A title", "pages": "12"}),
    Example("Doe, « Un titre », loc. cit.", {"kind": "op-cit", "authors": "Doe", "title": "Un titre"}),
    Example("as it was called, “so to speak”", None),
)

YEAR_BEHIND = re.compile(rf",\s+({YEAR})(?=\s*(?:[,.;)]|$))")
_PAGES = rf"\d{{1,5}}(?:[{DASH}]\d{{1,5}})?"
BARE = re.compile(rf"\s+({_PAGES}(?:,\s*{_PAGES})*(?![\w’']))")
"""Pages behind a comma that stands inside the quotation marks."""


def read(reader: Reader, at: int) -> Citation | None:
    match = TITLED_AUTHOR.match(reader.text, at)
    persons = read_persons(match.group("names")) if match is not None else None
    if match is None or persons is None or not persons[2]:
        return None
    closed = closed_title(reader.text, match.end(), len(reader.text))
    title = reader.text[match.end() : closed].strip('*_“”"«» ,.’') if closed is not None else ""
    if closed is None or not title:
        return None
    again = behind_title().match(reader.plain, closed)
    year = None if again else YEAR_BEHIND.match(reader.plain, closed)
    behind = again or year
    locator, end = _locator(reader, behind.end() if behind else closed)
    return Citation(
        reader.trimmed(at, end),
        CitationKind.OP_CIT if again else CitationKind.TITLE,
        authors=persons[0],
        author_span=reader.trimmed(at, match.end("names")),
        et_al=persons[1],
        title=" ".join(title.split()),
        year=year.group(1) if year else None,
        year_span=reader.span.part(*year.span(1)) if year else None,
        locator=locator,
        weak=locator is None and again is None,
    )


def _locator(reader: Reader, at: int) -> tuple[Locator | None, int]:
    """The pages behind a title, and where they end: behind a comma, which may stand inside the quotation marks."""
    locator, end = read_locator(reader, at)
    bare = BARE.match(reader.plain, at) if reader.text[at - 2 : at - 1] == "," else None
    if locator is not None or bare is None:
        return locator, end
    return Locator(reader.span.part(*bare.span(1)), bare.group(1), None, ranges(bare.group(1))), bare.end()
