"""A further year of the author before: ``Doe, 2019, 2020``, ``Doe, 2019, p. 4; 2020, p. 5``.

Several works of one author in one citation (APA 7, 8.12; Chicago Manual of Style 17, 15.30).
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from citecheck.languages import words
from citecheck.languages.patterns import any_of
from citecheck.model.reference import Citation, CitationKind
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import YEAR
from citecheck.parse.locators import read_locator
from citecheck.parse.reader import FARTHEST, Reader

BEFORE = ("link",)
EXAMPLES = (
    Example("Doe, 2019, 2020", {"kind": "short", "authors": "Doe", "year": "2020"}),
    Example("Doe, 2019, p. 4; 2020, p. 5", {"kind": "short", "authors": "Doe", "year": "2020", "pages": "5"}),
    Example("2020, p. 5", None),
)


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<year>{YEAR})(?P<suffix>[a-z])?(?=\s*(?:[,;.):]|$|\s{any_of('conjunctions')}\s))")


def read(reader: Reader, at: int) -> Citation | None:
    if not reader.cited or reader.cited[-1].kind is not CitationKind.SHORT or not reader.cited[-1].authors:
        return None
    before = reader.cited[-1].span.end - reader.span.start
    if at - before > FARTHEST:
        return None
    gap = reader.plain[before:at].strip(" ,;&\n")
    if gap and gap not in words("conjunctions"):
        return None
    match = pattern().match(reader.plain, at)
    if match is None:
        return None
    locator, end = read_locator(reader, match.end())
    return replace(
        reader.cited[-1],
        span=reader.trimmed(at, end),
        author_span=None,
        year=match.group("year"),
        suffix=match.group("suffix") or "",
        year_span=reader.span.part(match.start(), match.end("suffix" if match.group("suffix") else "year")),
        locator=locator,
    )
