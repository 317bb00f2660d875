"""The days that a date may mean, as far as it is printed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["day_range"]

PACKED = re.compile(r"(?P<year>(?:1[5-9]|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
PARTED = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?:[T/].*|[?~%]|\s\d{1,2}:.*)?",
    re.DOTALL,
)
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def day_range(text: str) -> tuple[date, date] | None:
    """The first and the last day that a date may mean: ``2022-06-21``, ``20220621``, ``2022-06``, ``2022``; the year where
    nothing else of it can be read for sure (``06/07/2022``, ``June 2022``). None where it is no date (``20:28``)."""
    printed = text.strip()
    match = PACKED.fullmatch(printed) or PARTED.fullmatch(printed)
    if match is None:
        years = set(YEAR.findall(printed))
        return _whole(int(years.pop())) if len(years) == 1 else None
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    if not 1 <= month <= 12:
        return _whole(year)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return date(year, month, 1), date(year, month, last)
    return date(year, month, day), date(year, month, day)


def _whole(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
