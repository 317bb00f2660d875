"""The arithmetic of conversions: which amount was converted, whether a rate gives it, and what rate a pair implies.

Printed figures are rounded, so everything here is about ranges: a figure stands for all values that round to it, half
up, and an amount with "about" before it for all that are near. Nothing is divided where multiplying tells as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import IntEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from citecheck.checks.currency.declared import Declared
from citecheck.languages import Language, all_languages
from citecheck.model.document import Amount, Conversion

EXACT = Context(prec=150)
"""Enough for every product of printed numbers, so that none is rounded."""

ABOUT = Decimal("0.05")
"""How far from what is printed an amount after "about" may be, as a part of it."""
ROUND = Decimal("0.1")
"""The same where the printed number is a round one of a single digit: "about 1 billion"."""

_WORD = 5
"""Letters from which on a scale is a word and no abbreviation, which is used across languages."""


class Fit(IntEnum):
    """Whether a rate gives the printed figure."""

    WRONG = 0
    ROUNDED = 1
    """Only for an original within half a unit of its own last digit."""
    RIGHT = 2


class Yardstick(Struct, frozen=True):
    """A rate to measure by: one ``base`` is between ``low`` and ``high`` ``quote``; both are the same where it is declared."""

    base: str
    quote: str
    low: Decimal
    high: Decimal

    @staticmethod
    def of(declared: Declared) -> Yardstick:
        """What a declared rate says."""
        return Yardstick(declared.base, declared.quote, declared.rate.value, declared.rate.value)

    def scaled(self, factor: Decimal) -> Yardstick:
        """The rate times a factor."""
        return self if factor == 1 else replace(self, low=self.low * factor, high=self.high * factor)

    def swapped(self) -> Yardstick:
        """The same figure the wrong way round."""
        return replace(self, base=self.quote, quote=self.base)


class Pair(Struct, frozen=True):
    """A conversion with its direction: ``result`` was converted from ``origin``.

    ``certain`` is False where the document does not tell which is which; ``note_id`` is the note that may declare the rate,
    and ``own`` are the rates that stand in the pair's own bracket.
    """

    conversion: Conversion
    result: Amount
    origin: Amount
    note_id: str | None
    certain: bool
    own: tuple[Declared, ...] = ()

    def turned(self) -> Pair:
        """The same pair read the other way round."""
        return replace(self, result=self.origin, origin=self.result)


def fit(pair: Pair, by: Yardstick) -> Fit:
    """How well a rate gives the pair's result; where its direction is unclear, the better of the two."""
    found = _fit(pair, by)
    return found if pair.certain or found is Fit.RIGHT else max(found, _fit(pair.turned(), by))


def _fit(pair: Pair, by: Yardstick) -> Fit:
    return next((grade for grade in GRADES if gives(pair, reaches(pair, grade), by)), Fit.WRONG)


GRADES = (Fit.RIGHT, Fit.ROUNDED)
"""How well a rate may give a figure, the best first."""

Implied = tuple[Decimal, Decimal, Decimal]
"""How much of one currency a unit of another is: at least, as printed, and at most."""

Reach = tuple[Decimal, Decimal, Decimal, Decimal]
"""The least and the most that a result may be, and the original that it was converted from."""


def reaches(pair: Pair, grade: Fit) -> tuple[Reach, ...]:
    """What the pair's result and original may be for a rate to give it so well: one for each end of a range. None where
    only one of the two is a range, for which any rate is right."""
    result, origin = pair.result, pair.origin
    if (result.high is None) != (origin.high is None):
        return ()
    ends = [(result.value, origin.value)]
    if result.high is not None and origin.high is not None:
        ends.append((result.high, origin.high))
    return tuple(_reach_of(result, abs(printed), origin, abs(source), grade) for printed, source in ends)


def _reach_of(result: Amount, printed: Decimal, origin: Amount, source: Decimal, grade: Fit) -> Reach:
    with localcontext(EXACT):
        slack = _slack(result, printed)
        near = source * ABOUT if origin.approximate else Decimal(0)
        wide = near if grade is Fit.RIGHT else max(near, origin.precision / 2)
        return printed - slack, printed + slack, source - wide, source + wide


def gives(pair: Pair, within: Sequence[Reach], by: Yardstick) -> bool:
    """Whether a rate gives the pair's result, neither too low nor too high for what both may be."""
    if too_low(pair, within, by):
        return False
    with localcontext(EXACT):
        if by.quote == pair.origin.currency:
            return all(low * by.low <= most for low, _, _, most in within)
        return all(least * by.low < high for _, high, least, _ in within)


def too_low(pair: Pair, within: Sequence[Reach], by: Yardstick) -> bool:
    """Whether a rate is too low for what the pair's two amounts may be: then each lower one is, too."""
    with localcontext(EXACT):
        if by.quote == pair.origin.currency:
            return any(least >= high * by.high for _, high, least, _ in within)
        return any(low > most * by.high for low, _, _, most in within)


def _slack(amount: Amount, printed: Decimal) -> Decimal:
    """How far from the printed figure a value may be that it stands for."""
    half = amount.precision / 2
    if not amount.approximate:
        return half
    digits = [digit for digit in str(int(printed / amount.precision)) if digit != "0"] if amount.precision else []
    return max(half, printed * (ROUND if len(digits) == 1 else ABOUT))


