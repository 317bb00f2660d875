"""Names and titles by what is like them, so that looking one up does not go through all: the same as comparing with each."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

from msgspec import Struct, field
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from citecheck.languages.folding import fold
from citecheck.resolve.titles import main_title, same_title

Bearer = TypeVar("Bearer")
SLIP = 2
"""The most edits of a slip of the pen."""


class Spellings(Generic[Bearer]):
    """Names with what bears them, by their length."""

    def __init__(self) -> None:
        self._names: dict[int, list[str]] = {}
        self._bearers: dict[str, list[Bearer]] = {}

    def add(self, name: str, bearer: Bearer) -> None:
        """Adds a name; one name may have several bearers."""
        plain = _plain(name)
        if plain not in self._bearers:
            self._names.setdefault(len(plain), []).append(plain)
        self._bearers.setdefault(plain, []).append(bearer)

    def near(self, name: str) -> Iterator[Bearer]:
        """The bearers of names that `citecheck.resolve.names.misspelling` may take for this one, and of some others."""
        plain = _plain(name)
        for length in range(len(plain) - SLIP, len(plain) + SLIP + 1):
            names = self._names.get(length, ())
            for near, *_ in process.extract(plain, names, scorer=OSA.distance, score_cutoff=SLIP, limit=None):
                yield from self._bearers[near]


def _plain(name: str) -> str:
    return fold(name).replace(" ", "")


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
        """Those whose `similarity` to this one is so much or more."""
        plain = fold(title)
        if not plain:
            return []
        found = {
            at
            for scorer in (fuzz.ratio, fuzz.token_sort_ratio)
            for _, _, at in process.extract(plain, self.folded, scorer=scorer, score_cutoff=least, limit=None)
        }
        return sorted(at for at in found if self.folded[at])

    def made_of(self, short: str) -> list[int]:
        """Those that have three in four of the words of a short title."""
        own = fold(short).split()
        held = sorted((self.words.get(word, ()) for word in own), key=len)
        # What lacks at most one in four of the words has one of the rarest that are more.
        few = {at for places in held[: len(own) // 4 + 1] for at in places}
        return sorted(at for at in few if sum(word in self.sets[at] for word in own) * 4 >= len(own) * 3)
