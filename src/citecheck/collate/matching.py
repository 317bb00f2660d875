"""Which word of one copy is which word of the other: passages that stand once in both lead, what lies between them follows.

Patience diff (Bram Cohen) by runs of words: runs that both copies have once, in the longest order that both share, are fixed points.
Between them the same is done with shorter runs, and what is short by then is compared word by word. What both have once and in
another order has moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel

from citecheck.model.order import longest_ascent

__all__ = ["Matched", "match"]

RUNS = (6, 4, 2, 1)
"""Words of the runs that are looked for, one length after the other."""
SMALL = 1_000_000
"""Pairs of words up to which two stretches are compared word by word."""
MOVED = 6
"""Words of a run that has moved."""
SURE = 3
"""Words of a run that no chance brings together."""
BESIDE = 5
"""Words beyond which a shorter run has nothing to do with the next one."""
REACH = 14
"""Words within which one that both copies have must stand, or they do not have the passage in common."""
SHARED = 4
"""Words of the runs by which it is told how much two texts have in common."""


class Matched(Struct, frozen=True):
    """The word of the right copy for each word of the left one, -1 where it has none; and the reverse."""

    right: Sequence[int]
    left: Sequence[int]

    def places(self, place: int, *, of_left: bool = True) -> tuple[int, ...]:
        """The places in the other copy where a place between two words may be: by the word before and by the word behind.
        Nothing where the other copy lacks the passage."""
        to = self.right if of_left else self.left
        found = [_near(to, place - 1, -1), _near(to, place, 1)]
        nearest = min((steps for steps, _ in found if steps >= 0), default=-1)
        # A word far away says little where the one on the other side is at hand.
        return tuple(dict.fromkeys(at for steps, at in found if 0 <= steps <= nearest + 3))

    def around(self, place: int, *, of_left: bool = True) -> int | None:
        """The place in the other copy where a place between two words is, where the other copy has the words on both sides of it, and has
        them together; None else. Beyond the first and the last word there is nothing to have."""
        to, back = (self.right, self.left) if of_left else (self.left, self.right)
        (before, start), (behind, end) = _near(to, place - 1, -1), _near(to, place, 1)
        if before >= 0 and behind >= 0:
            return start if abs(end - start) <= REACH else None
        if behind >= 0:
            return end if max(place, end) <= REACH else None
        left_over = max(len(to) - place, len(back) - start)
        return start if before >= 0 and left_over <= REACH else None


def _near(to: Sequence[int], at: int, step: int) -> tuple[int, int]:
    """How many words away the next one is that the other copy has, and the place beside it there; -1 where none is near."""
    for steps in range(REACH):
        if not 0 <= at < len(to):
            break
        if to[at] >= 0:
            return steps, to[at] + 1 + steps if step < 0 else to[at] - steps
        at += step
    return -1, -1


def match(left: Sequence[str], right: Sequence[str]) -> Matched:
    """Which words are which."""
    to = [-1] * len(left)
    for a, b, size in _matches(left, right, (0, len(left)), (0, len(right)), 0):
        to[a : a + size] = range(b, b + size)
    _moved(left, right, to)
    _without_chance(to, len(right))
    back = [-1] * len(right)
    for at, other in enumerate(to):
        if other >= 0:
            back[other] = at
    return Matched(to, back)


def shared_runs(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the runs of words of the poorer text that the other one has too."""
    one, other = ({tuple(words[at : at + SHARED]) for at in range(len(words) - SHARED + 1)} for words in (left, right))
    return len(one & other) / max(min(len(one), len(other)), 1)


