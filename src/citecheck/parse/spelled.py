"""Sums whose number is spelled out before a scale word: ``trois milliards d'euros``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citecheck.languages import Language, words
from citecheck.languages.numerals import number_of
from citecheck.parse.figures import Number
from citecheck.parse.sums import Sum, behind, read_behind

__all__ = ["spelled_sums"]

_WORD = re.compile(r"[^\W_]{1,20}")
NOWHERE = r"(?!)"
_FARTHEST = 60
"""Characters before a scale word in which its number stands."""


def spelled_sums(text: str, lang: Language) -> Iterator[Sum]:
    """All such sums of the text, in order."""
    tails = behind(lang)
    for match in _scale_words(lang).finditer(text):
        count = _count_before(text, match.start(), lang) or _one_before(text, match, lang)
        if count is None:
            continue
        start, end, value = count
        tail = tails.match(text, end)
        if tail is None or not tail["scale"]:
            continue
        number = Number(start, end, value, 0, False)
        factor, scale, currency, last = read_behind(text, number, tail, lang, False)
        if currency is not None:
            yield Sum(start, last, number, text[start:end], currency, scale, factor, False, False)


@cache
def _scale_words(lang: Language) -> re.Pattern[str]:
    stems = sorted(word for word in lang.scales if len(word) >= 5)
    shortest = [word for word in stems if not any(word != other and word.startswith(other) for other in stems)]
    # A pattern of no words would be found before every character.
    return re.compile("|".join(re.escape(word) for word in shortest) or NOWHERE)


def _count_before(text: str, at: int, lang: Language) -> tuple[int, int, int] | None:
    """Start, end and value of the number words right before ``at``."""
    counted = _number_words_before(text, at, lang)
    if not counted:
        return None
    start = counted[0][0]
    if start and text[start - 1].isdigit():
        return None
    return start, counted[-1][1], number_of(value for _, _, value in counted)


def _one_before(text: str, scale: re.Match[str], lang: Language) -> tuple[int, int, int] | None:
    """Start, end and value of the article before a single scale word: "le milliard d'euros" is one billion."""
    before = list(_WORD.finditer(text, max(0, scale.start() - _FARTHEST), scale.start()))
    alone = before and not text[scale.end() : scale.end() + 1].isalpha()
    if not alone or text[before[-1].end() : scale.start()].strip(" \u00a0\u202f\n"):
        return None
    article = before[-1]
    return (*article.span(), 1) if article[0].lower() in lang.single_articles else None


def _number_words_before(text: str, at: int, lang: Language) -> list[tuple[int, int, int]]:
    """The number words that end at ``at``, with their values; a conjunction may stand between two."""
    before = list(_WORD.finditer(text, max(0, at - _FARTHEST), at))
    # The first word may have lost its beginning to the window.
    before = before[1:] if at > _FARTHEST else before
    counted: list[tuple[int, int, int]] = []
    edge = at
    for match in reversed(before):
        word = match[0].lower()
        value = lang.number_words.get(word)
        apart = text[match.end() : edge].strip(" \u00a0\u202f\n-‑'’")
        if apart or (value is None and not (counted and word in words("conjunctions"))):
            break
        if value is not None:
            counted.insert(0, (match.start(), match.end(), value))
        edge = match.start()
    return counted
