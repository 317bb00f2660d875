"""Grouping the notes of one stretch of text: the likeliest way in which those of both versions stand against each other.

A dynamic programme over groups of one to one, several to one, one to several and one to none finds it. Most pairs of notes
have nothing in common; then nothing but their places is compared, and several notes are never put together.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from citecheck.align.notes import DRIFT, NEAR, Mapped, Placed
from citecheck.align.sayings import MOST, NOTHING, Related, Said, agreement, each_adds, needless, strangeness, unlike
from citecheck.model.alignment import Group, Shape

ALONE = 0.6
"""The confidence that a note is alone."""
LONE = -0.25
"""What a note without counterpart costs."""
FURTHER = -0.12
"""What each further note in a group costs."""
STRAY = -0.8
"""What each note in a group costs, beside, that says nothing of what the one note against it says: so many strays are
rather without counterpart, a paragraph without its notes, than merged into the next note."""
OUTSIDE = 0.4
"""What each note of a group costs that stands before the passage of the note against it."""
WHOLE = 0.8
"""What each further note in a group gains whose notes say together what the one note against them says, no more and no less,
and each of them a part of it, in one paragraph: as much as it would by standing against another note at its place."""
NEEDLESS = -0.25
"""What each note in a group costs, beside, that adds nothing to what the one note against it cites, in a version that has no
habit of merging: it is rather lost than merged."""
HABIT = 0.07
"""The share of the groups in which several notes stand against one, from which on a version has that habit."""
ACROSS = -0.1
"""What a group costs, beside, whose notes are called in different paragraphs."""
NEITHER = -0.5
"""What a group costs, beside, for which neither the places nor the sources speak."""
UNLIKE = -0.4
"""What a pair costs, beside, one of whose notes only remarks something, while the other only cites."""
PARTLY = 0.7
"""The least share of common sources that a group of many notes counts as having, all of which share some with the one."""
ENOUGH = 20
"""Groups from which on a lack of that habit shows."""
FAR = -0.8
"""What a group costs whose markers stand at places far from each other."""
PAIRS = 100_000
"""Pairs of notes up to which each note of a stretch is compared with each of the other version."""
AROUND = 64
"""In longer stretches, the notes before and behind a note's place in the other version with which it is compared at least."""


NEVER = float("-inf")
"""The score of what is not possible."""
SURELY = 1e-9
"""By how much the most that a group can score must be below another score for it not to be looked at."""


def align_notes(
    left: Sequence[Placed],
    right: Sequence[Placed],
    mapped: Mapped,
    section: Callable[[Placed, bool], str],
    usual: tuple[bool, bool] = (True, True),
) -> list[Group]:
    """The groups of the notes of one stretch of text, in order.

    ``mapped`` turns a place of the left text into one of the right; ``section`` names the section of a note of the left
    (True) or the right side; ``usual`` says of the notes of each side whether they are put together in the other version
    more than now and then.
    """
    programme = _Programme(left, right, mapped, usual)
    groups = []
    for rows, columns, gain, closeness in programme.path():
        ones, others = left[rows.start : rows.stop], right[columns.start : columns.stop]
        groups.append(
            Group(
                tuple(one.note for one in ones),
                tuple(one.note for one in others),
                section((ones or others)[-1], bool(ones)),
                round(_confidence(gain, closeness), 2) if ones and others else ALONE,
                round(closeness, 2),
            )
        )
    return groups[::-1]


def habits(groups: Sequence[Group]) -> tuple[bool, bool]:
    """Whether notes of the left side, and of the right one, are put together in the other version more than now and then:
    not only in the group that is looked at. A few groups tell of no habit, and of no lack of one."""
    paired = sum(group.shape is not Shape.ONLY for group in groups)
    if paired < ENOUGH:
        return True, True
    many = [sum(group.shape is shape for group in groups) for shape in (Shape.MERGED, Shape.SPLIT)]
    return many[0] - 1 >= HABIT * paired, many[1] - 1 >= HABIT * paired


