"""Named parts that the patterns of forms are made of, each made from the words of all languages."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.letters import CLOSING, DASH, OPENING, QUOTE_PAIRS, UPPER
from citecheck.languages.patterns import any_of, conjunctions, unstopped
from citecheck.parse.words import YEAR, no_date

__all__ = [
    "ACRONYM",
    "BLANK",
    "CLOSING",
    "DASH",
    "ITALIC",
    "NAMES",
    "OPENING",
    "PAGE",
    "QUOTE_PAIRS",
    "UPPER",
    "YEAR",
    "conjunction_sign",
    "edition",
    "locator_label",
    "name_particle",
    "no_date",
    "page_label",
    "year_or_none",
]

BLANK = "\x00"
"""Stands for each character of a URL or a tag, so that nothing in it is taken for text."""
NAMES = r"(?:[^\d;()\[\]\"“”«»<>\x00]|(?<=[A-Za-z-])\d{1,3}|(?<=[a-z] )\d{1,2}(?=,))"
"""One character of a list of names."""
ACRONYM = rf"(?:\s[(\[][{UPPER}][\w.&-]{{1,12}}[)\]]\.?)?"
"""The acronym that a name in full may be followed by."""
_PAGE_END = r"(?:\d{1,6}|[ivxlcdm]{1,8}|[A-Z]?\d{1,4}[\w.]{0,8})"
PAGE = rf"{_PAGE_END}(?:\s?[{DASH}]{{1,2}}\s?{_PAGE_END})?(?:-[A-Z]\d{{1,4}})?"
"""A page or a range of pages, in Arabic or Roman numerals."""
ITALIC = re.compile(
    r"(?<![*\w])\*{1,2}(?=[^\s*])([^*]{1,400})(?<=\S)\*{1,2}(?!\w)"
    r"|(?<![_\w])_(?=[^\s_])([^_]{1,400})(?<=\S)_(?!\w)"
)
"""Words in italics (or bold)."""


@cache
def page_label() -> str:
    """What stands before a page: ``p.``, ``pages``."""
    return any_of("page_labels", "at_pages")


@cache
def locator_label() -> str:
    """What stands before another place in a source: ``chap.``, ``§``."""
    return any_of("locator_labels")


@cache
def edition() -> str:
    """Which edition a book is: ``2nd ed.``, ``3. Aufl.``, ``2e éd.``"""
    return rf"\d{{1,2}}(?:{any_of('ordinal_endings')}|\.)?\s?{unstopped('edition_labels')}\.?"


@cache
def conjunction_sign() -> str:
    """``and`` or its sign, between two names."""
    return f"(?:{conjunctions()}|&)"


@cache
def name_particle() -> str:
    """A lower-case word that begins a family name in a list of names: ``de``, ``van``."""
    return any_of("particles", "list_particles")


@cache
def year_or_none() -> str:
    """A year with its letter, or "no date"; the groups are ``year``, ``suffix`` and ``none``."""
    # "the 1980s" are a decade.
    return rf"(?:(?P<year>{YEAR})(?P<suffix>(?!s)[a-z])?|(?P<none>{no_date()}))"
