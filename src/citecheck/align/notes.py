"""Aligning notes: by where their markers stand in passages that are each other's translation, and by what they cite.

The running text of both versions is laid side by side by its anchors (names, figures, amounts: whatever a translation
keeps). That tells where in the one text the place of a marker of the other is. Then a dynamic programme over groups of one
to one, several to one, one to several and one to none finds the likeliest grouping in order (Gale and Church, 1993, do so
for sentences by length). Position and passage decide; the cited source is evidence only, or a wrong source would never
be found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct

from citecheck.align.features import Anchor, Positions, amount_key
from citecheck.languages.folding import fold
from citecheck.model.alignment import Group, Shape
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.document import Marker, Note
from citecheck.model.order import longest_ascent
from citecheck.model.reference import Person

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
NOTHING_KNOWN = "cited:"
"""What is cited where a citation goes back to nothing."""
LONGER = 2.0
"""How many times as long as its translation a text is not."""
ENOUGH = 20
"""Groups from which on a lack of that habit shows."""
FAR = -0.8
"""What a group costs whose markers stand at places far from each other."""
NEAR = 40.0
"""Characters within which two markers stand at the same place, translation being no exact copy: beside an anchor."""
DRIFT = 3.0
"""By how much that grows with the (square root of the) distance from the next anchor."""
WIDEST = 60
"""Pages of a range up to which it is taken as its pages."""
REMARK = 10
"""Letters outside of citations from which on a note is a remark of its own."""
PAIRS = 100_000
"""Pairs of notes up to which each note of a stretch is compared with each of the other version."""
AROUND = 64
"""In longer stretches, the notes before and behind a note's place in the other version with which it is compared at least."""


Strange = Callable[[bool, int, int], float]
"""How surely a note of the left side (True) or the right one says nothing of what one of the other side says, by ordinals."""


class Placed(Struct, frozen=True):
    """A note with the place of its marker, the place of the marker before it, and what it cites: ``count`` citations, and
    ``remark`` letters beside them, with ``amounts`` where it cites nothing; ``passage`` are the anchors of the text back to
    the marker before it."""

    note: Note
    at: int
    since: int
    sources: frozenset[str]
    pages: frozenset[str]
    years: frozenset[str]
    section: int
    paragraph: int = 0
    count: int = 0
    remark: int = 0
    amounts: frozenset[str] = frozenset()
    passage: frozenset[str] = frozenset()
    ahead: tuple[int, int, int] | None = None
    """Of a note that nothing calls at the end of a section: the place, section and paragraph of the next marker."""

    def says_as(self, other: Placed) -> bool:
        """Whether both notes cite the same pages of the same sources, at least one."""
        return bool(self.sources) and self.sources == other.sources and self.pages == other.pages


def placed_notes(
    version: Citations,
    positions: Positions,
    names: Mapping[str, str],
    lacking: Mapping[str, str] = MappingProxyType({}),
    marks: Sequence[Anchor] = (),
) -> tuple[Placed, ...]:
    """The notes of a version in the order of their markers; notes without marker stand behind the note before them.

    ``names`` gives works of both versions a common name, by key; ``lacking`` those that only the other version has, by
    `short_name`; ``marks`` are the anchors of the text, in order.
    """
    remarked = _remarked(version)
    calls: dict[str, Marker] = {}
    for marker in version.document.markers:
        calls.setdefault(marker.note_id, marker)
    cited: dict[int, list[Resolved]] = {}
    for one in version.resolved:
        if one.note is not None:
            cited.setdefault(id(one.note), []).append(one)
    found: list[tuple[tuple[int, int, int], Note, tuple[int, int, int] | None]] = []
    for note, (call, later) in zip(version.document.notes, _nearest_calls(version.document.notes, calls), strict=True):
        place, ahead = (
            None if one is None else (positions.place(one.paragraph, one.offset), one.section, one.paragraph)
            for one in (call, later)
        )
        place = place or (0, note.section, 0)
        found.append((place, note, None if ahead is None or ahead[1] == place[1] else ahead))
    found.sort(key=lambda one: one[0][0])
    made, since = [], 0
    for (at, section, paragraph), note, ahead in found:
        own = cited.get(id(note), [])
        sources = frozenset(_source(one, names, lacking) for one in own)
        pages = frozenset(page for one in own if one.pages for page in _pages(one.pages))
        years = frozenset(one.origin.citation.year or "" for one in own) - {""}
        count, remark = len(own), _remark(note)
        first, last = (bisect_left(marks, place, key=lambda mark: mark.at) for place in (since, at))
        passage = frozenset(mark.key for mark in marks[first:last])
        own_amounts = remarked.get(id(note), frozenset())
        made.append(
            Placed(
                note, at, since, sources, pages, years, section, paragraph, count, remark, own_amounts, passage, ahead
            )
        )
        since = at
    return tuple(made)


