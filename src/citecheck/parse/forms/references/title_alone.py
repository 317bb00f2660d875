"""A title and no author: ``Annual traffic report. Harbour Office, 2019``.

What is left where no other form reads a reference (ISO 690:2021, 5.3; Chicago Manual of Style 17, 14.79).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.languages import words
from citecheck.model.reference import Person
from citecheck.parse.forms import Example
from citecheck.parse.forms.reading import Reading, last_year
from citecheck.parse.names import Authors, natural_name
from citecheck.parse.titles import title_after, trimmed
from citecheck.parse.words import YEAR, body_words

EXAMPLES = (
    Example(
        "Annual traffic report. Northport, 2019.", {"authors": "", "year": "2019", "title": "Annual traffic report"}
    ),
    Example(
        "Règlement (UE) 2016/679 sur les données. Il s'applique depuis le 25 mai 2018.", {"authors": "", "year": "2016"}
    ),
    Example("Regulation (EC) No 1049/2001 on access to documents, amended in 2019.", {"authors": "", "year": "2001"}),
    Example("Marlow, J. (2019). Ice.", None),
)

ACT = re.compile(
    rf"\s*[^\W\d_]+\s(?:[^\W\d_]+\s)?\([A-Z]{{2,4}}\)\s(?:[Nn][o°º.]{{0,2}}\s?)?"
    rf"(?:(?P<first>{YEAR})/\d{{1,4}}|\d{{1,4}}/(?P<behind>{YEAR}))(?![\w/])"
)
"""An act by its number behind an acronym, as in the European Union, where the year stands first since 2015 and behind before."""

LINKED = re.compile(r"\s*(?P<title>[^\s—–].{1,300}?)\s{9,}[—–-]\s+(?P<behind>\S.*)", re.DOTALL)
"""A title that was a link, whose address left blanks, and behind a dash who wrote it or what it is."""
LONGEST_NAME, LONGEST_MAGAZINE = 3, 5
"""Words of a person's name, or a magazine's, behind a linked title."""


def read(text: str) -> Reading | None:
    linked = LINKED.match(text)
    if linked is not None:
        return _linked(text, linked)
    title = title_after(text, 0)
    act = ACT.match(text)
    numbered = (act.group("first") or act.group("behind")) if act is not None else None
    dated: tuple[str | None, str, str | None] = (
        (numbered, "", numbered) if numbered else last_year(text, title[0] if title else 0)
    )
    return Reading(None, None, *dated, title, title[1] if title else 0)


def _linked(text: str, linked: re.Match[str]) -> Reading:
    """A linked title, and the author behind it, where it is a person's name, or that of a magazine with its article, and nothing else."""
    behind, place = linked.group("behind").strip(" .\n"), trimmed(text, *linked.span("behind"))
    known = behind.split()
    named = len(known) <= LONGEST_NAME and known[0].casefold() not in words("filing_articles")
    person = natural_name(behind) if named and body_words().isdisjoint(map(str.casefold, known)) else None
    if person is None and known[0].casefold() in words("filing_articles") and _is_magazine(known):
        person = Person(" ".join(known), corporate=True)
    authors = Authors((person,), False, True) if person is not None else None
    title = trimmed(text, *linked.span("title"))
    year = last_year(text, linked.start("behind"))
    return Reading(authors, place if authors else None, *year, title, linked.start("behind"))


def _is_magazine(name: Sequence[str]) -> bool:
    """Whether a name that begins with an article is all in capitals: ``The Northern Courier``."""
    return 2 < len(name) <= LONGEST_MAGAZINE and all(word[:1].isupper() for word in name)
