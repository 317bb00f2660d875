"""Which marker of one copy stands where which marker of the other does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citecheck.collate.matching import Matched
from citecheck.collate.texts import Call, Copy
from citecheck.model.order import gathered

__all__ = ["paired_calls", "paired_words"]

BESIDE = 2
"""Words by which a marker may stand beside its place: on either side of a bracket with a word in it."""
AROUND = 60
"""Words within which a marker with a short note (an Ibid.) may have moved."""
TOLD = 24
"""Letters from which a note says by its words alone which one it is."""


def paired_calls(left: Copy, right: Copy, matched: Matched) -> dict[int, Call]:
    """The calls of the right copy that stand where those of the left one do, by the ordinals of these. Of several at one place, those
    with the same words go together; else they go in order."""
    candidates = sorted(_candidates(left, right, matched))
    found: dict[int, Call] = {}
    taken: set[int] = set()
    for _, _, _, at, other in candidates:
        if at not in found and other not in taken:
            found[at] = right.calls[other]
            taken.add(other)
    return found


def _candidates(left: Copy, right: Copy, matched: Matched) -> Iterator[tuple[int, bool, int, int, int]]:
    """Pairs of calls that may be: how many words they stand apart, whether their notes have other words, by how much their order
    differs, and the ordinals of both."""
    at_place = gathered((call.place, other) for other, call in enumerate(right.calls))
    ranks = _ranks(left.calls), _ranks(right.calls)
    for at, call in enumerate(left.calls):
        for place in matched.places(call.place):
            for beside in range(-BESIDE, BESIDE + 1):
                for other in at_place.get(place + beside, ()):
                    unlike = _letters(left, call) != _letters(right, right.calls[other])
                    yield abs(beside), unlike, abs(ranks[0][at] - ranks[1][other]), at, other


def _ranks(calls: Sequence[Call]) -> list[int]:
    """Which of the calls at its place each one is."""
    ranks: list[int] = []
    for at, call in enumerate(calls):
        ranks.append(ranks[at - 1] + 1 if at and calls[at - 1].place == call.place else 0)
    return ranks


def _letters(copy: Copy, call: Call) -> str:
    return copy.words[id(call.note)].letters


def paired_words(
    left: Copy, right: Copy, ours: Sequence[Call], theirs: Sequence[Call], matched: Matched
) -> dict[int, Call]:
    """Those calls of both copies that found nothing at their place, paired by the words of their notes; by the identity of the left note. What
    few letters do not tell must stand near."""
    left_over = gathered((_letters(right, call), call) for call in theirs)
    often = Counter(_letters(left, call) for call in ours)
    found: dict[int, Call] = {}
    for call in ours:
        letters = _letters(left, call)
        twins = left_over.get(letters, []) if letters else []
        told = len(letters) >= TOLD or often[letters] == len(twins) == 1
        near = twins if told else [other for other in twins if _is_near(call, other, matched)]
        if near:
            found[id(call.note)] = best = _nearest(call, near, matched)
            twins.remove(best)
    return found


def _nearest(call: Call, others: Sequence[Call], matched: Matched) -> Call:
    places = matched.places(call.place) or (call.place,)
    return min(others, key=lambda other: min(abs(place - other.place) for place in places))


def _is_near(call: Call, other: Call, matched: Matched) -> bool:
    return any(abs(place - other.place) <= AROUND for place in matched.places(call.place))
