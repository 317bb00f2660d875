"""Exchange rates that a text declares: how much of one currency a unit of another is, when, and for how much of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from citecheck.languages import Language
from citecheck.model.document import Rate
from citecheck.model.source import Span
from citecheck.parse.between_sums import (
    EQUALS,
    average,
    equation,
    equation_ends,
    exchange,
    exchanged_for,
    is_worth,
    unit_article,
)
from citecheck.parse.currencies import CODE, currency_of, money
from citecheck.parse.dates import find_dates
from citecheck.parse.figures import Number, hide
from citecheck.parse.sums import Sum, find_sums

__all__ = ["find_rates"]

Stated = tuple[int, int, str | None, str | None, Decimal]
"""Start, end, base, quote and value of what reads as a rate."""
Place = tuple[int, int]
"""Where a stretch of the text begins and ends."""
_YEAR = re.compile(r"(?<![\w.,/-])(?:1[5-9]|20)[0-9]{2}(?![\w/]|[.,][0-9])")
_PARAGRAPH = re.compile(r"\n[^\S\n]{0,8}\n")

_QUOTED = re.compile(rf"(?<![\w/])(?P<base>{CODE})/(?P<quote>{CODE})(?![\w/])")
"""A pair in the notation of the markets."""
REACH = 250
"""How many characters on either side of a rate are read for its day, its year and its scope."""


def find_rates(span: Span, lang: Language, note_id: str | None) -> tuple[Rate, ...]:
    """The exchange rates that ``span`` declares, in order: how much ``quote`` one ``base`` is.

    Either ``year`` is the nearest bare year, where the text speaks of an annual or average rate, or ``day`` the nearest
    full date; both are looked for in the same clause, then in the same paragraph. ``note_id`` is handed on.
    """
    text = span.text
    lower = text.lower()
    talks = any(word in lower for word in lang.rate_words)
    if not (talks or "=" in text or "≈" in text):
        return ()
    text = hide(text)
    stated = sorted(_stated(text, lang, talks), key=lambda one: one[:2])
    if not stated:
        return ()
    days = [((one.span.start - span.start, one.span.end - span.start), one.iso) for one in find_dates(span)]
    rates: list[Rate] = []
    reached = 0
    for start, end, base, quote, value in stated:
        if start < reached or value <= 0:
            continue
        reached = end
        low, high = _window(text, start, end)
        day, year = _date_of(text, (low, high), (start, end), days)
        whole_text = _has_phrase(text[low:high], lang.whole_text)
        rates.append(Rate(span.part(start, end), base, quote, value, note_id, day, year, whole_text))
    return tuple(rates)


def _stated(text: str, lang: Language, talks: bool) -> Iterator[Stated]:
    """Everything in the text that reads as a rate; ``talks`` where it speaks of rates."""
    sums = list(find_sums(text, lang))
    told: Sum | None = None
    for at, amount in enumerate(sums):
        if amount.scale is not None or amount.negative:
            continue
        following = sums[at + 1] if at + 1 < len(sums) else None
        if following is not None and _are_equated(text, amount, following, talks):
            equations = list(_equation(amount, following))
            yield from equations
            # What one unit is worth by an equation need not be read again from its end.
            told = following if equations else None
            continue
        stated = _per_unit(text, amount, lang, talks)
        if stated is None and amount is not told:
            stated = _worth_of_unit(text, amount, lang)
        if stated is not None:
            yield stated
    yield from _quotations(text, sums)


def _are_equated(text: str, amount: Sum, following: Sum, talks: bool) -> bool:
    """Whether two neighbouring sums are said to be equal."""
    if following.scale is not None or following.start - amount.end > 30:
        return False
    between = text[amount.end : following.start]
    both = talks and amount.currency and following.currency
    return equation().fullmatch(between) is not None or (bool(both) and exchange().fullmatch(between) is not None)


def _per_unit(text: str, amount: Sum, lang: Language, talks: bool) -> Stated | None:
    """The rate of a sum with the currency behind it of which it is the value of one unit: ``$1.18 per euro``."""
    if amount.currency is None or not _exchanged().match(text, amount.end):
        return None
    unit = _one_after(lang).match(text, amount.end)
    if unit is None or not (talks or "/" in unit[0]):
        return None
    return _of_unit(unit, amount, lang)


def _worth_of_unit(text: str, amount: Sum, lang: Language) -> Stated | None:
    """The rate of a sum with the currency before it of which it is the value of one unit: ``the euro = $1.18``."""
    # The search is dear: most numbers are spared it by what stands right before them.
    if not text[max(0, amount.start - 12) : amount.start].rstrip().endswith(equation_ends()):
        return None
    unit = _one_before(lang).search(text, max(0, amount.start - 70), amount.start)
    return None if unit is None else _of_unit(unit, amount, lang)


def _of_unit(unit: re.Match[str], amount: Sum, lang: Language) -> Stated | None:
    """The rate that a sum and one unit of another currency make."""
    base = currency_of(unit["money"], lang)
    if base is None or base == amount.currency:
        return None
    start, end = min(unit.start(), amount.start), max(unit.end(), amount.end)
    return start, end, base, amount.currency, _as_printed(amount.number)


def _equation(one: Sum, other: Sum) -> Iterator[Stated]:
    """The rate that two sums said to be equal make; one of them has to be one unit, or ten or a hundred of them."""
    if one.currency == other.currency:
        return
    for base, quote in ((one, other), (other, one)):
        printed = str(base.number.digits)
        if base.number.bare and printed.rstrip("0") == "1" and (base is one or base.currency is not None):
            value = _as_printed(quote.number, len(printed) - 1)
            yield one.start, other.end, base.currency, quote.currency, value
            return


def _as_printed(number: Number, places: int = 0) -> Decimal:
    """The number over ten to the power of ``places`` with every printed decimal: 1.10 tells more than 1.1."""
    return Decimal(f"{number.digits}E-{number.decimals + places}")


def _quotations(text: str, sums: Sequence[Sum]) -> Iterator[Stated]:
    """Rates in the notation of the markets: ``EUR/USD = 1.06``."""
    numbers = [amount for amount in sums if not amount.number.yearlike]
    starts = [amount.start for amount in numbers]
    for match in _QUOTED.finditer(text):
        at = bisect_right(starts, match.end() - 1)
        if at < len(numbers) and match["base"] != match["quote"] and _is_quoted(text, match.end(), numbers[at]):
            yield match.start(), numbers[at].end, match["base"], match["quote"], _as_printed(numbers[at].number)


def _is_quoted(text: str, end: int, amount: Sum) -> bool:
    """Whether a number is the rate of the pair of currencies that ends at ``end``."""
    between = text[end : amount.start]
    bare = amount.currency is None and amount.scale is None
    return bare and len(between) <= 40 and not re.search(r"[.;()\n]", between)


@cache
def _exchanged() -> re.Pattern[str]:
    return re.compile(exchanged_for())


@cache
def _one_after(lang: Language) -> re.Pattern[str]:
    return re.compile(rf"{exchanged_for()}{unit_article()}(?P<money>{money(lang)})")


@cache
def _one_before(lang: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){unit_article()}(?P<money>{money(lang)})(?:{EQUALS}|{is_worth()})\Z")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a rate whose date and scope are the rate's: its paragraph, or as much as is near."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    for gap in _PARAGRAPH.finditer(text, low, start):
        low = gap.end()
    after = _PARAGRAPH.search(text, end, high)
    return low, high if after is None else after.start()


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """The characters between two stretches."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def _date_of(text: str, window: Place, rate: Place, days: Sequence[tuple[Place, str]]) -> tuple[str | None, int | None]:
    """The day or the year of a rate: as its own clause tells, or else its paragraph."""
    low, high = window
    near = days[bisect_left(days, ((low,),)) : bisect_left(days, ((high,),))]
    # Several rates in one sentence are kept apart by semicolons, each with its own day or year.
    first, last = text.rfind(";", low, rate[0]) + 1 or low, text.find(";", rate[1], high)
    clause = (first, high if last == -1 else last)
    told = _nearest(text, clause, rate, near)
    return told if told != (None, None) else _nearest(text, window, rate, near)


def _nearest(text: str, within: Place, rate: Place, days: Sequence[tuple[Place, str]]) -> tuple[str | None, int | None]:
    """The day or the year of a rate, as told in a stretch of the text: whichever full date or bare year is nearest.

    Years count only where the text says that the rate is an average, and then before days.
    """
    low, high = within
    year = _nearest_year(text, within, rate, days) if average().search(text, low, high) is not None else None
    full = [(place, iso) for place, iso in days if len(iso) == len("2023-02-26")]
    near = [(_distance(rate, place), iso) for place, iso in full if low <= place[0] and place[1] <= high]
    return (None, year) if year is not None else (min(near)[1] if near else None, None)


def _nearest_year(text: str, within: Place, rate: Place, days: Sequence[tuple[Place, str]]) -> int | None:
    """The bare year nearest to a rate, of those that are part of neither the rate nor a date."""
    taken = (rate, *(place for place, _ in days))
    years = [
        (_distance(rate, match.span()), int(match[0]))
        for match in _YEAR.finditer(text, *within)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return min(years)[1] if years else None


def _has_phrase(text: str, phrases: Sequence[str]) -> bool:
    folded = " ".join(text.lower().replace("’", "'").split())
    return any(phrase in folded for phrase in phrases)