def _reaches(where: Sequence[float], right: Sequence[Placed]) -> list[range]:
    """The numbers of right notes that may stand against so many left ones as the ordinal says: all of them, or in a long
    stretch those around the place, so that the work grows with the length and not with its square. Two neighbours always
    have one in common. ``where`` are the places of the left notes in the right text."""
    rows, columns = len(where), len(right)
    if rows * columns <= PAIRS:
        return [range(columns + 1)] * (rows + 1)
    around = max(AROUND, PAIRS // (2 * rows))
    places = [one.at for one in right]
    middles = [0, *accumulate((bisect_left(places, place) for place in where), max)]
    lows = [max(middle - around, 0) for middle in middles]
    highs = [min(middle + around, columns) for middle in middles[:-1]]
    highs = [max(high, low) for high, low in zip(highs, lows[1:], strict=True)]
    return [range(low, high + 1) for low, high in zip(lows, [*highs, columns], strict=True)]


class _Programme:
    """The scores of the best groups of the first so many left notes and the first so many right ones, row by row, and the last
    group of each: eight times the number of its left notes and the number of its right ones."""

    def __init__(
        self, left: Sequence[Placed], right: Sequence[Placed], mapped: Mapped, usual: tuple[bool, bool]
    ) -> None:
        self.left, self.right, self.usual = left, right, usual
        self.near = [NEAR + DRIFT * mapped.gap(one.at) ** 0.5 for one in left]
        self.where = [mapped(one.at) for one in left]
        self.since = [mapped(one.since) for one in left]
        self.places = [one.at for one in right]
        self.own, self.twins = Said.runs(left), Said.runs(right)
        self.reaches = _reaches(self.where, right)
        self.scores: list[array[float]] = []
        self.steps: list[bytearray] = []
        self.related = Related(left, right)
        self.adds: dict[tuple[int, int], bool] = {}
        self.akin: list[set[int]] = []
        self.strange: list[dict[int, float]] = []
        for row, reach in enumerate(self.reaches):
            self.scores.append(array("d", [NEVER]) * len(reach))
            self.steps.append(bytearray(len(reach)))
            if row:
                self._fill(row, reach)
            else:
                self.scores[0] = array("d", accumulate([0.0] + [LONE] * (len(reach) - 1)))
                self.steps[0] = bytearray([1] * len(reach))

    def path(self) -> Iterator[tuple[range, range, float, float]]:
        """The best groups, the last one first: the ordinals of their notes, what each gains, and how near its markers are."""
        row, column = len(self.left), len(self.right)
        while row or column:
            many, other = divmod(self.steps[row][column - self.reaches[row].start], 8)
            gain = self._score(row, column) - self._score(row - many, column - other)
            closeness = self._closeness(row, column) if many and other else 0.0
            yield range(row - many, row), range(column - other, column), gain, closeness
            row, column = row - many, column - other

    def _score(self, row: int, column: int) -> float:
        reach = self.reaches[row]
        return self.scores[row][column - reach.start] if column in reach else NEVER

    def _closeness(self, row: int, column: int) -> float:
        return _closeness(self.where[row - 1], self.places[column - 1], self.near[row - 1])

    def _fill(self, row: int, reach: range) -> None:
        """The scores of so many left notes."""
        scores, steps = self.scores[row], self.steps[row]
        above, before = self.scores[row - 1], self.reaches[row - 1]
        behind = self.reaches[min(row + MOST, len(self.left))]
        akin = self.related.columns(row - 1, range(max(before.start - MOST, 0), behind.stop))
        lefts, rights = self._several_akin(row, akin)
        beside: dict[int, float] = {}
        for place, column in enumerate(reach):
            best, step = (above[column - before.start] + LONE, 8) if column in before else (NEVER, 0)
            if place and scores[place - 1] + LONE > best:
                best, step = scores[place - 1] + LONE, 1
            if column:
                closeness = self._closeness(row, column)
                if column - 1 in before:
                    score = above[column - 1 - before.start] + (0.75 * closeness + FAR * (1 - closeness))
                    score = self._paired(row, column, score, closeness, column - 1 in akin)
                    if score >= best:
                        best, step = score, 9
                if column - 1 in lefts:
                    best, step = self._merged(row, column, closeness, best, step)
                if column - 1 in rights:
                    best, step = self._split(row, column, closeness, best, step, beside)
            scores[place], steps[place] = best, step

    def _several_akin(self, row: int, akin: set[int]) -> tuple[set[int], set[int]]:
        """The right notes that groups of several left notes may stand against, and those that may end groups of several right
        ones; ``akin`` are those related to the last of so many left ones, which is kept."""
        self.akin.append(akin)
        self.strange.append({})
        if row > MOST:
            # What lies so far back is not looked at any more.
            self.akin[row - MOST - 1], self.strange[row - MOST - 1] = set(), {}
        lefts = set().union(*self.akin[max(row - MOST, 0) :]) if row > 1 else set()
        return lefts, {column + more for column in akin for more in range(MOST)}

    def _paired(self, row: int, column: int, score: float, closeness: float, akin: bool) -> float:
        """The score of a group of one note against one, by what both cite."""
        agreed = agreement(self.own[1][row], self.twins[1][column], 0.0) if akin else NOTHING
        score += 0.55 * agreed
        if agreed < 0:
            score += NEITHER * (1 - closeness)
        if akin and unlike(self.left[row - 1], self.right[column - 1]):
            score += UNLIKE
        return score

    def _merged(self, row: int, column: int, closeness: float, best: float, step: int) -> tuple[float, int]:
        """The best group, where it may be one of several left notes against one right one."""
        one, said = self.right[column - 1], self.twins[1][column]
        strays = self._strange_left(row - 1, column - 1)
        for many in range(2, min(MOST, row) + 1):
            first = row - many
            strays += self._strange_left(first, column - 1)
            before = self._score(first, column - 1)
            if before + _most(many, closeness, strays) < best - SURELY:
                continue
            notes = self.left[first:row]
            begin = one.since - self.near[first]
            outside = bisect_left(self.where, begin, first, row) - first
            score = self._several(
                before, closeness, best, notes, one, (self.own[many][row], said), outside, strays, self.usual[0]
            )
            if score > best or (score == best and 8 * many + 1 > step):
                best, step = score, 8 * many + 1
        return best, step

    def _split(
        self, row: int, column: int, closeness: float, best: float, step: int, strange: dict[int, float]
    ) -> tuple[float, int]:
        """The best group, where it may be one of one left note against several right ones."""
        one, said = self.left[row - 1], self.own[1][row]
        begin = self.since[row - 1] - self.near[row - 1]
        strays = 0.0
        for many in range(1, min(MOST, column) + 1):
            first = column - many
            if first not in strange:
                strange[first] = strangeness(self.right[first], one) if first in self.akin[row - 1] else 1.0
            strays += strange[first]
            before = self._score(row - 1, first) if many > 1 else NEVER
            if before + _most(many, closeness, strays) < best - SURELY:
                continue
            notes = self.right[first:column]
            outside = bisect_left(self.places, begin, first, column) - first
            score = self._several(
                before, closeness, best, notes, one, (said, self.twins[many][column]), outside, strays, self.usual[1]
            )
            if score > best or (score == best and 8 + many > step):
                best, step = score, 8 + many
        return best, step

    def _strange_left(self, row: int, column: int) -> float:
        known = self.strange[row]
        if column not in known:
            known[column] = strangeness(self.left[row], self.right[column]) if column in self.akin[row] else 1.0
        return known[column]

    def _several(
        self,
        score: float,
        closeness: float,
        best: float,
        notes: Sequence[Placed],
        one: Placed,
        said: tuple[Said, Said],
        outside: int,
        strays: float,
        usual: bool,
    ) -> float:
        """The score of a group of several notes against one; that of no group where it cannot be the best."""
        further = len(notes) - 1
        score += 0.75 * closeness + FAR * (1 - closeness)
        score += (0.0 if notes[0].paragraph == notes[-1].paragraph else ACROSS) + FURTHER * further
        score -= OUTSIDE * outside
        whole = not outside and said[0].same(said[1])
        if score + 0.55 + STRAY * strays + (WHOLE * further if whole else 0.0) < best - SURELY:
            return NEVER
        agreed = agreement(*said, 0.0 if strays else PARTLY)
        score += 0.55 * agreed
        if agreed < 0:
            score += NEITHER * (1 - closeness)
        score += STRAY * strays
        if whole:
            run = id(notes[0]), len(notes)
            if run not in self.adds:
                self.adds[run] = each_adds(notes)
            score += WHOLE * further * self.adds[run]
        if not usual:
            score += NEEDLESS * needless(notes, one)
        return score


def _most(many: int, closeness: float, strays: float) -> float:
    """The most that a group of so many notes against one can gain: where they stand in one paragraph and say all of what the
    one says, but for strays."""
    return 0.75 * closeness + FAR * (1 - closeness) + 0.55 + (FURTHER + WHOLE) * (many - 1) + STRAY * strays


def _closeness(one: float, other: float, near: float) -> float:
    """How near two places of one text are, from 1 (the same) towards 0; ``near`` is how far from each other is half of it."""
    return 1 / (1 + (abs(one - other) / near) ** 2)


def _confidence(gain: float, closeness: float) -> float:
    """How sure a group is, by what it gains; that it may stand far off only tells against other groups."""
    return min(max(0.35 + 0.5 * (gain - FAR * (1 - closeness)), 0.05), 0.99)