def _nearest_calls(notes: Sequence[Note], calls: Mapping[str, Marker]) -> Iterator[tuple[Marker | None, Marker | None]]:
    """The marker of each note; of a note without one, that of the last note before it in its run that has one, and that of
    the first behind it: notes may all stand at the end of a text, far from the section that they belong to."""
    runs = [note.note_id.rpartition("/")[0] for note in notes]
    own = [calls.get(note.note_id) for note in notes]
    behind: list[Marker | None] = []
    following: Marker | None = None
    for at in range(len(notes) - 1, -1, -1):
        following = own[at] or (following if at + 1 < len(notes) and runs[at] == runs[at + 1] else None)
        behind.append(following)
    last: Marker | None = None
    for at, later in enumerate(reversed(behind)):
        last = own[at] or (last if at and runs[at] == runs[at - 1] else None)
        yield last or later, later if last is not None and own[at] is None else None


def _pages(text: str) -> Iterator[str]:
    """The pages of a locator, each of a range's own."""
    for piece in text.replace(" ", "").split(","):
        low, dash, high = piece.replace("–", "-").partition("-")
        if not (dash and low.isdecimal() and high.isdecimal() and len(low) <= 6 and len(high) <= 6):
            yield piece
            continue
        high = low[: max(len(low) - len(high), 0)] + high
        pages = range(int(low), int(high) + 1)
        yield from map(str, pages) if 0 < len(pages) <= WIDEST else (piece,)


def _remarked(version: Citations) -> dict[int, frozenset[str]]:
    """The amounts in notes that cite nothing, by the identity of the note."""
    inside = sorted(
        (one for one in version.document.amounts if one.paragraph is None),
        key=lambda one: (one.span.source.path, one.span.start),
    )
    found = {}
    for note in version.document.notes:
        if inside and not note.citations:
            path, body = note.body.source.path, note.body
            first, last = (
                bisect_left(inside, (path, place), key=lambda one: (one.span.source.path, one.span.start))
                for place in (body.start, body.end)
            )
            found[id(note)] = frozenset(amount_key(one) for one in inside[first:last])
    return found


def _remark(note: Note) -> int:
    """The letters of a note that belong to none of its citations."""
    said = sum(char.isalpha() for char in note.body.text)
    return said - sum(char.isalpha() for one in note.citations for char in one.span.text)


def short_name(authors: Sequence[Person], year: str | None) -> str:
    """What a source is called that only its first author and its year are known of."""
    return "cited:" + "/".join(fold(author.family) for author in authors[:1]) + f":{year}"


def _source(one: Resolved, names: Mapping[str, str], lacking: Mapping[str, str]) -> str:
    if one.work is not None:
        return names.get(one.work.key, one.work.key)
    if one.status is Status.NO_ANTECEDENT:
        return NOTHING_KNOWN
    meant = {names.get(work.key, work.key) for work in one.candidates}
    if len(meant) == 1:
        return meant.pop()
    origin = one.origin.citation
    name = short_name(origin.authors, origin.year)
    return lacking.get(name, name)


