"""Folding: the form in which names, titles and words are compared, whatever the language."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart into a letter and an accent."""


@lru_cache(maxsize=131_072)
def fold(text: str) -> str:
    """The text in lower case, without accents and punctuation, words set apart by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    return " ".join(
        "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char)).split()
    )


def unaccented(text: str) -> str:
    """The text in lower case and without accents, its punctuation kept."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
