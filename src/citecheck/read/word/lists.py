"""The numbers and signs that Word prints before the items of lists and before headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.read.elements import attribute, child, children
from citecheck.read.word.names import value
from citecheck.read.word.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Counter", "Lists"]

PLACE = re.compile(r"%([1-9])")
LEVELS = 9


class Level(Struct, frozen=True):
    """A level of a list: where it starts, its numerals, and its text with a place for each level's number."""

    start: int = 1
    numerals: str = "decimal"
    text: str = "%1."


class Lists(Struct, frozen=True):
    """For each list its levels, and the list whose counters it shares."""

    levels: Mapping[str, tuple[Level, ...]]
    shared: Mapping[str, str]

    @classmethod
    def of(cls, root: _Element | None) -> Lists:
        """The lists of ``numbering.xml``."""
        if root is None:
            return cls({}, {})
        abstract = {attribute(one, "abstractNumId") or "": _levels(one) for one in children(root, "abstractNum")}
        levels, shared = {}, {}
        for one in children(root, "num"):
            key, base = attribute(one, "numId") or "", value(one, "abstractNumId") or ""
            overridden = dict(enumerate(abstract.get(base, ())))
            for change in children(one, "lvlOverride"):
                _override(overridden, change)
            levels[key] = tuple(overridden.get(at, Level()) for at in range(LEVELS))
            # A list that starts anew counts for itself.
            shared[key] = key if any(True for _ in children(one, "lvlOverride")) else f"abstract {base}"
        return cls(levels, shared)


def _levels(element: _Element) -> tuple[Level, ...]:
    found = {at: Level() for at in range(LEVELS)}
    for one in children(element, "lvl"):
        at = attribute(one, "ilvl") or ""
        if at.isdecimal():
            found[int(at)] = _level(one)
    return tuple(found[at] for at in range(LEVELS))


def _level(element: _Element) -> Level:
    start = value(element, "start") or "1"
    text = child(element, "lvlText")
    return Level(
        int(start) if start.isdecimal() else 1,
        value(element, "numFmt") or "decimal",
        (attribute(text, "val") or "") if text is not None else "",
    )


def _override(levels: dict[int, Level], change: _Element) -> None:
    at = attribute(change, "ilvl") or ""
    if not at.isdecimal():
        return
    own, start = child(change, "lvl"), value(change, "startOverride")
    before = levels.get(int(at), Level())
    if own is not None:
        levels[int(at)] = _level(own)
    elif start is not None and start.isdecimal():
        levels[int(at)] = Level(int(start), before.numerals, before.text)


class Counter:
    """Counts the items of a document's lists, in its order."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.counts: dict[str, list[int | None]] = {}

    def number(self, key: str, level: int) -> str:
        """What is printed before the next item of a list; empty for a bullet, and where there is no such list."""
        levels = self.lists.levels.get(key)
        if levels is None or not 0 <= level < LEVELS or levels[level].numerals in ("bullet", "none"):
            return ""
        counts = self.counts.setdefault(self.lists.shared[key], [None] * LEVELS)
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            count = counts[at]
            return numeral(levels[at].start if count is None else count, levels[at].numerals)

        return PLACE.sub(printed, levels[level].text).strip()
