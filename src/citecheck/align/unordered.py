"""A second look at the notes of a stretch that found no place in order: some stand elsewhere in the other version.

Two sentences that a translator exchanges take their notes with them, and an alignment in order can keep only one of the two.
What stayed alone on both sides is compared each with each, without regard to order. Here the place says nothing, so the rest
must be clear: both notes cite the same and cover passages that are each other's translation, and no other note does as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from msgspec.structs import replace

from citecheck.align.grouping import ALONE
from citecheck.align.notes import Mapped, Placed
from citecheck.model.alignment import Group, Shape

LEAST = 1.4
"""The score (0 to 2) from which a pair is one: both passages and what is cited must speak for it."""
MARGIN = 0.3
"""By how much the best pair of a note must be better than its second best."""
UNSURE = 0.3
"""The confidence of a pair for which only the order speaks."""
FARTHEST = 400
"""Characters beyond which two markers do not stand at one place, however free the translation."""
CONFIDENCE = 0.35
"""The part of the score that is the confidence: less than that of a pair in its place."""


def pair_unordered(
    groups: Sequence[Group],
    left: Sequence[Placed],
    right: Sequence[Placed],
    lone: tuple[Collection[int], Collection[int]] = ((), ()),
) -> list[Group]:
    """The groups of one stretch with those notes paired that are alone, or in a pair for which only its place speaks, on both
    sides, but each other's counterparts. ``lone`` are the sections of each side without counterpart: what stands in two of
    these has moved with its section, and stays as it is."""
    ones, others = _weak_notes(groups, left, right)
    partner = dict(_pairs(ones, others, lone)) if others else {}
    if not partner:
        return list(groups)
    taken = {id(other.note) for other, _ in partner.values()}
    return _marked([piece for group in groups for piece in _parted(group, partner, taken)], right)


def _marked(pieces: Sequence[tuple[Group, bool]], right: Sequence[Placed]) -> list[Group]:
    """The groups, those that are new marked as crossed where they stand in another order than their neighbours."""
    order = {id(one.note): at for at, one in enumerate(right)}
    crossing = _crossing([[order[id(note)] for note in group.right if group.left] for group, _ in pieces])
    return [
        replace(group, crossed=True) if fresh and at in crossing else group for at, (group, fresh) in enumerate(pieces)
    ]


def _weak_notes(
    groups: Sequence[Group], left: Sequence[Placed], right: Sequence[Placed]
) -> tuple[list[Placed], list[Placed]]:
    """The notes of both sides that are alone, or in a pair for which only its place speaks."""
    sides = {id(one.note): one for one in left}, {id(one.note): one for one in right}
    weak = [group for group in groups if _weak(group, sides)]
    ones = [sides[0][id(note)] for group in weak for note in group.left]
    return ones, [sides[1][id(note)] for group in weak for note in group.right]


def _parted(group: Group, partner: Mapping[int, tuple[Placed, float]], taken: Set[int]) -> Iterator[tuple[Group, bool]]:
    """A group, or what becomes of it where its notes have partners elsewhere; and whether that is a new pair."""
    moved = [note for note in group.left if id(note) in partner]
    if not moved and taken.isdisjoint(map(id, group.right)):
        yield group, False
        return
    # What is left of a pair that is none stands where it stood.
    alone = replace(group, confidence=ALONE, closeness=0.0)
    yield from ((replace(alone, right=()), False) for note in group.left if note not in moved)
    for note in moved:
        other, score = partner[id(note)]
        yield Group((note,), (other.note,), group.section, round(CONFIDENCE * score, 2)), True
    yield from ((replace(alone, left=()), False) for note in group.right if id(note) not in taken)


def pair_between(
    groups: Sequence[Group], mapped: Mapped, left: Sequence[Placed], right: Sequence[Placed]
) -> list[Group]:
    """The groups of one stretch with those notes paired that are alone on either side between the same neighbours, one each:
    position decides, and what they cite is no reason against it, or a wrong source would never be found."""
    at = {id(one.note): one.at for one in (*left, *right)}
    made: list[Group] = []
    for place, group in enumerate(groups):
        before = made[-1] if made else None
        if before is not None and _between(groups, place) and bool(before.left) != bool(group.left):
            notes = (*before.left, *group.left), (*before.right, *group.right)
            (one,), (other,) = notes
            if abs(mapped(at[id(one)]) - at[id(other)]) <= FARTHEST:
                made[-1] = Group(*notes, group.section, UNSURE)
                continue
        made.append(group)
    return made


def _between(groups: Sequence[Group], place: int) -> bool:
    """Whether just this group and the one before it are alone, between groups that are not."""
    shapes = [groups[at].shape if 0 <= at < len(groups) else None for at in range(place - 2, place + 2)]
    return [shape is Shape.ONLY for shape in shapes] == [False, True, True, False]


def _weak(group: Group, sides: tuple[Mapping[int, Placed], Mapping[int, Placed]]) -> bool:
    """Whether a note is alone, or in a pair that cites different sources and whose passages have nothing in common."""
    if group.shape is not Shape.ONE_TO_ONE:
        return group.shape is Shape.ONLY
    one, other = sides[0][id(group.left[0])], sides[1][id(group.right[0])]
    return one.sources.isdisjoint(other.sources) and one.passage.isdisjoint(other.passage)


def _pairs(
    ones: Sequence[Placed], others: Sequence[Placed], lone: tuple[Collection[int], Collection[int]]
) -> Iterator[tuple[int, tuple[Placed, float]]]:
    """The pairs that are each other's best by a margin, by the identity of the left note."""
    scores = _scores(ones, others, lone)
    for one, row in zip(ones, scores, strict=True):
        score = max(row)
        best = row.index(score)
        second = max([*row[:best], *row[best + 1 :]], default=0.0)
        rivals = [other[best] for other in scores if other is not row]
        if score >= LEAST and score - max([second, *rivals], default=0.0) >= MARGIN:
            yield id(one.note), (others[best], score)


def _scores(
    ones: Sequence[Placed], others: Sequence[Placed], lone: tuple[Collection[int], Collection[int]]
) -> list[list[float]]:
    rare = [Counter(key for one in side for key in one.passage) for side in (ones, others)]
    return [
        [0.0 if one.section in lone[0] and other.section in lone[1] else _score(one, other, rare) for other in others]
        for one in ones
    ]


def _score(one: Placed, other: Placed, counts: Sequence[Counter[str]]) -> float:
    """How much speaks for a pair but its place: what is cited (0 to 1) and what the passages have in common (0 to 1)."""
    if not one.sources or one.sources != other.sources:
        return 0.0
    cited = len(one.pages & other.pages) / len(one.pages | other.pages) if one.pages or other.pages else 1.0
    # What stands in many of the passages says nothing about two of them.
    own, twins = (
        {key for key in side.passage if count[key] == 1} for side, count in zip((one, other), counts, strict=True)
    )
    return cited + len(own & twins) / max(min(len(own), len(twins)), 1)


def _crossing(rights: Sequence[Sequence[int]]) -> set[int]:
    """The ordinals of groups whose notes of the right side do not lie between those of the groups before and behind."""
    whole = [at for at, side in enumerate(rights) if side]
    highest, lowest = -1, [0] * len(whole)
    low = 1 << 62
    for place in range(len(whole) - 1, -1, -1):
        lowest[place] = low
        low = min(low, *rights[whole[place]])
    found = set()
    for place, at in enumerate(whole):
        if min(rights[at]) < highest or max(rights[at]) > lowest[place]:
            found.add(at)
        highest = max(highest, *rights[at])
    return found
