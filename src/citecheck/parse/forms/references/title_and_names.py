"""A title, then its authors behind a dash: ``*Title* — Jane Doe, Richard Roe``, ``« Titre » – Jane Doe, Press, 2015``.

The habit of booksellers' and reading lists.
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, conjunction_sign
from citecheck.parse.forms.reading import Beginning, Reading, last_year
from citecheck.parse.names import read_authors
from citecheck.parse.titles import trimmed

BEFORE = ("title_first", "marked_title")
EXAMPLES = (
    Example(
        "*The northern harbours* — Jane Marlow, Bo Quill.",
        {"authors": "Marlow, Jane; Quill, Bo", "title": "The northern harbours"},
    ),
    Example("*The northern harbours*, Northport, 2015", None),
)


@cache
def _pattern() -> re.Pattern[str]:
    name = rf"(?:[{UPPER}][\w’'.-]*\s){{1,3}}[{UPPER}][\w’'-]+"
    return re.compile(
        rf"\s*(?P<title>\*[^*\n]{{2,200}}\*|«[^»\n]{{2,200}}»|“[^”\n]{{2,200}}”)\s?[—–-]\s"
        rf"(?P<names>{name}(?:(?:,\s|\s{conjunction_sign()}\s){name})*)(?=\s*(?:[.,;(]|$))"
    )


def begins(beginning: Beginning) -> bool | None:
    return read(beginning.text) is not None or None


def read(text: str) -> Reading | None:
    match = _pattern().match(text)
    authors = read_authors(match.group("names"), whole=True) if match is not None else None
    if match is None or authors is None or not authors.sure:
        return None
    title = match.span("title")
    return Reading(authors, trimmed(text, *match.span("names")), *last_year(text, match.end()), title, match.end())
