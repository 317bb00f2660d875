"""A body with a long name and a year: ``Committee that looks after ports and ships, 2021, p. 7``.

It has more lower-case words than capitals, and is not known as a name by its words (``Office of``), so that it may be a
sentence: a citation only where it is all that stands between semicolons, and if a source is found to it.
"""

from __future__ import annotations

import re

from citecheck.model.reference import Citation, CitationKind, Person
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, YEAR
from citecheck.parse.locators import read_locator
from citecheck.parse.reader import Reader

BEFORE = ("another_year",)
EXAMPLES = (
    Example(
        "Committee that looks after ports and ships, 2021, p. 7",
        {"kind": "short", "authors": "Committee that looks after ports and ships", "year": "2021", "pages": "7"},
    ),
    Example("The ships were few then, 2021 was a bad year", None),
)

BODY = re.compile(
    rf"(?P<names>[{UPPER}][\w’'-]{{1,40}}(?:\s[\w’'-]{{1,40}}){{2,11}}),\s(?P<year>{YEAR})(?P<suffix>[a-z])?(?![\w’'])"
)
ALONE = re.compile(r"[\s.]{0,3}(?:;|$)")
"""What stands behind a citation that is alone: the end, or a semicolon."""


def read(reader: Reader, at: int) -> Citation | None:
    match = BODY.match(reader.plain, at)
    if match is None or not reader.stands_first(at):
        return None
    locator, end = read_locator(reader, match.end())
    if not ALONE.match(reader.plain, end):
        return None
    return Citation(
        reader.trimmed(at, end),
        CitationKind.SHORT,
        authors=(Person(" ".join(match.group("names").split()), corporate=True),),
        author_span=reader.trimmed(at, match.end("names")),
        year=match.group("year"),
        suffix=match.group("suffix") or "",
        year_span=reader.span.part(match.start("year"), match.end("suffix" if match.group("suffix") else "year")),
        locator=locator,
        weak=True,
        sure=False,
    )
