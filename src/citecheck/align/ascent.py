"""What two sides have in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_ascent(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs whose second members ascend; ``pairs`` come sorted by the first (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    previous = [-1] * len(pairs)
    for at, (_, y) in enumerate(pairs):
        pile = bisect_left(tails, y)
        previous[at] = ends[pile - 1] if pile else -1
        if pile == len(tails):
            tails.append(y)
            ends.append(at)
        else:
            tails[pile], ends[pile] = y, at
    chain, at = [], ends[-1] if ends else -1
    while at != -1:
        chain.append(pairs[at])
        at = previous[at]
    return chain[::-1]
