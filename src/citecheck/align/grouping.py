"""Grouping the notes of one stretch of text: the likeliest way in which those of both versions stand against each other.

A dynamic programme over groups of one to one, several to one, one to several and one to none finds it. Most pairs of notes
have nothing in common; then nothing but their places is compared, and several notes are never put together.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from citecheck.align.notes import DRIFT, NEAR, NOTHING_KNOWN, REMARK, Mapped, Placed
from citecheck.model.alignment import Group, Shape

MOST = 6
"""Notes of one side that may stand against one of the other."""
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
DOUBT = 0.1
"""The part of it that counts where only the years tell, for one of the names may be a translation of the other."""
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
NOTHING = -0.3
"""The agreement of notes that have nothing in common."""
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
        self.own, self.twins = _Said.runs(left), _Said.runs(right)
        self.reaches = _reaches(self.where, right)
        self.scores: list[array[float]] = []
        self.steps: list[bytearray] = []
        self.related = _Related(left, right)
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
        self.akin.append(akin)
        self.strange.append({})
        if row > MOST:
            # What lies so far back is not looked at any more.
            self.akin[row - MOST - 1], self.strange[row - MOST - 1] = set(), {}
        lefts = set().union(*self.akin[max(row - MOST, 0) :]) if row > 1 else set()
        rights = {column + more for column in akin for more in range(MOST)}
        beside: dict[int, float] = {}
        for place, column in enumerate(reach):
            best, step = NEVER, 0
            if column in before:
                best, step = above[column - before.start] + LONE, 8
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

    def _paired(self, row: int, column: int, score: float, closeness: float, akin: bool) -> float:
        """The score of a group of one note against one, by what both cite."""
        agreement = _agreement(self.own[1][row], self.twins[1][column], 0.0) if akin else NOTHING
        score += 0.55 * agreement
        if agreement < 0:
            score += NEITHER * (1 - closeness)
        if akin and _unlike(self.left[row - 1], self.right[column - 1]):
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
            if before == NEVER:
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
                strange[first] = _strange(self.right[first], one) if first in self.akin[row - 1] else 1.0
            strays += strange[first]
            before = self._score(row - 1, first) if many > 1 else NEVER
            if before == NEVER:
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
            known[column] = _strange(self.left[row], self.right[column]) if column in self.akin[row] else 1.0
        return known[column]

    def _several(
        self,
        score: float,
        closeness: float,
        best: float,
        notes: Sequence[Placed],
        one: Placed,
        said: tuple[_Said, _Said],
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
        agreement = _agreement(*said, 0.0 if strays else PARTLY)
        score += 0.55 * agreement
        if agreement < 0:
            score += NEITHER * (1 - closeness)
        score += STRAY * strays
        if whole:
            run = id(notes[0]), len(notes)
            if run not in self.adds:
                self.adds[run] = _each_adds(notes)
            score += WHOLE * further * self.adds[run]
        if not usual:
            score += NEEDLESS * _needless(notes, one)
        return score


class _Related:
    """Which notes of the right side have anything in common with one of the left: a source, a page, or that it is not known
    what they cite."""

    def __init__(self, left: Sequence[Placed], right: Sequence[Placed]) -> None:
        self.left = left
        self.columns_of: dict[str, list[int]] = {}
        self.open: list[int] = []
        for column, one in enumerate(right):
            if not _known(one):
                self.open.append(column)
            for said in _sayings(one):
                self.columns_of.setdefault(said, []).append(column)

    def columns(self, row: int, within: range) -> set[int]:
        """Those related to a note of the left side."""
        note = self.left[row]
        if not _known(note):
            return set(within)
        held = [self.open, *(self.columns_of.get(said, []) for said in _sayings(note))]
        return {
            column
            for columns in held
            for column in columns[bisect_left(columns, within.start) : bisect_left(columns, within.stop)]
        }


def _known(note: Placed) -> bool:
    """Whether it is known what a note cites."""
    return bool(note.sources) and not any(name.startswith("cited:") for name in note.sources)


def _sayings(note: Placed) -> Iterator[str]:
    yield from note.sources
    yield from (f"p. {page}" for page in note.pages)


def _closeness(one: float, other: float, near: float) -> float:
    """How near two places of one text are, from 1 (the same) towards 0; ``near`` is how far from each other is half of it."""
    return 1 / (1 + (abs(one - other) / near) ** 2)


class _Said(Struct, frozen=True):
    """What notes in a row cite, taken together; ``unknown`` where a source among them has no entry."""

    sources: frozenset[str]
    pages: frozenset[str]
    years: frozenset[str]
    unknown: bool

    def same(self, other: _Said) -> bool:
        """Whether others cite the same pages of the same sources, as far as these are known."""
        known = bool(self.sources) and NOTHING_KNOWN not in self.sources
        return known and self.sources == other.sources and self.pages == other.pages

    @staticmethod
    def runs(notes: Sequence[Placed]) -> list[list[_Said]]:
        """All runs of up to `MOST` notes, by their length and then by the ordinal behind their last note.

        A run is looked at once for each note of the other side; it is made only once.
        """
        nothing = _Said(frozenset(), frozenset(), frozenset(), False)
        made = [[nothing] * (len(notes) + 1)]
        for many in range(1, min(MOST, len(notes)) + 1):
            row = [nothing] * many
            for last in range(many, len(notes) + 1):
                before, one = made[-1][last - 1], notes[last - 1]
                unknown = before.unknown or any(name.startswith("cited:") for name in one.sources)
                row.append(
                    _Said(before.sources | one.sources, before.pages | one.pages, before.years | one.years, unknown)
                )
            made.append(row)
        return made


def _strange(note: Placed, one: Placed) -> float:
    """How surely (0 to 1) a note says nothing of what another says: it cites other sources, or remarks what that does not."""
    if not note.sources:
        # What one version remarks in a note the other may say in the text.
        return float(_remarks(note, one) and note.amounts.isdisjoint(one.passage))
    if NOTHING_KNOWN in note.sources or not one.sources.isdisjoint(note.sources) or _misnamed(note, one):
        return 0.0
    if any(name.startswith("cited:") for name in one.sources) or all(
        name.startswith("cited:") for name in note.sources
    ):
        # The names may be translations of each other, or slips; years are none.
        return DOUBT if note.years and one.years and note.years.isdisjoint(one.years) else 0.0
    return 1.0


def _unlike(one: Placed, other: Placed) -> bool:
    """Whether one of two notes only remarks something, and the other only cites."""
    return bool(one.sources) != bool(other.sources) and (
        _remarks(one, other) if other.sources else _remarks(other, one)
    )


def _remarks(note: Placed, one: Placed) -> bool:
    """Whether a note remarks something that another does not seem to."""
    return note.remark >= REMARK and one.remark < note.remark / 2


def _needless(notes: Sequence[Placed], one: Placed) -> int:
    """How many of some notes add nothing to what the last of them says of what the one note against them cites."""
    if one.count >= sum(note.count for note in notes):
        return 0
    found = 0
    for at, note in enumerate(notes[:-1]):
        rest = [*notes[:at], *notes[at + 1 :]]
        sources = (note.sources & one.sources).difference(*(other.sources for other in rest))
        pages = (note.pages & one.pages).difference(*(other.pages for other in rest))
        found += not sources and not pages
    return found


def _misnamed(note: Placed, one: Placed) -> bool:
    """Whether a note cites a source that nothing is known of at pages that the note against it cites of another: the name
    may be wrong."""
    nameless = all(name.startswith("cited:") for name in note.sources)
    return nameless and bool(note.pages) and note.pages <= one.pages


def _each_adds(notes: Sequence[Placed]) -> bool:
    """Whether each of some notes of one paragraph cites a source or a page that none of the others does."""
    parts = [note.sources | {f"p. {page}" for page in note.pages} for note in notes]
    told = Counter(part for own in parts for part in own)
    alone = all(any(told[part] == 1 for part in own) for own in parts)
    return alone and len({note.paragraph for note in notes}) == 1


def _agreement(own: _Said, twins: _Said, least: float) -> float:
    """How far what is cited agrees (-0.4 to 1): sources first, then pages and years."""
    if not own.sources and not twins.sources:
        return 0.7
    if not own.sources or not twins.sources:
        return -0.4
    overlap = _overlap(own.sources, twins.sources)
    score = 0.6 * (max(overlap, least) if overlap else 0.0)
    if not score and own.unknown and twins.unknown and own.years & twins.years:
        # Neither side has an entry: the names may be translations of each other.
        score = 0.25
    if not score and NOTHING_KNOWN in (*own.sources, *twins.sources):
        return 0.4 * _overlap(own.pages, twins.pages)
    if own.pages or twins.pages:
        score += 0.4 * _overlap(own.pages, twins.pages)
    else:
        score += 0.2 if score else 0
    return score if score else -0.3


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / max(len(one) + len(other) - common, 1)


def _confidence(gain: float, closeness: float) -> float:
    """How sure a group is, by what it gains; that it may stand far off only tells against other groups."""
    return min(max(0.35 + 0.5 * (gain - FAR * (1 - closeness)), 0.05), 0.99)
