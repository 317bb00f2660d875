"""Comparing titles: the same, shortened, reworded, or a translation that shares its cognates and figures."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from citecheck.languages import words
from citecheck.languages.folding import fold

REWORDED = 78.0
"""The similarity (0 to 100) from which two titles are the same one worded otherwise."""
KIN = 0.86
"""The likeness (0 to 1) from which two words are likely cognates."""
COGNATES = 0.5
"""The share of a title's words that must have a cognate in its translation."""


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for punctuation, accents and case, or one is the start of the other."""
    a, b = fold(one), fold(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short.split()) >= 3 and (long.startswith(short + " ") or main_title(one) == b or main_title(other) == a)


def main_title(title: str) -> str:
    """The part of a title before its colon or question mark."""
    for mark in (":", "?", " - ", " – "):
        head, found, _ = title.partition(mark)
        if found and len(head.split()) >= 2:
            return fold(head)
    return fold(title)


def similarity(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 100, word order set aside in part."""
    a, b = fold(one), fold(other)
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) if a and b else 0.0


@lru_cache(maxsize=4096)
def content(title: str) -> tuple[str, ...]:
    """The words of a title that say something."""
    small = {fold(word) for word in words("stop_words")} | {fold(word) for word in words("connectors")}
    return tuple(word for word in fold(title).split() if word not in small and (len(word) > 3 or word.isdigit()))


def digits_of(word: str) -> str:
    """The digits of a word."""
    return "".join(char for char in word if char.isdigit())
