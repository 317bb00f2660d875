"""What of a sequence is in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

Key = TypeVar("Key", int, str)


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
