"""Everything between commas: ``Jane Doe, A title without italics, Paris, Press, 2015``.

The French habit of books in notes and bibliographies where the italics are lost (Imprimerie nationale, *Lexique*).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import OPENING, UPPER, YEAR, edition
from citecheck.parse.forms.reading import BARE_YEAR, Beginning, Reading, last_year
from citecheck.parse.forms.references.dated_in_brackets import press
from citecheck.parse.fullnames import after_names
from citecheck.parse.names import read_authors
from citecheck.parse.titles import trimmed

BEFORE = ("title_alone",)
EXAMPLES = (
    Example(
        "Jeanne Marlow, Les ports du Nord, Paris, Presses du Nord, 2015, p. 45.",
        {"authors": "Jeanne Marlow", "year": "2015", "title": "Les ports du Nord"},
    ),
    Example("Les ports du Nord, en 2015", None),
)

_TOWN = rf"[{UPPER}][\w’'.-]{{1,30}}(?:\s[{UPPER}][\w’'.-]{{1,30}})?"
NAME = re.compile(rf"\s*((?:[{UPPER}][\w’'.-]*\s+){{1,2}}[{UPPER}][\w’'-]+),\s+(?=[{UPPER}«“\"])")
FEWEST_PIECES = 4
FEWEST_COMMAS = 3
"""Commas of a name, a title, an edition or a press, and a year; one less where two towns stand with a stroke between them."""


@cache
def _titled() -> re.Pattern[str]:
    """A title with its place, press and year."""
    return re.compile(
        rf"\s*(?P<title>[{UPPER}][^;()]{{2,240}}?){press()},\s+(?P<year>{YEAR})(?P<suffix>[a-z])?(?=[.,;\s]|$)"
    )


@cache
def _places() -> re.Pattern[str]:
    """A title, its edition and its places before the year; without the edition there are two places at least."""
    return re.compile(
        rf"(?P<title>[{UPPER}][^;()*«“]{{2,240}}?),\s+(?:{edition()},\s+{_TOWN}|{_TOWN}/{_TOWN})"
        rf"(?:\s?[/–-]\s?{_TOWN}){{0,4}}\s+(?P<year>{YEAR})(?P<suffix>[a-z])?(?=[.,;\s]|$)"
    )


def begins(beginning: Beginning) -> bool | None:
    if beginning.plain.count(",") < FEWEST_COMMAS and "/" not in beginning.plain:
        return None
    return comma_reference(beginning.plain) is not None or _edition_and_places(beginning.plain) is not None or None


def read(text: str) -> Reading | None:
    return _with_press(text) or _edition_and_places(text) or _listed(text)


def _with_press(text: str) -> Reading | None:
    """``Jane Doe, A title, Paris, Press, 2015``."""
    whole = comma_reference(text)
    authors = read_authors(text[: whole[0]].rstrip(" ,"), whole=True) if whole is not None else None
    if whole is None or authors is None:
        return None
    start, match = whole
    title, year = trimmed(text, *match.span("title")), match.group("year")
    place = trimmed(text, 0, start)
    return Reading(authors, place, year, match.group("suffix") or "", year, title, match.end("title"))


def _listed(text: str) -> Reading | None:
    """``Jane Doe, A title, whatever, 2015``: an author, a title and a year at the end."""
    name = NAME.match(text)
    pieces = text.split(",")
    if name is None or len(pieces) < FEWEST_PIECES or not BARE_YEAR.search(pieces[-1]):
        return None
    authors = read_authors(name.group(1), whole=True)
    title = trimmed(text, name.end(), name.end() + len(text[name.end() :].split(",")[0]))
    if authors is None or title is None or len(text[slice(*title)].split()) < 2:
        return None
    return Reading(authors, trimmed(text, 0, name.end()), *last_year(text, title[1]), title, title[1])


def _edition_and_places(text: str) -> Reading | None:
    """``DOE JANE, A title, 2e éd., Genève/Zurich 2019``, as Swiss law has it."""
    start = after_names(text[:300])
    match = _places().match(text, start) if start else None
    authors = read_authors(text[:start].rstrip(" ,"), whole=True) if match is not None else None
    if match is None or authors is None or not authors.sure:
        return None
    title, year = trimmed(text, *match.span("title")), match.group("year")
    return Reading(authors, trimmed(text, 0, start), year, match.group("suffix") or "", year, title, match.end("title"))


def comma_reference(text: str) -> tuple[int, re.Match[str]] | None:
    """Where the names of such a reference end, and the title with what follows."""
    start = after_names(text[:300])
    while start:
        match = _titled().match(text, start)
        if (
            match is not None
            and len(match.group("title").split()) >= 2
            and not re.search(rf"[{OPENING}*]", match.group())
        ):
            return start, match
        # The last of what looks like names may be the title.
        start = text.rfind(",", 0, start - 2) + 1
    return None
