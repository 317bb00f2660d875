"""The number that number words make together: ``quatre vingt dix neuf`` is 4 × 20 + 10 + 9."""

from __future__ import annotations

from collections.abc import Iterable

TEN, SCORE, HUNDRED, THOUSAND = 10, 20, 100, 1000


def number_of(values: Iterable[int]) -> int:
    """The number that the values of number words make, in their order: ``deux mille cinq cents`` is 2 × 1000 + 5 × 100."""
    total = below = 0
    for value in values:
        if value >= THOUSAND:
            # "Deux mille millions": what stands before a greater scale is counted by it.
            lower = not below and 0 < total < value
            total, below = total * value if lower else total + max(below, 1) * value, 0
        elif value == HUNDRED:
            below = max(below, 1) * HUNDRED
        elif below % HUNDRED == 1 and value >= TEN:
            # "Une dizaine": the article is no one.
            below += value - 1
        elif value == SCORE and below % HUNDRED == 4:
            below += 4 * SCORE - 4
        else:
            below += value
    return total + below
