"""Chains of numbers: which of the lines that look like beginnings of notes are those, since notes count up."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from citecheck.read.pdf.marks import Mark
from citecheck.read.pdf.zones import Start

__all__ = ["aligned", "chain"]

NEEDED = 2.5
"""What speaks for a beginning, at least."""
FARTHEST = 3
"""How many numbers may be missing."""
BACK = 80
"""How many pairs back a chain is looked for."""


def chain(starts: Sequence[Start], expected: int, called: Collection[str], near: Collection[str]) -> list[Start]:
    """Those of the lines of a zone that begin its notes: their numbers go up by one, from ``expected`` or from 1, and marks call
    them on the page (``called``) or on the page before (``near``)."""
    numbered = [start for start in starts if start.number is not None]
    weights = [_weight(start, expected, called, near) for start in numbered]
    best: list[tuple[float, int | None]] = []
    for at, start in enumerate(numbered):
        number = start.number or 0
        begun = weights[at] + _begun(number, expected, start.sign in called)
        best.append((begun, None))
        for before in range(max(0, at - BACK), at):
            score = best[before][0] + weights[at] + _step((numbered[before].number or 0), number, start.sign in called)
            if score > best[at][0]:
                best[at] = (score, before)
    return [numbered[at] for at in _path(best, NEEDED)]


def _path(best: Sequence[tuple[float, int | None]], needed: float) -> list[int]:
    """The best chain, from its beginning: of each place it is known how good a chain to it is, and from which place that comes."""
    end = max(range(len(best)), key=lambda at: best[at][0], default=None)
    path: list[int] = []
    while end is not None and (path or best[end][0] >= needed):
        path.append(end)
        end = best[end][1]
    return path[::-1]


def _weight(start: Start, expected: int, called: Collection[str], near: Collection[str]) -> float:
    """How much speaks for a line's beginning a note."""
    weight = 2.0 if start.raised else 0.0
    weight += 3.0 if start.sign in called else 1.5 if start.sign in near else -1.0
    weight += 0.7 if start.first else 0.0
    weight += 0.5 if start.ended else -0.5
    weight += 0.3 if start.stopped else 0.0
    return weight


def _begun(number: int, expected: int, called: bool) -> float:
    """What it says that a zone begins with a number."""
    if number == expected:
        return 1.0
    if number == 1:
        return 0.0 if called else -1.0
    if expected < number <= expected + FARTHEST:
        return -1.0
    return -1.5 if called and expected == 1 else -4.0


def _step(before: int, number: int, called: bool) -> float:
    """What it says that a number follows another in a zone."""
    if number == before + 1:
        return 1.0
    if before < number <= before + FARTHEST:
        return -1.5
    return -0.5 if number == 1 and called else -20.0


def aligned(signs: Sequence[tuple[str, int]], marks: Sequence[Mark]) -> dict[int, int]:
    """Which mark calls which note: the notes' ordinals with those of the marks. Both go up together; ``signs`` are the sign and the
    page of each note, and a mark stands on its page, or on one of the two before, or on the next."""
    pairs = _pairs(signs, marks)
    best: list[tuple[float, int | None]] = []
    for at, (note, place, weight) in enumerate(pairs):
        score: float = weight
        link: int | None = None
        for before in range(max(0, at - BACK), at):
            if pairs[before][0] < note and pairs[before][1] < place and best[before][0] + weight > score:
                score, link = best[before][0] + weight, before
        best.append((score, link))
    return {pairs[at][0]: pairs[at][1] for at in _path(best, 0.0)}


def _pairs(signs: Sequence[tuple[str, int]], marks: Sequence[Mark]) -> list[tuple[int, int, float]]:
    """The notes with the marks that may call them, and how well each does."""
    places: dict[tuple[str, int], list[int]] = {}
    for at, mark in enumerate(marks):
        places.setdefault((mark.sign, mark.page), []).append(at)
    pairs: list[tuple[int, int, float]] = []
    for note, (sign, page) in enumerate(signs):
        for distance, cost in ((0, 0.0), (-1, 0.6), (-2, 1.2), (1, 1.5)):
            pairs += [
                (note, at, 2.0 + marks[at].weight - cost)
                for at in sorted(places.get((sign, page + distance), ()), reverse=True)
            ]
    pairs.sort(key=lambda pair: (pair[0], -pair[1]))
    return pairs
