"""Aligning notes: by where their markers stand in passages that are each other's translation, and by what they cite.

The running text of both versions is laid side by side by its anchors (names, figures, amounts: whatever a translation
keeps). That tells where in the one text the place of a marker of the other is. Then a dynamic programme over groups of one
to one, several to one, one to several and one to none finds the likeliest grouping in order (Gale and Church, 1993, do so
for sentences by length). Position and passage decide; the cited source is evidence only, or a wrong source would never
be found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from citecheck.align.features import Anchor, Positions
from citecheck.languages.folding import fold
from citecheck.model.alignment import Group
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.document import Marker, Note
from citecheck.model.order import longest_ascent
from citecheck.model.reference import Person

MOST = 6
"""Notes of one side that may stand against one of the other."""
LONE = -0.25
"""What a note without counterpart costs."""
FURTHER = -0.12
"""What each further note in a group costs."""
STRAY = -0.2
"""What each note in a group costs, beside, that cites nothing of what the one note against it cites: so many strays are
rather without counterpart, a paragraph without its notes, than merged into the next note."""
OUTSIDE = 0.4
"""What each note of a group costs that stands before the passage of the note against it."""
WHOLE = 0.8
"""What each further note in a group gains whose notes say together what the one note against them says, no more and no less,
and each of them a part of it, in one paragraph: as much as it would by standing against another note at its place."""
ACROSS = -0.1
"""What a group costs, beside, whose notes are called in different paragraphs."""
NEITHER = -0.5
"""What a group costs, beside, for which neither the places nor the sources speak."""
NOTHING_KNOWN = "cited:"
"""What is cited where a citation goes back to nothing."""
UNLIKE = 2.0
"""How many times as long as its translation a text is not."""
NEAR = 90.0
"""Characters within which two markers stand at the same place, translation being no exact copy."""


class Placed(Struct, frozen=True):
    """A note with the place of its marker, the place of the marker before it, and what it cites."""

    note: Note
    at: int
    since: int
    sources: frozenset[str]
    pages: frozenset[str]
    years: frozenset[str]
    section: int
    paragraph: int = 0


def placed_notes(
    version: Citations,
    positions: Positions,
    names: Mapping[str, str],
    lacking: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Placed, ...]:
    """The notes of a version in the order of their markers; notes without marker stand behind the note before them.

    ``names`` gives works of both versions a common name, by key; ``lacking`` those that only the other version has, by
    `short_name`.
    """
    calls: dict[str, Marker] = {}
    for marker in version.document.markers:
        calls.setdefault(marker.note_id, marker)
    cited: dict[int, list[Resolved]] = {}
    for one in version.resolved:
        if one.note is not None:
            cited.setdefault(id(one.note), []).append(one)
    found: list[tuple[int, Note, int, int]] = []
    for note, call in zip(version.document.notes, _nearest_calls(version.document.notes, calls), strict=True):
        at = positions.place(call.paragraph, call.offset) if call is not None else 0
        found.append((at, note, call.section if call is not None else note.section, call.paragraph if call else 0))
    found.sort(key=lambda one: one[0])
    made, since = [], 0
    for at, note, section, paragraph in found:
        own = cited.get(id(note), [])
        sources = frozenset(_source(one, names, lacking) for one in own)
        pages = frozenset(page for one in own if one.pages for page in one.pages.replace(" ", "").split(","))
        years = frozenset(one.origin.citation.year or "" for one in own) - {""}
        made.append(Placed(note, at, since, sources, pages, years, section, paragraph))
        since = at
    return tuple(made)


def _nearest_calls(notes: Sequence[Note], calls: Mapping[str, Marker]) -> list[Marker | None]:
    """The marker of each note; of a note without one, that of the last note before it in its run that has one, or else of
    the first behind it: notes may all stand at the end of a text, far from the section that they belong to."""
    found: list[Marker | None] = []
    last: Marker | None = None
    run = None
    for note in notes:
        run, before = note.note_id.rpartition("/")[0], run
        last = calls.get(note.note_id) or (last if run == before else None)
        found.append(last)
    following: Marker | None = None
    run = None
    for at in range(len(notes) - 1, -1, -1):
        run, behind = notes[at].note_id.rpartition("/")[0], run
        following = found[at] or (following if run == behind else None)
        found[at] = following
    return found


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


def mapping(left: Sequence[Anchor], right: Sequence[Anchor], ends: tuple[int, int]) -> Callable[[int], float]:
    """A function from places of the left text to places of the right one, through the anchors that both have in order.

    Only anchors that are rare on both sides count, and of those the longest chain that ascends on both; between two of
    them the place is interpolated. Behind the last one, the texts run side by side where one of them goes on for much
    longer: what follows has no translation.
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
        apart = len(xs) > 1 and abs(rest - other) > NEAR and max(rest, other) > UNLIKE * min(rest, other)
        xs.append(ends[0])
        ys.append(ys[-1] + (rest if apart else other))

    def mapped(place: int) -> float:
        at = min(max(bisect_right(xs, place) - 1, 0), len(xs) - 2) if len(xs) > 1 else 0
        if len(xs) < 2 or xs[at + 1] == xs[at]:
            return float(ys[at])
        return ys[at] + (place - xs[at]) * (ys[at + 1] - ys[at]) / (xs[at + 1] - xs[at])

    return mapped


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
    mapped: Callable[[int], float],
    section: Callable[[Placed, bool], str],
) -> list[Group]:
    """The groups of the notes of one stretch of text, in order.

    ``mapped`` turns a place of the left text into one of the right; ``section`` names the section of a note of the left
    (True) or the right side.
    """
    rows, columns = len(left), len(right)
    where = [mapped(one.at) for one in left]
    since = [mapped(one.since) for one in left]
    own, twins = _Said.runs(left), _Said.runs(right)
    best = [[float("-inf")] * (columns + 1) for _ in range(rows + 1)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = 0.0
    for row in range(rows + 1):
        for column in range(columns + 1):
            if row == column == 0:
                continue
            options = []
            for many, other in _moves(row, column):
                score = best[row - many][column - other]
                if score == float("-inf"):
                    continue
                if many and other:
                    outside = _outside(left, right, where, since, (row - many, row), (column - other, column))
                    score += _place_score(left, right, where, (row - many, row), (column - other, column))
                    score -= OUTSIDE * outside
                    agreement = _agreement(own[many][row], twins[other][column])
                    score += 0.55 * agreement
                    if agreement < 0:
                        score += NEITHER * (1 - _closeness(where[row - 1], right[column - 1].at))
                    if many + other > 2 and not outside and own[many][row].same(twins[other][column]):
                        merged = left[row - many : row] if many > 1 else right[column - other : column]
                        if _each_adds(merged):
                            score += WHOLE * (len(merged) - 1)
                    if many > 1:
                        score += STRAY * _strays(left[row - many : row], twins[1][column])
                    if other > 1:
                        score += STRAY * _strays(right[column - other : column], own[1][row])
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
        groups.append(
            Group(
                tuple(one.note for one in ones),
                tuple(one.note for one in others),
                section((ones or others)[-1], bool(ones)),
                round(_confidence(gain, bool(ones and others)), 2),
                round(_closeness(where[row - 1], others[-1].at), 2) if ones and others else 0.0,
            )
        )
        row, column = row - many, column - other
    return groups[::-1]


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
    left: Sequence[Placed],
    right: Sequence[Placed],
    where: Sequence[float],
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> float:
    """What the markers' places say for a group; many notes need more to speak for them."""
    # Both passages must end at the same place.
    score = 0.75 * _closeness(where[rows[1] - 1], right[columns[1] - 1].at)
    if left[rows[0]].paragraph != left[rows[1] - 1].paragraph or (
        right[columns[0]].paragraph != right[columns[1] - 1].paragraph
    ):
        score += ACROSS
    return score + FURTHER * (rows[1] - rows[0] + columns[1] - columns[0] - 2)


def _outside(
    left: Sequence[Placed],
    right: Sequence[Placed],
    where: Sequence[float],
    since: Sequence[float],
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> int:
    """How many of a group's several notes lie before the passage of the one note against them."""
    count = 0
    if rows[1] - rows[0] > 1:
        begin = right[columns[0]].since - NEAR
        count += sum(place < begin for place in where[rows[0] : rows[1]])
    if columns[1] - columns[0] > 1:
        begin = since[rows[0]] - NEAR
        count += sum(one.at < begin for one in right[columns[0] : columns[1]])
    return count


def _closeness(one: float, other: float) -> float:
    """How near two places of one text are, from 1 (the same) towards 0."""
    return 1 / (1 + (abs(one - other) / NEAR) ** 2)


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


def _strays(notes: Sequence[Placed], one: _Said) -> int:
    """How many of some notes cite sources, but none of those that the one note against them cites."""
    if one.unknown:
        return 0
    return sum(
        bool(note.sources)
        and NOTHING_KNOWN not in note.sources
        and one.sources.isdisjoint(note.sources)
        and not _misnamed(note, one)
        for note in notes
    )


def _misnamed(note: Placed, one: _Said) -> bool:
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


def _agreement(own: _Said, twins: _Said) -> float:
    """How far what is cited agrees (-0.4 to 1): sources first, then pages and years."""
    if not own.sources and not twins.sources:
        return 0.7
    if not own.sources or not twins.sources:
        return -0.4
    score = 0.6 * _overlap(own.sources, twins.sources)
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


def _confidence(gain: float, paired: bool) -> float:
    return min(max(0.35 + 0.5 * gain, 0.05), 0.99) if paired else 0.6
