"""A plain title and its imprint in brackets: ``Jane Doe, A title (Paris: Press, 2015)``, ``… (2nd edn, Press 2015)``.

Chicago's notes and OSCOLA's books where the italics are lost (Chicago Manual of Style 17, 14.23; OSCOLA 4, 3.2).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import OPENING, UPPER, YEAR, edition
from citecheck.parse.forms.reading import Beginning, Reading
from citecheck.parse.fullnames import CAPITALISED, after_names
from citecheck.parse.names import read_authors
from citecheck.parse.titles import trimmed

BEFORE = ("dated_in_brackets",)
EXAMPLES = (
    Example(
        "Jane Marlow, The northern harbours (Northport: Press, 2015)",
        {"authors": "Jane Marlow", "year": "2015", "title": "The northern harbours"},
    ),
    Example("Jane Marlow, The northern harbours (2nd edn, Press 2015) 14", {"title": "The northern harbours"}),
    Example("The mayor, a friend of Jane Marlow, spoke of it (Northport, 2015)", None),
)

FARTHEST = 500


@cache
def _imprint() -> re.Pattern[str]:
    """``(London: Routledge, 2019)``, ``(London, 2019)`` or ``(2nd edn, Routledge 2019)`` behind a title, perhaps with the
    year of the first edition before it."""
    place_and_press = rf"[{UPPER}][^():;]{{1,60}}:\s*[^():;]{{2,80}},\s*"
    place = rf"{CAPITALISED}(?:[\s-]{CAPITALISED}){{0,2}},\s*"
    edition_and_press = rf"{edition()},\s[{UPPER}][^():;,\d]{{1,60}}\s"
    return re.compile(
        rf"\(\s*(?:\d{{4}};[^():;]{{0,30}}[\s,])?(?:{place_and_press}|{place}|{edition_and_press})({YEAR})([a-z])?\s*\)"
    )


def begins(beginning: Beginning) -> bool | None:
    return read(beginning.text) is not None or None


def read(text: str) -> Reading | None:
    imprint = _imprint().search(text, 0, FARTHEST) if "(" in text else None
    if imprint is None or re.search(rf"[{OPENING}*()]", text[: imprint.start()]):
        return None
    start = after_names(text[: imprint.start()])
    title = trimmed(text, start, imprint.start()) if start else None
    authors = read_authors(text[:start].rstrip(" ,"), whole=True)
    if authors is None or title is None:
        return None
    if ":" not in imprint.group() and not text[title[0]].isupper():
        # "…, a friend of Jane Doe, spoke of it (London, 2019)"
        return None
    year = imprint.group(1)
    return Reading(authors, trimmed(text, 0, start), year, imprint.group(2) or "", year, title, title[1])