def _once(words: Sequence[str], part: tuple[int, int], run: int) -> Mapping[tuple[str, ...], int]:
    """The runs of words that stand once in a stretch, with their places."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(part[0], part[1] - run + 1):
        key = tuple(words[at : at + run])
        places[key] = -1 if key in places else at
    return {key: at for key, at in places.items() if at >= 0}


def _matches(
    left: Sequence[str], right: Sequence[str], ours: tuple[int, int], theirs: tuple[int, int], depth: int
) -> Iterator[tuple[int, int, int]]:
    """Stretches of words that are the same, in the order of both: their places, and how long they are."""
    (a, b), (c, d) = ours, theirs
    while a < b and c < d and left[a] == right[c]:
        yield a, c, 1
        a, c = a + 1, c + 1
    ends = []
    while a < b and c < d and left[b - 1] == right[d - 1]:
        b, d = b - 1, d - 1
        ends.append((b, d, 1))
    yield from _inner(left, right, (a, b), (c, d), depth)
    yield from ends


def _inner(
    left: Sequence[str], right: Sequence[str], ours: tuple[int, int], theirs: tuple[int, int], depth: int
) -> Iterator[tuple[int, int, int]]:
    (a, b), (c, d) = ours, theirs
    if a >= b or c >= d:
        return
    if depth == len(RUNS) or (depth and (b - a) * (d - c) <= SMALL):
        if (b - a) * (d - c) <= SMALL:
            blocks = Indel.editops(left[a:b], right[c:d]).as_matching_blocks()
            yield from ((a + one.a, c + one.b, one.size) for one in blocks if one.size)
        return
    run = RUNS[depth]
    for at, other in (*_fixed(left, right, ours, theirs, run), (b, d)):
        if at < a or other < c:
            continue  # Within the run before.
        yield from _matches(left, right, (a, at), (c, other), depth + 1)
        if at < b:
            yield at, other, run
        a, c = at + run, other + run


def _fixed(
    left: Sequence[str], right: Sequence[str], ours: tuple[int, int], theirs: tuple[int, int], run: int
) -> list[tuple[int, int]]:
    """The places of the runs of words that stand once on both sides, as far as they come in one order."""
    mine, its = _once(left, ours, run), _once(right, theirs, run)
    pairs = sorted((at, its[key]) for key, at in mine.items() if key in its)
    return [pairs[at] for at in longest_ascent([other for _, other in pairs])]


def _moved(left: Sequence[str], right: Sequence[str], to: list[int]) -> None:
    """Finds the passages that stand elsewhere, of which neither side was found in order."""
    taken = set(to)
    mine, its = _once(left, (0, len(left)), MOVED), _once(right, (0, len(right)), MOVED)
    for key, at in mine.items():
        other = its.get(key)
        if other is None:
            continue
        for step in range(MOVED):
            if to[at + step] < 0 and other + step not in taken:
                to[at + step] = other + step
                taken.add(other + step)


def _without_chance(to: list[int], length: int) -> None:
    """Takes out words that stand alone in both texts, of which the other one has a ``length``: any two texts have an "of" in common.
    What both begin or end with is no chance."""
    runs = _runs(to)
    sure = [
        end - start >= SURE or (start, to[start]) == (0, 0) or (end, to[end - 1] + 1) == (len(to), length)
        for start, end in runs
    ]
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        for at in order:
            beside = at - order.step
            sure[at] = sure[at] or (sure[beside] and _is_beside(runs[min(at, beside)], runs[max(at, beside)], to))
    for (start, end), kept in zip(runs, sure, strict=True):
        if not kept:
            to[start:end] = [-1] * (end - start)


def _runs(to: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of words that follow each other in both texts: the first of each, and the end."""
    runs: list[tuple[int, int]] = []
    for at, other in enumerate(to):
        if other >= 0 and at and to[at - 1] == other - 1 and to[at - 1] >= 0:
            runs[-1] = runs[-1][0], at + 1
        elif other >= 0:
            runs.append((at, at + 1))
    return runs


def _is_beside(one: tuple[int, int], other: tuple[int, int], to: Sequence[int]) -> bool:
    """Whether few words stand between two runs, in both texts."""
    gaps = other[0] - one[1], to[other[0]] - to[one[1] - 1] - 1
    return all(0 <= gap <= BESIDE for gap in gaps)
