"""When two references describe one source."""

from __future__ import annotations

from difflib import SequenceMatcher

from citecheck.languages.folding import fold
from citecheck.model.reference import Reference

ALIKE = 0.9
"""The similarity of two titles (0 to 1) from which they are one."""


def same_source(one: Reference, other: Reference) -> bool:
    """Whether two references are of one source: the same DOI or address with titles that do not contradict it, or the
    same authors and year with the same title."""
    if one.doi and other.doi:
        return one.doi.casefold() == other.doi.casefold()
    alike = _ratio(one.title or "", other.title or "")
    if one.url and other.url and _address(one.url) == _address(other.url) and "/" in _address(one.url):
        return alike >= 0.5 or not one.title or not other.title
    if one.year != other.year or one.suffix != other.suffix or not one.title or not other.title:
        return False
    families = (
        [person.family.casefold() for person in one.authors],
        [person.family.casefold() for person in other.authors],
    )
    return families[0] == families[1] and alike >= ALIKE


def _address(url: str) -> str:
    return url.casefold().split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one)[:300], fold(other)[:300], autojunk=False).ratio()