def distance(pair: Pair, one: Yardstick, other: Yardstick) -> Decimal:
    """How far what two rates give for the pair's original lies apart, in units of the result's last printed digit."""
    with localcontext(EXACT):
        given = [
            abs(pair.origin.value) / by.low if by.quote == pair.origin.currency else abs(pair.origin.value) * by.low
            for by in (one, other)
        ]
        return abs(given[0] - given[1]) / pair.result.precision


def implied(pair: Pair, base: str, loose: bool = True) -> Implied | None:
    """How much of the other currency one ``base`` is by this pair: at least, as printed, and at most.

    ``loose`` takes the original for a rounded figure, too; where it is not certain which of the two is the original,
    either may be. None for ranges, which imply several rates.
    """
    found = _implied(pair, base, loose)
    turned = None if pair.certain else _implied(pair.turned(), base, loose)
    if found is None or turned is None:
        return found
    return min(found[0], turned[0]), found[1], max(found[2], turned[2])


def _implied(pair: Pair, base: str, loose: bool) -> Implied | None:
    if pair.result.high is not None or pair.origin.high is not None:
        return None
    with localcontext(EXACT):
        result = _reach(pair.result, _slack(pair.result, abs(pair.result.value)))
        source = abs(pair.origin.value)
        wide = pair.origin.precision / 2 if loose else Decimal(0)
        origin = _reach(pair.origin, max(wide, source * ABOUT) if pair.origin.approximate else wide)
        one, other = (result, origin) if pair.result.currency == base else (origin, result)
        if one[0] <= 0 or other[0] <= 0:
            return None
        return other[0] / one[2], other[1] / one[1], other[2] / one[0]


def _reach(amount: Amount, slack: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    value = abs(amount.value)
    return value - slack, value, value + slack


def most_agreed(ranges: Sequence[tuple[Decimal, Decimal]]) -> tuple[int, Decimal, Decimal]:
    """The largest number of ranges that share a value, and the first stretch of values that so many share."""
    edges = sorted([(low, 0) for low, _ in ranges] + [(high, 1) for _, high in ranges])
    best, start, end, open_ranges = 0, Decimal(0), Decimal(0), 0
    for at, (value, closes) in enumerate(edges):
        open_ranges += -1 if closes else 1
        if open_ranges > best:
            best, start, end = open_ranges, value, edges[at + 1][0]
    return best, start, end


def expected(pair: Pair, declared: Declared, lang: Language) -> str:
    """What the rate gives for the pair's original, in the words and with the decimals of the printed result."""
    result, origin = pair.result, pair.origin
    text = result.span.text
    given = [_written_like(_steps(pair, origin.value, declared), result.written, lang)]
    if result.high is not None and origin.high is not None:
        given.append(_written_like(_steps(pair, origin.high, declared), result.written, lang))
        numbers = [match.span() for match in _NUMBER.finditer(text)]
        if len(numbers) == len(given):
            for (start, end), number in reversed(list(zip(numbers, given, strict=True))):
                text = text[:start] + number + text[end:]
            return _clean(text)
    return _clean(text.replace(result.written, "–".join(given), 1))


_NUMBER = re.compile(r"[0-9](?:[0-9.,'’\s]*[0-9])?")


def _clean(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def _steps(pair: Pair, value: Decimal, declared: Declared) -> int:
    """How many units of the result's last printed digit the rate gives for a value, rounded half up."""
    rate = declared.rate.value
    with localcontext(EXACT):
        given = abs(value) / rate if declared.quote == pair.origin.currency else abs(value) * rate
        return int((given / pair.result.precision).to_integral_value(ROUND_HALF_UP))


def _written_like(steps: int, written: str, lang: Language) -> str:
    """A number of units of the last digit with as many decimals as ``written`` has, grouped as it is."""
    mark = "," if lang.decimal_comma else "."
    tail = re.search(r"([.,])([0-9]+)\Z", written)
    if tail is not None and tail[1] != mark and len(tail[2]) == 3:
        tail = None
    places = len(tail[2]) if tail is not None else 0
    digits = str(steps).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    group = re.search(r"[0-9]([^0-9])[0-9]{3}", written[: tail.start()] if tail is not None else written)
    if group is not None or len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", group[1] if group is not None else lang.group_separators[0])
    return f"{whole}{tail[1]}{rest}" if tail is not None else whole


def number_text(value: Decimal, lang: Language, digits: int = 4) -> str:
    """A number with so many significant digits, with the language's decimal sign."""
    short = Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(value)
    text = f"{short.normalize():f}"
    return text.replace(".", ",") if lang.decimal_comma else text


@cache
def scale_senses(lang: Language, printed: str) -> tuple[tuple[int, int], ...]:
    """What a scale word is worth in its language and in others where that is not the same: ``billion``."""
    word = printed.casefold()
    own = lang.scales.get(word)
    if own is None or len(word) < _WORD:
        return ()
    return tuple((own, size) for size in sorted({one.scales.get(word, own) for one in all_languages()} - {own}))


def median(values: Iterable[Decimal]) -> Decimal:
    """The middle value; of two, their mean."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
