"""Rates ranked by value, so that those that give a pair are found without trying each.

A rate gives a pair where it is neither too low nor too high for it, so those that do lie side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from citecheck.checks.currency.declared import Declared
from citecheck.checks.currency.pairs import GRADES, Fit, Pair, Reach, Yardstick, gives, reaches, too_low
from citecheck.model.order import gathered


class Ranked(Struct, frozen=True):
    """Rates of the same two currencies, each value once: the first ``declared`` of it; ``count`` tells how many there were.

    ``sides`` are their ordinals in the order of their values, those of one direction together.
    """

    declared: tuple[Declared, ...]
    yardsticks: tuple[Yardstick, ...]
    sides: tuple[tuple[int, ...], ...]
    count: int

    @staticmethod
    def of(rates: Iterable[Declared]) -> Ranked:
        """The rates, ranked."""
        firsts: dict[Yardstick, Declared] = {}
        every = tuple(rates)
        for one in every:
            firsts.setdefault(Yardstick.of(one), one)
        yardsticks = tuple(firsts)
        ordered = sorted(range(len(yardsticks)), key=lambda at: yardsticks[at].low)
        sides = gathered((yardsticks[at].base, at) for at in ordered)
        return Ranked(tuple(firsts.values()), yardsticks, tuple(map(tuple, sides.values())), len(every))

    def fit(self, pair: Pair, factor: Decimal = Decimal(1)) -> Fit:
        """How well the best of the rates, times a factor, gives the pair's result; where its direction is unclear, the better
        of the two."""
        best = self._fit(pair, factor)
        return best if pair.certain or best is Fit.RIGHT else max(best, self._fit(pair.turned(), factor))

    def _fit(self, pair: Pair, factor: Decimal) -> Fit:
        for grade in GRADES:
            within = reaches(pair, grade)

            def high_enough(at: int, within: Sequence[Reach] = within) -> bool:
                return not too_low(pair, within, self.yardsticks[at].scaled(factor))

            for side in self.sides:
                first = bisect_left(side, True, key=high_enough)
                if first < len(side) and gives(pair, within, self.yardsticks[side[first]].scaled(factor)):
                    return grade
        return Fit.WRONG

    def nearest(self, pair: Pair) -> Declared:
        """The rate nearest to the one that the pair implies; a measure to compare with, no more."""
        near: list[tuple[Decimal, int]] = []
        for side in self.sides:
            base = self.yardsticks[side[0]].base
            first, second = (pair.result, pair.origin) if pair.result.currency == base else (pair.origin, pair.result)
            rate = abs(second.value) / abs(first.value)
            at = bisect_left(side, rate, key=lambda at: self.yardsticks[at].low)
            near += [(abs(rate - self.yardsticks[one].low), one) for one in side[max(at - 1, 0) : at + 1]]
        return self.declared[min(near)[1]]
