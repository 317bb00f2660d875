"""The year between stops: ``Doe, J., 2015. Title. Press``, ``Doe, Jane. 2015. Title. *Journal*``.

Harvard's variant with a comma, ISO 690's name-and-date method, Chicago's author–date style where the title is plain
(ISO 690:2021, 6.2; Chicago Manual of Style 17, 15.6).
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import NAMES, OPENING, UPPER, YEAR
from citecheck.parse.forms.reading import Beginning, Reading, count_words
from citecheck.parse.forms.references.marked_title import author_year
from citecheck.parse.names import has_initials, read_authors, read_persons
from citecheck.parse.titles import title_after, trimmed

BEFORE = ("initials_first",)
EXAMPLES = (
    Example(
        "Marlow, J., 2015. The northern harbours. Northport: Harbour Press.",
        {"authors": "Marlow, J.", "year": "2015", "title": "The northern harbours"},
    ),
    Example("Marlow, J. The northern harbours. 2015.", None),
)

FARTHEST = 400
START = re.compile(
    rf"(?P<names>{NAMES}{{2,240}}?)(?:[.,]\s+|(?<=[^\W\d_][^\W\d_])\.){YEAR}[a-z]?\s*[.:]\s+(?=[{UPPER}*“\"«])"
)

STOPPED_YEAR = re.compile(rf"{YEAR}[a-z]?\s*[.:]\s")
"""What such a beginning has, so that other texts need no closer look."""


def begins(beginning: Beginning) -> bool | None:
    start = START.match(beginning.plain) if STOPPED_YEAR.search(beginning.plain) else None
    names = start.group("names") if start is not None else ""
    persons = read_persons(names, whole=True) if start is not None else None
    if start is None or not persons:
        return None
    # Without initials, an inverted name before a title with its marks is as clear.
    marked = beginning.text[start.end() - 1 : start.end() + 1].strip()[:1] in tuple(f"*{OPENING}")
    if not has_initials(names) and not ("," in names and persons[2] and marked):
        return None
    return count_words(beginning.plain[start.end() :]) >= 3


def read(text: str) -> Reading | None:
    match = author_year().search(text, 0, FARTHEST)
    if match is None:
        return None
    head = text[: match.start() + 1]
    if re.search(rf"[{OPENING}*]", head):
        return None
    authors = read_authors(head, whole=True)
    title = title_after(text, match.end())
    if authors is None or title is None:
        return None
    year, date = ("n.d.", None) if match.group(3) else (match.group(1), match.group(1))
    place = trimmed(text, 0, match.start() + 1)
    return Reading(authors, place, year, match.group(2) or "", date, title, title[1])
