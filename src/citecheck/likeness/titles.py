"""Comparing titles of one language: the same, shortened, or reworded; and finding such a title among many, with the
same result as comparing it with each of them, but for likeness among hundreds. Translations are the business of `citecheck.likeness.cognates`."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct, field
from rapidfuzz import fuzz, process

from citecheck.languages.folding import fold

REWORDED = 78.0
"""The similarity (0 to 100) from which two titles are the same one worded otherwise."""


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


MANY = 300
"""Titles up to which each is compared with each."""
RAREST = 3
"""Words of a title by which those are found, among more, that may be like it: a slip leaves one of them whole."""


class Titles(Struct):
    """Titles by their ordinals: what is the same, what is worded alike, what is made of the same words."""

    printed: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    exact: dict[str, list[int]] = field(default_factory=dict)
    mains: dict[str, list[int]] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)
    sets: list[frozenset[str]] = field(default_factory=list)
    ordered: list[str] = field(default_factory=list)
    """Each folded title once, in order."""

    @staticmethod
    def of(titles: Sequence[str]) -> Titles:
        """The titles, in their order."""
        made = Titles()
        for title in titles:
            made.add(title)
        return made

    def add(self, title: str) -> None:
        """Adds a title behind the others."""
        at, plain = len(self.folded), fold(title)
        self.printed.append(title)
        self.folded.append(plain)
        if plain not in self.exact:
            insort(self.ordered, plain)
        self.exact.setdefault(plain, []).append(at)
        self.mains.setdefault(main_title(title), []).append(at)
        self.sets.append(frozenset(plain.split()))
        for word in self.sets[-1]:
            self.words.setdefault(word, []).append(at)

    def same(self, title: str) -> list[int]:
        """Those that `same_title` takes for this one."""
        plain = fold(title)
        words = plain.split()
        near = {plain, main_title(title), *(" ".join(words[:count]) for count in range(3, len(words)))}
        # What goes on behind the title follows it in order; "!" is the sign after the space.
        first, end = (bisect_left(self.ordered, plain + sign) for sign in " !")
        near.update(islice(self.ordered, first, end))
        found = {at for one in near for at in self.exact.get(one, ())} | {*self.mains.get(plain, ())}
        return [at for at in sorted(found) if same_title(title, self.printed[at])]

    def similar(self, title: str, least: float) -> list[int]:
        """Those that are so alike this one (0 to 100) or more, word order set aside in part."""
        plain = fold(title)
        if not plain:
            return []
        pool = {at: self.folded[at] for at in self._near(plain)}
        found = {
            at
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
            for _, _, at in process.extract(plain, pool, scorer=scorer, score_cutoff=least, limit=None)
        }
        return sorted(at for at in found if self.folded[at])

    def _near(self, plain: str) -> Iterable[int]:
        """Those with which a title is compared: all, or of very many those that share one of its rarest words, the first of them
        where so many do that they tell nothing."""
        if len(self.folded) <= MANY:
            return range(len(self.folded))
        held = sorted((places for word in set(plain.split()) if (places := self.words.get(word))), key=len)
        return {at for places in held[:RAREST] for at in islice(places, MANY)}

    def made_of(self, short: str) -> list[int]:
        """Those that have three in four of the words of a short title."""
        own = fold(short).split()
        held = sorted((self.words.get(word, ()) for word in own), key=len)
        # What lacks at most one in four of the words has one of the rarest that are more.
        few = {at for places in held[: len(own) // 4 + 1] for at in places}
        return sorted(at for at in few if sum(word in self.sets[at] for word in own) * 4 >= len(own) * 3)
