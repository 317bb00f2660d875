"""What a form of references reads, and the dates that several of them look for."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from citecheck.parse.dates import parse_date
from citecheck.parse.forms.parts import BLANK, YEAR, no_date
from citecheck.parse.names import Authors
from citecheck.parse.titles import title_after

__all__ = [
    "FIRST_YEAR",
    "Beginning",
    "Place",
    "Reading",
    "any_year",
    "bracketed_date",
    "count_words",
    "last_year",
    "title_and_year",
    "year_of",
]

Place = tuple[int, int]
"""Where a part of a text begins and ends."""
BARE_YEAR = re.compile(rf"(?<![\w./-])({YEAR})([a-z])?(?![\w/])")
QUESTION = re.compile(r"[?!.](?=\s)")
FIRST_YEAR = rf"(?:\({YEAR}\)|\[{YEAR}\])\s{{1,3}}"
"""The year of the first edition, before that of the one used: ``(1982) 2010``."""


class Reading(Struct, frozen=True):
    """The parts of a reference: its authors and where they stand, the year (``n.d.`` for none), its letter, the date in
    ISO 8601 as far as it is printed, where the title stands, and from where on the rest tells container and publisher."""

    authors: Authors | None
    author_place: Place | None
    year: str | None
    suffix: str
    date: str | None
    title_place: Place | None
    rest: int


class Beginning(Struct, frozen=True):
    """A text in which a reference may begin: ``text`` with its emphasis as stars, ``plain`` without it and with its addresses
    as `BLANK`, both of one length. ``linked`` tells whether it holds an address."""

    text: str
    plain: str

    @property
    def linked(self) -> bool:
        """Whether the text holds an address."""
        return BLANK in self.plain


def count_words(text: str) -> int:
    """How many words of two letters and more a text has, addresses aside."""
    return len(re.findall(r"[^\W\d_]{2,}", text.replace(BLANK, "")))


@cache
def any_year() -> re.Pattern[str]:
    """A year, or "no date"."""
    return re.compile(rf"(?<![\w/]){YEAR}[a-z]?(?![\w/])|{no_date()}")


@cache
def bracketed_date() -> re.Pattern[str]:
    """``(2020a)``, ``(2020, 4 March)``, ``(n.d.)``: the groups are the year, its letter, what follows, and "no date"."""
    return re.compile(rf"(?<![^\W\d_])\(\s*(?:({YEAR})([a-z])?([^()]{{0,60}})|({no_date()}))\s*\)", re.IGNORECASE)


def year_of(match: re.Match[str]) -> tuple[str, str, str | None]:
    """The year, its letter and the date of a `bracketed_date`."""
    if match.group(4):
        return "n.d.", "", None
    iso = parse_date(match.group(1) + match.group(3)) if match.group(3).strip(" ,") else match.group(1)
    return match.group(1), match.group(2) or "", iso or match.group(1)


def last_year(text: str, after: int) -> tuple[str | None, str, str | None]:
    """The last year printed from ``after`` on, its letter, and its date where one is printed around it."""
    last = None
    for match in BARE_YEAR.finditer(text, after):
        last = match
    if last is None:
        missing = re.search(rf"[,(.\s]({no_date()})", text[after:], re.IGNORECASE)
        return ("n.d.", "", None) if missing else (None, "", None)
    around = text[max(after, last.start() - 24) : last.end()]
    pieces = re.split(r"[,(;]\s*", around)
    iso = parse_date(pieces[-1].strip()) or (parse_date(", ".join(pieces[-2:]).strip()) if len(pieces) > 1 else None)
    return last.group(1), last.group(2) or "", iso or last.group(1)


def title_and_year(text: str, start: int) -> tuple[Place | None, tuple[str | None, str, str | None]]:
    """The title that begins at ``start``, and the last year behind it as `last_year` has it."""
    title = title_after(text, start)
    year = last_year(text, title[1] if title else start)
    if year[0] is None and title is not None:
        # Without a stop behind it ("How much? Journal 2012;98:201") the title took in the rest.
        year = last_year(text, start)
        sentence = QUESTION.search(text, title[0], title[1])
        title = (title[0], sentence.end()) if year[0] and sentence else title
    return title, year
