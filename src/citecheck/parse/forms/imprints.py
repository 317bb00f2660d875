"""Imprints: a publisher, a place and a year in brackets behind a title, ``*Elms* (Northport: Quay, 2014)``, which tell of the book that
is named there and cite no entry."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.folding import unaccented
from citecheck.languages.letters import CLOSING, UPPER
from citecheck.languages.patterns import any_of
from citecheck.parse.words import places

__all__ = ["is_imprint"]

LONGEST_BEFORE = 120
"""Characters before a bracket that tell whether a title ends there."""
TITLED = re.compile(rf"(?:[*_]|[{CLOSING}’]|</(?:i|em|cite)>)[.,]?\s*\(\s*\Z", re.IGNORECASE)
PARTS = re.compile(r"\s*[,;:/]\s*")
SPACED = re.compile(r"[^\W\d_]{3,}\s[^\W\d_]{3,}")
INITIAL = re.compile(rf"(?<!\w)[{UPPER}]\.")


def is_imprint(names: str, before: str) -> bool:
    """Whether what stands like names before a year is rather a publisher, or a place and a publisher. ``before`` is what stands
    before it, the bracket that it opens included."""
    names = names.strip(" ,*_\n")
    parts = [part for part in PARTS.split(names) if part]
    if _placed().match(names) or any(_named().search(part) for part in parts):
        return True
    if len(parts) > 1 and any(_is_place(part) for part in parts):
        return True
    titled = TITLED.search(before[-LONGEST_BEFORE:]) is not None
    return titled and (any(_is_publisher(part) for part in parts) or _is_place_and_press(parts))


def _is_place_and_press(parts: list[str]) -> bool:
    """Whether a name of one word and one of several stand beside each other, as in no list of family names: ``Quay, New Northport``."""
    if len(parts) != 2 or any(INITIAL.search(part) for part in parts):
        return False
    return any(_is_plain(part) for part in parts)


def _is_plain(part: str) -> bool:
    """Whether a part is of several words, with no particle or conjunction that would join them to a name."""
    small = {*words("particles"), *words("list_particles"), *words("conjunctions"), *words("name_links")}
    said = part.casefold().split()
    return SPACED.search(part) is not None and small.isdisjoint(said)


@cache
def _placed() -> re.Pattern[str]:
    """A place before a colon and a publisher, where no phrase such as ``Source:`` stands there."""
    labels = rf"{any_of('source_labels', 'lead_ins', begun=True)}"
    return re.compile(
        rf"(?!{labels}\s?:)[{UPPER}][\w’'./ -]{{1,40}}?(?:,\s[{UPPER}][\w. -]{{1,20}})?\s?:\s+[{UPPER}][^:]*\Z"
    )


@cache
def _named() -> re.Pattern[str]:
    """A name that has a word of publishers beside another word."""
    said = any_of("publisher_words")
    return re.compile(rf"(?:\w[.’']?\s{said}|\A{said}\s\w[^\n]*)\Z|\A[ÉE]d\.\s[{UPPER}]", re.IGNORECASE)


def _is_place(part: str) -> bool:
    return unaccented(part).strip() in places()


def _is_publisher(part: str) -> bool:
    return _folded(part) in _publishers()


@cache
def _publishers() -> frozenset[str]:
    return frozenset(_folded(name) for name in words("publishers"))


def _folded(name: str) -> str:
    return unaccented(name).replace("’", "'").replace(" and ", " & ").replace(" et ", " & ").strip()
