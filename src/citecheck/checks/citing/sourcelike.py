"""Whether a note in which no citation was read may cite something all the same."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import alternatives, any_of, conjunctions, stopped, unstopped

__all__ = ["may_cite", "mentions_source"]

LOOKED_AT = 2000
"""Characters of a note that are looked at."""


def may_cite(text: str) -> bool:
    """Whether anything in a note is like a source: an address, a title in quotation marks or italics, a year, a page or an
    article, a name before a title, a phrase such as "see", or what sources are called, at its beginning or as a name."""
    text = " ".join(text[:LOOKED_AT].split())
    return any(pattern.search(text) is not None for pattern in (_marks(), _beginning(), _named()))


def mentions_source(text: str) -> bool:
    """Whether a word for a source stands in a note: "the figures" may be those of a source."""
    return _word().search(text[:LOOKED_AT]) is not None


@cache
def _marks() -> re.Pattern[str]:
    """Marks of a title, an address, a year, the number of a page, an article or a part, or a number at the end."""
    labelled = rf"(?:{stopped('page_labels')}|{unstopped('locator_labels')}\.?|{any_of('number_signs')})\s?\d"
    # "Cours de philosophie, leçon V": any word may call a part of a work that is counted in Roman numbers.
    part = r"(?<=\w), ?[^\W\d_]{1,12}\.? (?-i:[IVXLCDM]{1,8})\b"
    return re.compile(
        rf"https?://|www\.|[«“„\"*_]|(?<!\w)[‘'](?=[{UPPER}])|\b{labelled}|{part}|\d/\d|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d\W*\Z",
        re.IGNORECASE,
    )


@cache
def _beginning() -> re.Pattern[str]:
    """A phrase that introduces a citation, or names with a comma, a colon or a bracket before another capital."""
    lead = rf"(?i:{alternatives(words('lead_ins'))})(?!\w)"
    name = rf"[{UPPER}][\w’'.-]*"
    names = rf"{name}(?:(?:,? (?:{conjunctions()}|&))? {name}){{0,6}}"
    return re.compile(rf"\A\W*(?:{lead}|{names}(?:[,:] (?=[{UPPER}])| \())")


@cache
def _named() -> re.Pattern[str]:
    """What sources are called, at the beginning or with a capital; or a short note with an acronym."""
    capitals = alternatives(word[:1].upper() + word[1:] for word in words("source_words"))
    return re.compile(
        rf"\A\W*(?i:{any_of('source_words')})\b|(?<=[\w,;] )(?:{capitals})\b|\A(?:\W*\w+){{0,4}}?\W*\b[{UPPER}]{{3,8}}\b(?:\W+\w+){{0,3}}\W*\Z"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('source_words')}\b", re.IGNORECASE)
