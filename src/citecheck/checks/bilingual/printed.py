"""The numbers that a text prints in any form, for what a figure of the other version may be.

A translator keeps a number and changes what stands around it: "36 millions d'articles" is "36M+ articles", "50 fois" is "50x",
"n° 50" is "#50", "15 à 20 millions" is "15 million to 20 million", "un tiers" is "33%". None of these is a figure that can be told
by itself; all of them give the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from citecheck.languages import Language, all_languages
from citecheck.languages.patterns import alternatives, any_of

__all__ = ["printed_numbers"]

_SPACES = " \u00a0\u202f\u2009"
_GROUP = 3
"""Digits between two signs that set thousands apart."""
_TOKEN = re.compile(rf"\d[\d.,'’]{{0,40}}+(?:[{_SPACES}]\d{{3}}(?!\d)[\d.,'’]{{0,40}}+){{0,9}}")
_PART = re.compile(rf"[^{_SPACES}]+")
_CITED = re.compile(r"\\?\[\s?\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,30}\s?\\?\]")
"""Numbers of sources in brackets, which count nothing."""


def printed_numbers(text: str, lang: Language) -> frozenset[Decimal]:
    """Every number that a text prints in digits, however it is read, with and without what multiplies it; and the
    percentages that its words for fractions may be."""
    counting = _CITED.sub(lambda match: " " * len(match[0]), text) if "[" in text else text
    return frozenset((*_digits(counting, lang), *_fractions(text, lang)))


def _digits(text: str, lang: Language) -> Iterator[Decimal]:
    scales = _scales(lang)
    before: tuple[int, tuple[Decimal, ...]] = 0, ()
    for token in _TOKEN.finditer(text):
        values = tuple(_readings(token[0]))
        yield from values
        scale = _scale(lang).match(text, token.end())
        if scale is not None:
            factor = scales.get(scale[1]) or scales[scale[1].lower()]
            end, low = before
            ranged = low if _range().fullmatch(text, end, token.start()) else ()
            yield from (value * factor for value in (*values, *ranged))
        before = token.end(), values


def _readings(token: str) -> Iterator[Decimal]:
    """What digits with signs and spaces between them may be worth: "3.875" is less than four, or nearly four thousand."""
    parts = _PART.findall(token)
    for printed in {*parts, "".join(parts)}:
        packed = printed.strip(".,'’").replace("'", "").replace("’", "")
        whole, mark, rest = _last_mark(packed)
        plain = packed.replace(".", "").replace(",", "")
        if not mark or len(rest) == _GROUP or packed.count(mark) > 1:
            yield Decimal(plain)
        if mark and rest:
            yield Decimal(f"{whole.replace('.', '').replace(',', '') or '0'}.{rest}").normalize()


def _last_mark(packed: str) -> tuple[str, str, str]:
    """What stands before the last stop or comma, that sign, and what stands behind it."""
    at = max(packed.rfind("."), packed.rfind(","))
    return (packed[:at], packed[at], packed[at + 1 :]) if at >= 0 else (packed, "", "")


def _fractions(text: str, lang: Language) -> Iterator[Decimal]:
    for match in _fraction(lang).finditer(text):
        parts = lang.fractions[match[0].lower()]
        for part in range(1, parts):
            share = Decimal(100 * part) / parts
            yield from (share.quantize(step).normalize() for step in (Decimal(1), Decimal("0.1")))
            yield Decimal(int(share))


@cache
def _scales(lang: Language) -> Mapping[str, int]:
    """What multiplies a number: the words and letters of a language, and the letters of the others that it does not use."""
    others = {word: value for one in all_languages() for word, value in one.scales.items()}
    return {**others, **lang.scales}


@cache
def _scale(lang: Language) -> re.Pattern[str]:
    words = (word if len(word) > 1 else f"(?-i:{word})" for word in sorted(_scales(lang), key=len, reverse=True))
    # A letter must follow: most numbers are spared the words.
    return re.compile(rf"\+?[-\s]{{0,2}}(?=[^\W\d_])((?i:{'|'.join(words)}))(?![^\W\d_])")


@cache
def _range() -> re.Pattern[str]:
    words = any_of("range_words", "conjunctions", "disjunctions")
    return re.compile(rf"\s{{0,2}}(?:[–—‑-]|(?i:{words}))\s{{0,2}}")


@cache
def _fraction(lang: Language) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{alternatives(lang.fractions)})\b")
