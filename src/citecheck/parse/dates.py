"""Dates as printed, in any language that citecheck knows: span to `Date`, text to ISO date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from citecheck.languages import all_languages
from citecheck.languages.patterns import any_of
from citecheck.model.document import Date
from citecheck.model.source import Source, Span

EARLIEST, LATEST = 1500, 2099
"""The years that four digits are taken for."""

_LONGEST_MONTH = 12
_LONGEST_ABBREVIATION = 5
_GAP = r"[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?"

# Digits come first in every pattern so that the engine can skip to them; all repeats are bounded.
_DIGITS = re.compile(r"[0-9](?<![0-9][0-9])[0-9]{0,3}(?![0-9])")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{2})(?:[-/.]([0-9]{2}))?(?![0-9]|[-/.][0-9])")
_NUMERIC = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9]|[-/.][0-9])")
_YEAR_NEXT = re.compile(rf"\.?,?{_GAP}([0-9]{{4}})(?![0-9])")
_AFTER_YEAR = re.compile(rf",{_GAP}")
_MONTH_ENDS = re.compile(r"\.?\s?(?:[)\];]|\.\s|\.?\Z)")
_INSIDE = re.compile(r"(?:[\w/=]|[^\W\d_]-|[0-9][.])\Z")
_BARE_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")


@cache
def _ending() -> str:
    endings = any_of("day_endings")
    return rf"{endings}|<sup>{endings}</sup>"


@cache
def _after_day() -> re.Pattern[str]:
    return re.compile(rf"(?:{_ending()}|°|\.)?{_GAP}")


@cache
def _year_after_day() -> re.Pattern[str]:
    return re.compile(rf"(?:{_ending()}|°|\.)?,?{_GAP}([0-9]{{4}})(?![0-9])")


@cache
def _day_next() -> re.Pattern[str]:
    return re.compile(rf"\.?{_GAP}([0-9]{{1,2}})(?![0-9])(?:{_ending()})?")


@cache
def _day_first() -> re.Pattern[str]:
    return re.compile(rf"([0-9]{{1,2}})(?![0-9])(?:{_ending()}|°|\.)?{_GAP}")


class Month(Struct, frozen=True):
    """A month's name or abbreviation, characters ``start`` to ``end`` of a text, without its full stop."""

    start: int
    end: int
    number: int


def find_dates(span: Span) -> tuple[Date, ...]:
    """All dates in ``span`` that are more than a bare year, in order, with as much precision as is printed.

    Of a numeric date whose day and month cannot be told apart only the year counts; a day that the month does not have
    is left out.
    """
    text = span.text
    dates: list[Date] = []
    reached = 0
    for match in _DIGITS.finditer(text):
        if match.start() < reached:
            continue
        found = _date_at(text, match.start(), match.end(), reached)
        if found is not None:
            start, end, iso = found
            dates.append(Date(span.part(start, end), iso))
            reached = end
    return tuple(dates)


def parse_date(text: str) -> str | None:
    """The first date in ``text`` as ``2023-03-07``, ``2023-03`` or ``2023``.

    Without one it is the only year in the text, and None where there is none or several.
    """
    dates = find_dates(Span(Source("", text), 0, len(text)))
    if dates:
        return dates[0].iso
    years = set(_BARE_YEAR.findall(text))
    return years.pop() if len(years) == 1 else None


def month_before(text: str, at: int) -> Month | None:
    """The month whose name ends before ``at``, but for a full stop, a comma and white space."""
    end = at
    lowest = max(0, at - 6)
    while end > lowest and (text[end - 1].isspace() or text[end - 1] in ".,"):
        end -= 1
    start = end
    lowest = max(0, end - _LONGEST_MONTH)
    while start > lowest and text[start - 1].isalpha():
        start -= 1
    if end == at or start == end or (start and text[start - 1].isalnum()):
        return None
    # After a whole name a full stop ends the sentence: "in December. 2023 was …".
    if text[end] == "." and end - start > _LONGEST_ABBREVIATION:
        return None
    number = _months().get(text[start:end].lower())
    return None if number is None else Month(start, end, number)


