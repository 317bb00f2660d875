"""A colon between author and title: ``Jane Doe: *Title*, 2019``, ``Doe, Jane: Title. Press, 2019``, ``Jane Doe: Title (2019)``.

The German and the Swiss habit, and that of lists of films and of the press (Duden; *Zitierregeln*).
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import BLANK, OPENING, UPPER, YEAR
from citecheck.parse.forms.reading import Beginning, Reading, any_year, last_year, title_and_year
from citecheck.parse.names import read_authors
from citecheck.parse.titles import trimmed
from citecheck.parse.words import places

BEFORE = ("dated_in_brackets", "title_first", "imprint")
EXAMPLES = (
    Example(
        "Jane Marlow: *The northern harbours*, 2015.", {"authors": "Jane Marlow", "title": "The northern harbours"}
    ),
    Example("Jane Marlow: Harbours (2015).", {"authors": "Jane Marlow", "year": "2015", "title": "Harbours"}),
    Example("Marlow, Jane: Ice. Northport: Press, 2015.", {"authors": "Marlow, Jane", "title": "Ice"}),
    Example("Northport: Harbour Press, 2015", None),
)

START = re.compile(rf"\s*(?P<names>[^\d:;()\[\]{OPENING}*\x00\n]{{5,120}}?)\s?:\s+(?=[{UPPER}{OPENING}*])")
DATED = re.compile(rf"(?P<title>[^():;\n]{{2,200}}?)\s*\((?:[^()]{{1,40}}\s)?{YEAR}\)")
TITLED = re.compile(rf",\s(?:[{UPPER}]\.\s?){{1,3}}\s?[{UPPER}]\w{{2,}}\s[{UPPER}]\w{{2,}}")
"""Initials, and behind them two words that are no name but begin a title."""
SENTENCE = re.compile(r"[^\W\d_]{3}\.\s")


def _names(text: str) -> re.Match[str] | None:
    """The full names before the colon."""
    start = START.match(text)
    if start is None or SENTENCE.search(start.group("names")) or TITLED.search(start.group("names")):
        return None
    names = start.group("names")
    authors = read_authors(names, whole=True)
    if authors is None or not authors.sure or len(names.split()) < 2 or names.casefold() in places():
        return None
    person = all(author.given or len(author.family.split()) in (2, 3) for author in authors.persons)
    return start if person and not any(author.corporate for author in authors.persons) else None


def begins(beginning: Beginning) -> bool | None:
    start = _names(beginning.text)
    if start is None:
        return None
    marked = (
        beginning.text[start.end()] in f"*{OPENING}" and any_year().search(beginning.plain, start.end()) is not None
    )
    return marked or DATED.match(beginning.plain.replace(BLANK, " "), start.end()) is not None or None


def read(text: str) -> Reading | None:
    start = _names(text)
    if start is None:
        return None
    authors, place = read_authors(start.group("names"), whole=True), trimmed(text, *start.span("names"))
    dated = DATED.match(text, start.end()) if text[start.end()] not in f"*{OPENING}" else None
    if dated is not None:
        title = trimmed(text, *dated.span("title"))
        return Reading(authors, place, *last_year(text, dated.end("title")), title, dated.end("title"))
    title, year = title_and_year(text, start.end())
    return Reading(authors, place, *year, title, title[1] if title else start.end())
