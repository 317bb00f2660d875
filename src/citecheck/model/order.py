"""What of a sequence is in order, first, or all the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from typing import Generic, TypeVar

Key = TypeVar("Key", int, str)
Measure = TypeVar("Measure", int, Decimal)
Name = TypeVar("Name", bound=Hashable)
Value = TypeVar("Value")


def longest_ascent(keys: Sequence[Key], *, equals: bool = False) -> list[int]:
    """The places of a longest subsequence that ascends; ``equals`` tells whether equal keys may follow each other.

    Patience sorting: the time grows as n log n. Of several such subsequences it is the one that ends lowest, and last.
    """
    pile_of = bisect_right if equals else bisect_left
    tails: list[Key] = []
    ends: list[int] = []
    previous = [-1] * len(keys)
    for at, key in enumerate(keys):
        pile = pile_of(tails, key)
        previous[at] = ends[pile - 1] if pile else -1
        if pile == len(tails):
            tails.append(key)
            ends.append(at)
        else:
            tails[pile], ends[pile] = key, at
    chain: list[int] = []
    at = ends[-1] if ends else -1
    while at != -1:
        chain.append(at)
        at = previous[at]
    return chain[::-1]


def only(items: Iterable[str]) -> str | None:
    """The one thing that all items are; None where there is none, or another one, which ends the search."""
    iterator = iter(items)
    first = next(iterator, None)
    return first if all(item == first for item in iterator) else None


def gathered(pairs: Iterable[tuple[Name, Value]]) -> dict[Name, list[Value]]:
    """The values of each name, in order."""
    values: dict[Name, list[Value]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return values


class Earliest(Generic[Measure]):
    """Things in a row, each with a measure: which is the first one that measures so much, time and again, until it is
    taken.

    A tree of minima over the measures in order: each question costs the logarithm of their number.
    """

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._none = len(measures)
        order = sorted(range(self._none), key=measures.__getitem__)
        self._measures: list[Measure] = [measures[at] for at in order]
        self._places = {at: place for place, at in enumerate(order, self._none)}
        self._tree = [self._none] * self._none + order
        for place in range(self._none - 1, 0, -1):
            self._tree[place] = min(self._tree[2 * place : 2 * place + 2])

    def between(self, low: Measure, high: Measure) -> int | None:
        """The first one whose measure is neither less than ``low`` nor more than ``high``; None where none is left."""
        first, end = bisect_left(self._measures, low) + self._none, bisect_right(self._measures, high) + self._none
        found = self._none
        while first < end:
            if first % 2:
                found = min(found, self._tree[first])
                first += 1
            if end % 2:
                end -= 1
                found = min(found, self._tree[end])
            first, end = first // 2, end // 2
        return found if found < self._none else None

    def take(self, at: int) -> None:
        """Takes one away."""
        place = self._places[at]
        self._tree[place] = self._none
        while place > 1:
            place //= 2
            self._tree[place] = min(self._tree[2 * place : 2 * place + 2])
