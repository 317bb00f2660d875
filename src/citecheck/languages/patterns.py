"""Parts of regular expressions made from the words of the languages: sources are quoted in any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from citecheck.languages import words

__all__ = ["alternatives", "any_of", "conjunctions", "joint", "page_abbreviation", "page_label", "stopped", "unstopped"]

_NONE = r"(?!)"
"""Matches nothing: where there is no word, an empty pattern would match everything."""


def alternatives(options: Iterable[str]) -> str:
    """A regular expression for any of the words, longest first; a space in one stands for any white space.

    A word with a capital keeps its case whatever the flags: ``S.`` is a page in German, ``s.`` a section in English.
    """
    ordered = sorted(set(options), key=lambda word: (-len(word), word))
    return "|".join(_word(word) for word in ordered) or _NONE


def _word(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", r"\s{1,3}").replace("'", "['’]")
    return pattern if word == word.lower() else f"(?-i:{pattern})"


@cache
def any_of(*fields: str, begun: bool = False) -> str:
    """A group for any word that any language has under one of the fields; ``begun`` where it may begin a sentence."""
    options = {word for field in fields for word in words(field)}
    if begun:
        options |= {word[:1].upper() + word[1:] for word in options}
    return f"(?:{alternatives(options)})"


@cache
def conjunctions() -> str:
    """A group for "and", the ampersand left out."""
    return f"(?:{alternatives(word for word in words('conjunctions') if word != '&')})"


@cache
def joint() -> str:
    """What joins two pages, without space around it: a comma, an ampersand, or a conjunction."""
    return rf"(?:,|&|\b{conjunctions()}\b)"


@cache
def page_label() -> str:
    """A group for what stands before a page, without the stop of an abbreviation: ``p``, ``pages``."""
    return unstopped("page_labels")


@cache
def page_abbreviation() -> str:
    """A group for the abbreviations before a page, without their stops: ``p``, ``pp``."""
    return f"(?:{alternatives(word.rstrip('.') for word in words('page_labels') if word.endswith('.'))})"


@cache
def stopped(field: str) -> str:
    """A group for the abbreviations under a field, with their stops: ``p.``, ``pp.``"""
    return f"(?:{alternatives(word for word in words(field) if word.endswith('.'))})"


@cache
def unstopped(*fields: str) -> str:
    """A group for the words under the fields, without the stops of abbreviations: ``p``, ``pages``, ``vol``."""
    return f"(?:{alternatives(word.rstrip('.') for field in fields for word in words(field))})"
