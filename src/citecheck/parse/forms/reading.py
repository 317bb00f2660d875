"""What a form of references reads, and the dates that several of them look for."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from citecheck.languages.patterns import alternatives, any_of
from citecheck.parse.dates import parse_date
from citecheck.parse.forms.parts import BLANK, DASH, UPPER, YEAR, no_date, page_label
from citecheck.parse.names import Authors
from citecheck.parse.titles import title_after
from citecheck.parse.words import month_names

__all__ = [
    "FIRST_YEAR",
    "Beginning",
    "Place",
    "Reading",
    "any_year",
    "before_year",
    "bracketed_date",
    "count_words",
    "edition_year",
    "last_year",
    "tells_span",
    "title_and_year",
    "year_of",
]

Place = tuple[int, int]
"""Where a part of a text begins and ends."""
BARE_YEAR = re.compile(rf"(?<![\w./-])({YEAR})((?!s)[a-z])?(?![\w/])")
ISSUE_YEAR = re.compile(
    rf"(?<![\w./-])(?:\d{{1,3}}/({YEAR})|({YEAR})/\d{{1,3}}|({YEAR})[-–]\d{{1,2}}(?=\s\())(?![\w/])"
)
"""The year of an issue: ``4/2015``, ``2015/4``, ``2015-4 (n° 64)``."""
SPAN_OF_YEARS = re.compile(rf"\(({YEAR})\s?[-–—]\s?({YEAR})\)")
REPRINTED = re.compile(rf"(?<![\w./-])({YEAR})([a-z])?\s?(?:\({YEAR}\)|\[{YEAR}\])")
"""The year of the edition used, and that of the first one behind it: ``1991 (1974)``, ``2005 [1963]``."""
PRESS_BEHIND = re.compile(
    rf",\s+[{UPPER}][^,:;.]{{1,40}}(?:,\s[{UPPER}][{UPPER}.]{{1,4}})?\s?:\s[^,:;.]{{2,60}},\s{YEAR}[a-z]?\W*$"
)
"""A place, its press and the year behind a comma: ``, Leeds and Sterling, VA: Mill House, 2010``."""
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
    return re.compile(rf"(?<![\w/]){YEAR}(?:(?!s)[a-z])?(?![\w/])|{no_date()}")


@cache
def before_year() -> str:
    """What may stand before the year in a bracket: day and month, ``c.``, the year of the first edition."""
    ordinal, month = any_of("day_endings", "ordinal_endings"), alternatives(month_names())
    day = rf"\d{{1,2}}(?:{ordinal}\b|\.)?"
    return (
        rf"(?:(?:{day}\s)?(?:{month})\b\.?,?\s(?:{day},?\s)?|(?:\d{{1,2}}[./-]){{1,2}}"
        rf"|{any_of('about', 'before_years')}\.?\s?|\[{YEAR}\]\s{{0,3}})"
    )


@cache
def bracketed_date() -> re.Pattern[str]:
    """``(2020a)``, ``(2020, 4 March)``, ``(4 March 2020)``, ``(c. 1980)``, ``([1975] 1980)``, ``(1975/1980)``, ``[1980].``, ``(n.d.)``."""
    return re.compile(
        rf"(?<![^\W\d_])(?:\(|(?P<square>\[)(?=[^()\[\]]{{4,40}}\]\s?[.,:]))\s*"
        rf"(?:(?P<before>{before_year()})?(?:(?P<first>{YEAR})/)?\[?(?P<year>{YEAR})(?![\d])(?P<suffix>[a-z])?"
        rf"(?P<after>(?(square)[^()\[\]]{{0,40}}|[^()]{{0,60}}))|(?P<none>{no_date()}))\s*(?(square)\]|\))",
        re.IGNORECASE,
    )


def edition_year(first: str | None, year: str) -> str:
    """The year by which ``1975/1980`` is known: that of the edition used, and of a season (``2019/2020``) the first one."""
    return first if first and int(year) == int(first) + 1 else year


@cache
def _pages() -> re.Pattern[str]:
    """Pages that look like years: ``235:1501-1531``, ``pp. 1901–1910``, ``12(3), 1901–1910``."""
    last = rf"\s?[{DASH}]{{1,2}}\s?\d{{1,4}}(?!\d)"
    return re.compile(rf"(?:(?<=[\d)])(?::\s?|,\s)|{page_label()}\s?){YEAR}{last}", re.IGNORECASE)


def year_of(match: re.Match[str]) -> tuple[str, str, str | None]:
    """The year, its letter and the date of a `bracketed_date`."""
    if match.group("none"):
        return "n.d.", "", None
    year, after = edition_year(match.group("first"), match.group("year")), match.group("after").strip(" ,]")
    told = after or re.search(r"\d|[^\W\d_]{3}", re.sub(r"\[.*", "", match.group("before") or ""))
    iso = parse_date(f"{match.group('before') or ''}{year}{match.group('after')}") if told else None
    return year, match.group("suffix") or "", iso or year


def last_year(text: str, after: int) -> tuple[str | None, str, str | None]:
    """The last year printed from ``after`` on, its letter, and its date where one is printed around it."""
    shown = _without_pages(text)
    last = None
    for match in BARE_YEAR.finditer(shown, after):
        last = match
    reprinted = REPRINTED.search(shown, after)
    if reprinted is not None and last is not None and last.start() < reprinted.end():
        return reprinted.group(1), reprinted.group(2) or "", reprinted.group(1)
    if last is None:
        return _issue_year(text, after)
    around = shown[max(after, last.start() - 24) : last.end()]
    pieces = re.split(r"[,(;]\s*", around)
    iso = parse_date(pieces[-1].strip()) or (parse_date(", ".join(pieces[-2:]).strip()) if len(pieces) > 1 else None)
    return last.group(1), last.group(2) or "", iso or last.group(1)


def _without_pages(text: str) -> str:
    """The text with blanks for pages that look like years, at the same length, where it has another year, and for the span of
    years in brackets that a work tells of."""
    if "-" not in text and "–" not in text:
        return text
    told = SPAN_OF_YEARS.sub(_blank_if_long, text)
    shown = _pages().sub(lambda pages: " " * len(pages.group()), told)
    return shown if BARE_YEAR.search(shown) else told


def _blank_if_long(years: re.Match[str]) -> str:
    """Blanks for a span of years, at the same length, but for two that follow one another, which a volume may bear."""
    return " " * len(years.group()) if _is_long(years) else years.group()


def _is_long(years: re.Match[str]) -> bool:
    return int(years.group(2)) - int(years.group(1)) > 1


def tells_span(text: str, at: int) -> bool:
    """Whether the years in brackets at a place are those that a work tells of: ``Harbours (1657–1724)``."""
    years = SPAN_OF_YEARS.match(text, at)
    return years is not None and _is_long(years)


def _issue_year(text: str, after: int) -> tuple[str | None, str, str | None]:
    """The year of the last issue named from ``after`` on, or that there is none, as `last_year` has it."""
    issues = [next(filter(None, match.groups())) for match in ISSUE_YEAR.finditer(text, after)]
    if issues:
        return issues[-1], "", issues[-1]
    missing = re.search(rf"[,(.\s]({no_date()})", text[after:], re.IGNORECASE)
    return ("n.d.", "", None) if missing else (None, "", None)


def title_and_year(text: str, start: int) -> tuple[Place | None, tuple[str | None, str, str | None]]:
    """The title that begins at ``start``, and the last year behind it as `last_year` has it."""
    title = title_after(text, start)
    year = last_year(text, title[1] if title else start)
    if year[0] is None and title is not None:
        # Without a stop behind it ("How much? Journal 2012;98:201") the title took in the rest.
        year = last_year(text, start)
        sentence = QUESTION.search(text, title[0], title[1])
        press = PRESS_BEHIND.search(text, title[0], title[1])
        end = sentence.end() if sentence else press.start() if press else title[1]
        title = (title[0], end) if year[0] else title
    return title, year