class Mapped(Struct, frozen=True):
    """A function from places of the left text to places of the right one: the places ``lefts`` and ``rights`` stand for each
    other, and between two of them the place is interpolated."""

    lefts: Sequence[int]
    rights: Sequence[int]

    def __call__(self, place: int) -> float:
        """The place of the right text."""
        at = min(max(bisect_right(self.lefts, place) - 1, 0), len(self.lefts) - 2) if len(self.lefts) > 1 else 0
        if len(self.lefts) < 2 or self.lefts[at + 1] == self.lefts[at]:
            return float(self.rights[at])
        share = (place - self.lefts[at]) / (self.lefts[at + 1] - self.lefts[at])
        return self.rights[at] + share * (self.rights[at + 1] - self.rights[at])

    def moved(self, left: int, right: int) -> Mapped:
        """The same mapping of texts that begin at these places."""
        return Mapped([left + one for one in self.lefts], [right + one for one in self.rights])

    def gap(self, place: int) -> int:
        """How far the next place is that is known, not interpolated."""
        at = bisect_right(self.lefts, place)
        return min(abs(place - one) for one in self.lefts[max(at - 1, 0) : at + 1])


def mapping(left: Sequence[Anchor], right: Sequence[Anchor], ends: tuple[int, int]) -> Mapped:
    """The mapping of two texts by the anchors that both have in order.

    Only anchors that are rare on both sides count, and of those the longest chain that ascends on both. Behind the last one,
    the texts run side by side where one of them goes on for much longer: what follows has no translation.
    """
    pairs = _rare_pairs(left, right)
    chain = [pairs[at] for at in longest_ascent([other for _, other in pairs])]
    xs, ys = [0], [0]
    for x, y in chain:
        if x > xs[-1] and y >= ys[-1]:
            xs.append(x)
            ys.append(y)
    if ends[0] > xs[-1]:
        rest, other = ends[0] - xs[-1], max(ends[1] - ys[-1], 0)
        apart = len(xs) > 1 and abs(rest - other) > 2 * NEAR and max(rest, other) > LONGER * min(rest, other)
        xs.append(ends[0])
        ys.append(ys[-1] + (rest if apart else other))
    return Mapped(xs, ys)


