"""What the notes of two versions say, and how far they agree in it: sources, pages and years."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.align.notes import NOTHING_KNOWN, REMARK, Placed

MOST = 6
"""Notes of one side that may stand against one of the other."""
DOUBT = 0.1
"""The part of it that counts where only the years tell, for one of the names may be a translation of the other."""
NOTHING = -0.3
"""The agreement of notes that have nothing in common."""


class Related:
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
    return bool(note.sources) and all(map(_named, note.sources))


def _sayings(note: Placed) -> Iterator[str]:
    yield from note.sources
    yield from (f"p. {page}" for page in note.pages)


class Said(Struct, frozen=True):
    """What notes in a row cite, taken together; ``unknown`` where a source among them has no entry."""

    sources: frozenset[str]
    pages: frozenset[str]
    years: frozenset[str]
    unknown: bool

    def same(self, other: Said) -> bool:
        """Whether others cite the same pages of the same sources, as far as these are known."""
        known = bool(self.sources) and NOTHING_KNOWN not in self.sources
        return known and self.sources == other.sources and self.pages == other.pages

    @staticmethod
    def runs(notes: Sequence[Placed]) -> list[list[Said]]:
        """All runs of up to `MOST` notes, by their length and then by the ordinal behind their last note.

        A run is looked at once for each note of the other side; it is made only once.
        """
        nothing = Said(frozenset(), frozenset(), frozenset(), False)
        made = [[nothing] * (len(notes) + 1)]
        for many in range(1, min(MOST, len(notes)) + 1):
            row = [nothing] * many
            for last in range(many, len(notes) + 1):
                before, one = made[-1][last - 1], notes[last - 1]
                unknown = before.unknown or not all(map(_named, one.sources))
                row.append(
                    Said(before.sources | one.sources, before.pages | one.pages, before.years | one.years, unknown)
                )
            made.append(row)
        return made


def strangeness(note: Placed, one: Placed) -> float:
    """How surely (0 to 1) a note says nothing of what another says: it cites other sources, or remarks what that does not."""
    if not note.sources:
        # What one version remarks in a note the other may say in the text.
        return float(_remarks(note, one) and note.amounts.isdisjoint(one.passage))
    if NOTHING_KNOWN in note.sources or not one.sources.isdisjoint(note.sources) or _misnamed(note, one):
        return 0.0
    if _nameless(note) or not all(map(_named, one.sources)):
        # The names may be translations of each other, or slips; years are none.
        return DOUBT if _contradict(note.years, one.years) else 0.0
    return 1.0


def _contradict(years: frozenset[str], others: frozenset[str]) -> bool:
    return bool(years) and bool(others) and years.isdisjoint(others)


def _named(source: str) -> bool:
    """Whether it is known what a source is, by its name."""
    return not source.startswith("cited:")


def _misnamed(note: Placed, one: Placed) -> bool:
    """Whether a note cites a source that nothing is known of at pages that the note against it cites of another: the name
    may be wrong."""
    return _nameless(note) and bool(note.pages) and note.pages <= one.pages


def _nameless(note: Placed) -> bool:
    """Whether nothing is known of all that a note cites: the names may be wrong."""
    return not any(map(_named, note.sources))


def unlike(one: Placed, other: Placed) -> bool:
    """Whether one of two notes only remarks something, and the other only cites."""
    return bool(one.sources) != bool(other.sources) and (
        _remarks(one, other) if other.sources else _remarks(other, one)
    )


def _remarks(note: Placed, one: Placed) -> bool:
    """Whether a note remarks something that another does not seem to."""
    return note.remark >= REMARK and one.remark < note.remark / 2


def needless(notes: Sequence[Placed], one: Placed) -> int:
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


def each_adds(notes: Sequence[Placed]) -> bool:
    """Whether each of some notes of one paragraph cites a source or a page that none of the others does."""
    parts = [note.sources | {f"p. {page}" for page in note.pages} for note in notes]
    told = Counter(part for own in parts for part in own)
    alone = all(any(told[part] == 1 for part in own) for own in parts)
    return alone and len({note.paragraph for note in notes}) == 1


def agreement(own: Said, twins: Said, least: float) -> float:
    """How far what is cited agrees (-0.4 to 1): sources first, then pages and years. Sources in common count as ``least`` of
    all, or more."""
    if not own.sources or not twins.sources:
        return 0.7 if own.sources == twins.sources else -0.4
    score, pages = _of_sources(own, twins, least), _overlap(own.pages, twins.pages)
    if not score and NOTHING_KNOWN in own.sources | twins.sources:
        return 0.4 * pages
    if own.pages or twins.pages:
        return score + 0.4 * pages or NOTHING
    return score + 0.2 if score else NOTHING


def _of_sources(own: Said, twins: Said, least: float) -> float:
    overlap = _overlap(own.sources, twins.sources)
    if overlap:
        return 0.6 * max(overlap, least)
    # Where neither side has an entry, the names may be translations of each other.
    return 0.25 if own.unknown and twins.unknown and own.years & twins.years else 0.0


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return common / max(len(one) + len(other) - common, 1)
