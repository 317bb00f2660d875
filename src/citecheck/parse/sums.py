"""Single sums: a number with the currency and the scale beside it, before these are ranges, conversions or rates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from citecheck.languages import Language, words
from citecheck.parse.between_sums import END, GAP, SPACE
from citecheck.parse.currencies import CODE, CODES, DOLLARS, MONEY_SIGNS, SIGN, SIGNS, currency_of, money
from citecheck.parse.figures import FILLER, Number, exact, find_numbers, is_negative
from citecheck.parse.words import beginning, beginnings, of_word

__all__ = ["Sum", "behind", "find_sums", "read_behind", "unit"]

Behind = tuple[int, str | None, str | None, int]
"""What stands behind a number: its factor, the scale as printed, the currency, and where they end."""
ABBREVIATIONS = frozenset({"ARS", "CLP", "COP", "ISK", "PHP", "RON", "SAR", "TRY"})
"""Codes that stand for other things, too, before a year or a small number without a scale: COP15, PHP 8, ARS 2020."""
_ENDS_PREFIX = MONEY_SIGNS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZł")
_GAPS = re.compile(rf"[-‑]|{SPACE}")
_NOTHING_FOLLOWS = frozenset(",.;:!?)]}>\"'“”«»‘’=+*_|/" + FILLER)


class Sum(Struct, frozen=True):
    """A number with the money signs and scale beside it, characters ``start`` to ``end`` of the text.

    ``before`` tells on which side the currency stands, ``written`` and ``scale`` are as printed.
    """

    start: int
    end: int
    number: Number
    written: str
    currency: str | None
    scale: str | None
    factor: int
    before: bool
    negative: bool

    @property
    def value(self) -> Decimal:
        """The exact sum in units of the currency."""
        value = self.number.times(self.factor)
        # Unary minus would round to 28 digits.
        return value.copy_negate() if self.negative else value


def unit(amount: Sum) -> Decimal:
    """The value of one unit of the last printed digit."""
    return exact(amount.factor, amount.number.decimals)


def find_sums(text: str, lang: Language) -> Iterator[Sum]:
    """Every number of the text with what belongs to it; those without currency may be one end of a range or a rate."""
    reached = 0
    for number in find_numbers(text, lang):
        prefix = _prefix(text, number.start, reached, lang)
        if prefix is None and _is_part_of_word(text, number.start):
            continue
        told = _behind_number(text, number, lang, prefix is not None)
        if told is None:
            continue
        factor, scale, currency, end = told
        start = number.start
        if prefix is not None:
            start, before, scaled = prefix
            if scale is None and _abbreviates(text[start : number.start], number):
                continue
            currency = _told_twice(text[start], before, currency)
            factor *= scaled
        negative = is_negative(text, start)
        start -= negative
        written = text[number.start : number.end]
        yield Sum(start, end, number, written, currency, scale, factor, prefix is not None, negative)
        if currency is not None:
            reached = end


def _abbreviates(code: str, number: Number) -> bool:
    """Whether a code before a number stands for something else."""
    return code.strip() in ABBREVIATIONS and (number.yearlike or (not number.decimals and number.digits < 1000))


def _told_twice(sign: str, before: str, behind_number: str | None) -> str:
    """The currency of a number between two: a bare dollar sign before it is of the country that the one behind tells."""
    return behind_number if behind_number is not None and before == "USD" and sign in "\\$" else before


def _behind_number(text: str, number: Number, lang: Language, prefixed: bool) -> Behind | None:
    """What belongs to a number behind it; None where the number is the beginning of a word."""
    end = number.end
    if end == len(text) or text[end] in _NOTHING_FOLLOWS:
        return 1, None, None, end
    tail = behind(lang).match(text, end) if _may_follow(text, end, lang) else None
    if tail is not None:
        return read_behind(text, number, tail, lang, prefixed)
    return None if text[end].isalnum() else (1, None, None, end)


def _may_follow(text: str, end: int, lang: Language) -> bool:
    """Whether what stands behind a number begins as a scale or a currency does."""
    gap = _GAPS.match(text, end)
    return beginning(text, gap.end() if gap else end) in _beginnings(lang)


@cache
def _beginnings(lang: Language) -> frozenset[str]:
    """How a scale or a currency begins; a scale of one letter may have a code glued to it, and a sign letters before it."""
    glued = {f"{scale}{code[0]}" for scale in lang.scales if len(scale) == 1 for code in CODES}
    signs = {sign[0] for sign in (*SIGNS, *DOLLARS, "\\")}
    return beginnings({*lang.scales, *lang.currencies, *CODES, *DOLLARS, *SIGNS, "RMB", *glued, *signs})


def _prefix(text: str, at: int, reached: int, lang: Language) -> tuple[int, str, int] | None:
    """Start, currency and factor of the money sign or code right before ``at``, at ``reached`` or later."""
    last = at - 1
    lowest = max(reached, at - 4)
    while last >= lowest and text[last].isspace():
        last -= 1
    if last < lowest or text[last] not in _ENDS_PREFIX:
        return None
    match = _before(lang).search(text, max(reached, at - 16), at)
    if match is None:
        return None
    currency = currency_of(match["money"], lang)
    scaled = lang.scales.get(match["scale"], 1) if match["scale"] else 1
    return None if currency is None else (match.start(), currency, scaled)


def read_behind(text: str, number: Number, tail: re.Match[str], lang: Language, prefixed: bool) -> Behind:
    """What a match of `behind` makes of a number; ``prefixed`` where a currency stands before it."""
    if tail["scale"] is None:
        factor, scale, end = 1, None, number.end
    elif _is_lone_letter(number, tail):
        return 1, None, None, number.end
    else:
        factor = _scale(tail["scale"], lang) * (_scale(tail["second"], lang) if tail["second"] else 1)
        end = tail.end("second" if tail["second"] else "scale")
        scale = text[tail.start("scale") : end]
    printed = tail["money"]
    currency = currency_of(printed, lang) if printed else None
    # "5 livres" are books, "5 pounds" a weight and "2019 won" a verb: these words are money only after a scale.
    doubtful = currency is None or (scale is None and printed.lower() in words("not_only_money"))
    if doubtful or _belongs_to_next(text, number, tail.start("money"), tail.end(), printed, prefixed):
        return factor, scale, None, end
    return factor, scale, currency, tail.end()


def _is_lone_letter(number: Number, tail: re.Match[str]) -> bool:
    """Whether the scale is a small letter that is glued neither to the number nor to a currency: ``5 m``."""
    scale = tail["scale"]
    glued = tail.start("scale") == number.end or (tail["money"] and tail.start("money") == tail.end("scale"))
    return len(scale) == 1 and scale.islower() and not glued


def _belongs_to_next(text: str, number: Number, start: int, end: int, money: str, has_prefix: bool) -> bool:
    """Whether a sign or code after a number is the prefix of the next one, as in ``2019 €1``."""
    if start == number.end or not (money in CODES or any(sign in MONEY_SIGNS for sign in money)):
        return False
    following = text[end : end + 3].lstrip()
    if not following[:1].isdigit():
        return False
    return text[end].isdigit() or number.yearlike or has_prefix


def _is_part_of_word(text: str, start: int) -> bool:
    if start == 0:
        return False
    before = text[start - 1]
    return before.isalpha() or before == "_" or (before in "-‑" and start > 1 and text[start - 2].isalpha())


@cache
def behind(lang: Language) -> re.Pattern[str]:
    """What may follow a number: a scale, two of them, and a currency; or a currency."""
    scale = "|".join(_variants(lang.scales))
    words = "|".join(_variants({word: size for word, size in lang.scales.items() if len(word) >= 5}))
    link = of_word(GAP, SPACE)
    return re.compile(
        rf"(?:{GAP}(?P<scale>{scale})(?:{END}|(?=(?:{CODE}){END}))(?:{GAP}{link}?(?P<second>{words}){END})?)?"
        # The names of currencies are many: they stand in the pattern once, for a sum with a scale and for one without.
        rf"(?:{GAP}(?(scale){link}?)(?P<money>{money(lang)}))?(?(scale)|(?(money)|(?!)))"
    )


@cache
def _before(lang: Language) -> re.Pattern[str]:
    """What may precede a number: a money sign or code, with an abbreviated scale glued before the sign."""
    short = "|".join(re.escape(word) for word in sorted(lang.scales, key=len, reverse=True) if len(word) <= 3)
    return re.compile(rf"(?:(?<![^\W_])(?P<scale>{short}))?(?P<money>{SIGN}|(?<![^\W_])(?:{CODE})){SPACE}\Z")


def _variants(words: Mapping[str, int]) -> list[str]:
    """The words as patterns, longest first; abbreviations of one letter only in their own case."""
    forms = set(words)
    for word in words:
        if len(word) > 1:
            forms |= {word.capitalize(), word.upper()}
    return [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))]


def _scale(printed: str, lang: Language) -> int:
    return lang.scales.get(printed) or lang.scales.get(printed.lower()) or lang.scales.get(printed.capitalize(), 1)