def _rare_pairs(left: Sequence[Anchor], right: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Anchors of one key that occur equally often (at most three times) on both sides, paired in order."""
    sides: list[dict[str, list[int]]] = [{}, {}]
    for side, anchors in zip(sides, (left, right), strict=True):
        for anchor in anchors:
            side.setdefault(anchor.key, []).append(anchor.at)
    pairs: list[tuple[int, int]] = []
    for key, places in sides[0].items():
        others = sides[1].get(key, [])
        if len(places) == len(others) <= 3:
            pairs.extend(zip(places, others, strict=True))
    return sorted(pairs)


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
    rows, columns = len(left), len(right)
    near = [NEAR + DRIFT * mapped.gap(one.at) ** 0.5 for one in left]
    where = [mapped(one.at) for one in left]
    since = [mapped(one.since) for one in left]
    own, twins = _Said.runs(left), _Said.runs(right)

    @cache
    def strange(of_left: bool, at: int, against: int) -> float:
        return _strange(left[at], right[against]) if of_left else _strange(right[at], left[against])

    @cache
    def each_adds(of_left: bool, first: int, end: int) -> bool:
        return _each_adds((left if of_left else right)[first:end])

    best: list[dict[int, float]] = [{} for _ in range(rows + 1)]
    step: list[dict[int, tuple[int, int]]] = [{} for _ in range(rows + 1)]
    best[0][0] = 0.0
    for row, reach in enumerate(_reaches(where, right)):
        for column in reach:
            if row == column == 0:
                continue
            options = []
            for many, other in _moves(row, column):
                before = best[row - many].get(column - other)
                if before is None:
                    continue
                score = before
                if many and other:
                    closeness = _closeness(where[row - 1], right[column - 1].at, near[row - 1])
                    score += 0.75 * closeness + FAR * (1 - closeness)
                    outside = _outside(right, where, since, (row - many, row), (column - other, column), near)
                    score += _place_score(left, right, (row - many, row), (column - other, column))
                    score -= OUTSIDE * outside
                    together = many > 1 or other > 1
                    strays = _strays(strange, (row - many, row), (column - other, column)) if together else 0
                    agreement = _agreement(
                        own[many][row], twins[other][column], PARTLY if together and not strays else 0.0
                    )
                    score += 0.55 * agreement
                    if agreement < 0:
                        score += NEITHER * (1 - closeness)
                    if together:
                        score += STRAY * strays
                        if not outside and own[many][row].same(twins[other][column]):
                            adds = (
                                each_adds(True, row - many, row)
                                if many > 1
                                else each_adds(False, column - other, column)
                            )
                            score += WHOLE * (many + other - 2) * adds
                        if many > 1 and not usual[0]:
                            score += NEEDLESS * _needless(left[row - many : row], right[column - 1])
                        elif other > 1 and not usual[1]:
                            score += NEEDLESS * _needless(right[column - other : column], left[row - 1])
                    elif _unlike(left[row - 1], right[column - 1]):
                        score += UNLIKE
                else:
                    score += LONE
                options.append((score, (many, other)))
            if options:
                best[row][column], step[row][column] = max(options)
    groups: list[Group] = []
    row, column = rows, columns
    while row or column:
        many, other = step[row][column]
        ones, others = left[row - many : row], right[column - other : column]
        gain = best[row][column] - best[row - many][column - other]
        closeness = _closeness(where[row - 1], others[-1].at, near[row - 1]) if ones and others else 0.0
        groups.append(
            Group(
                tuple(one.note for one in ones),
                tuple(one.note for one in others),
                section((ones or others)[-1], bool(ones)),
                round(_confidence(gain, closeness), 2) if ones and others else ALONE,
                round(closeness, 2),
            )
        )
        row, column = row - many, column - other
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


def _moves(row: int, column: int) -> list[tuple[int, int]]:
    moves = []
    if row and column:
        moves.append((1, 1))
        moves += [(many, 1) for many in range(2, min(MOST, row) + 1)]
        moves += [(1, other) for other in range(2, min(MOST, column) + 1)]
    if row:
        moves.append((1, 0))
    if column:
        moves.append((0, 1))
    return moves


def _place_score(
    left: Sequence[Placed], right: Sequence[Placed], rows: tuple[int, int], columns: tuple[int, int]
) -> float:
    """What the number of its notes, and the paragraphs that these are called in, say against a group."""
    score = 0.0
    if left[rows[0]].paragraph != left[rows[1] - 1].paragraph or (
        right[columns[0]].paragraph != right[columns[1] - 1].paragraph
    ):
        score += ACROSS
    return score + FURTHER * (rows[1] - rows[0] + columns[1] - columns[0] - 2)


def _outside(
    right: Sequence[Placed],
    where: Sequence[float],
    since: Sequence[float],
    rows: tuple[int, int],
    columns: tuple[int, int],
    near: Sequence[float],
) -> int:
    """How many of a group's several notes lie before the passage of the one note against them."""
    count = 0
    if rows[1] - rows[0] > 1:
        begin = right[columns[0]].since - near[rows[0]]
        count += sum(place < begin for place in where[rows[0] : rows[1]])
    if columns[1] - columns[0] > 1:
        begin = since[rows[0]] - near[rows[0]]
        count += sum(one.at < begin for one in right[columns[0] : columns[1]])
    return count


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


def _strays(strange: Strange, rows: tuple[int, int], columns: tuple[int, int]) -> float:
    """How many of the notes of a group say nothing of what the one note against them says."""
    if rows[1] - rows[0] > 1:
        return sum(strange(True, row, columns[0]) for row in range(*rows))
    return sum(strange(False, column, rows[0]) for column in range(*columns))


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
    return len(one & other) / max(len(one | other), 1)


def _confidence(gain: float, closeness: float) -> float:
    """How sure a group is, by what it gains; that it may stand far off only tells against other groups."""
    return min(max(0.35 + 0.5 * (gain - FAR * (1 - closeness)), 0.05), 0.99)