def month_after(text: str, at: int) -> Month | None:
    """The month whose name begins at ``at`` or after an ordinal's ending and white space."""
    gap = _after_day().match(text, at)
    return None if gap is None or gap.end() == at else _month_at(text, gap.end())


@cache
def _months() -> Mapping[str, int]:
    return MappingProxyType({name: number for one in all_languages() for name, number in one.months.items()})


def _month_at(text: str, start: int) -> Month | None:
    end = start
    highest = min(len(text), start + _LONGEST_MONTH)
    while end < highest and text[end].isalpha():
        end += 1
    if end == start or (end < len(text) and text[end].isalnum()):
        return None
    number = _months().get(text[start:end].lower())
    return None if number is None else Month(start, end, number)


def _date_at(text: str, start: int, end: int, reached: int) -> tuple[int, int, str] | None:
    """Start, end and ISO form of the date with the digits ``start`` to ``end``; it begins at ``reached`` or later."""
    if _INSIDE.search(text, max(0, start - 2), start) is not None:
        return None
    if end - start == 4:
        return _from_year(text, start, end, reached) if EARLIEST <= int(text[start:end]) <= LATEST else None
    return _from_day(text, start, end, reached) if end - start <= 2 else None


def _from_year(text: str, start: int, end: int, reached: int) -> tuple[int, int, str] | None:
    year = int(text[start:end])
    iso = _ISO.match(text, start)
    if iso is not None:
        month, day = int(iso[2]), iso[3]
        # "2010-11" may be a season; "2023-03" cannot, as periods do not run backwards.
        if 1 <= month <= 12 and (day or (text[end] == "-" and month < year % 100)):
            return start, iso.end(), _iso(year, month, int(day or 0))
        return None
    before = month_before(text, start)
    if before is not None and before.start >= reached:
        return before.start, end, _iso(year, before.number)
    comma = _AFTER_YEAR.match(text, end)
    if comma is None:
        return None
    day_first = _day_first().match(text, comma.end())
    if day_first is not None:
        named = _month_at(text, day_first.end())
        return None if named is None else (start, named.end, _iso(year, named.number, int(day_first[1])))
    named = _month_at(text, comma.end())
    if named is None:
        return None
    day_next = _day_next().match(text, named.end)
    if day_next is not None:
        return start, day_next.end(), _iso(year, named.number, int(day_next[1]))
    # "In 2023, May …" is no date, "(2023, May)" is.
    return (start, named.end, _iso(year, named.number)) if _MONTH_ENDS.match(text, named.end) else None


def _from_day(text: str, start: int, end: int, reached: int) -> tuple[int, int, str] | None:
    day = int(text[start:end])
    numeric = _NUMERIC.match(text, start)
    if numeric is not None:
        return _from_numbers(numeric)
    after = month_after(text, end)
    if after is not None:
        year = _YEAR_NEXT.match(text, after.end)
        if year is None or not EARLIEST <= int(year[1]) <= LATEST:
            return None
        return start, year.end(), _iso(int(year[1]), after.number, day)
    year = _year_after_day().match(text, end)
    if year is None or not EARLIEST <= int(year[1]) <= LATEST:
        return None
    before = month_before(text, start)
    if before is None or before.start < reached:
        return None
    return before.start, year.end(), _iso(int(year[1]), before.number, day)


def _from_numbers(numeric: re.Match[str]) -> tuple[int, int, str] | None:
    first, second, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
    if not EARLIEST <= year <= LATEST or not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    if first > 12:
        iso = _iso(year, second, first)
    elif second > 12 or first == second:
        iso = _iso(year, first, second)
    else:
        iso = f"{year:04}"
    return numeric.start(), numeric.end(), iso


def _iso(year: int, month: int, day: int = 0) -> str:
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"
