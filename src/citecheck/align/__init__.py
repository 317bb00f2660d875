"""Citations of two versions to Alignment: which sections, notes and entries are each other's translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.align.entries import pair_entries
from citecheck.align.features import Anchor, Positions, anchors, shared
from citecheck.align.grouping import align_notes, habits
from citecheck.align.notes import Mapped, Placed, mapping, placed_notes
from citecheck.align.sections import pair_sections
from citecheck.align.uncalled import pair_uncalled
from citecheck.align.unordered import pair_between, pair_unordered
from citecheck.align.works import work_names
from citecheck.languages import all_languages
from citecheck.model.alignment import Alignment, Group, SectionPair, Shape, Stretch
from citecheck.model.citations import Citations
from citecheck.model.order import gathered

__all__ = ["align"]

RELATED = 0.3
"""The share of names, figures and sources in common below which two texts are no versions of one report. Translations have
0.7 and more in common, different texts of one field up to 0.2: years, small figures and a much cited work."""
ALIKE = 0.1
"""The same for two texts with as many headings, notes and paragraphs each. Among words that begin sentences, proper names of
a text with few figures are rare, and translations of such texts have 0.2 in common."""
BUILT = 4
"""Headings and notes of a version up from which their number says something."""
LONGER = 0.1
"""The share by which one of two texts that are built alike may have more paragraphs."""
FEW = 4
"""Names, figures and sources of a version up from which their lack in the other says something."""


def align(left: Citations, right: Citations) -> Alignment:
    """The alignment of two language versions of one report; of two that are no versions of one, it says so, and no more."""
    entries = pair_entries(left.document.entries, right.document.entries)
    names, lacking = work_names(left, right, entries)
    sides = _Side.of(left, names[0], lacking[0]), _Side.of(right, names[1], lacking[1])
    unknown = {left.lang.partition("-")[0], right.lang.partition("-")[0]} - {one.code for one in all_languages()}
    # Of a text in a language that is not known neither names nor citations can be told from other words.
    bar = ALIKE if _built_alike(left, right) else RELATED
    if not unknown and _unrelated(sides[0].features(names[0]), sides[1].features(names[1]), bar):
        return Alignment(left, right, unrelated="unrelated-versions")
    contents = sides[0].contents(), sides[1].contents()
    sections = pair_sections(left.document.headings, right.document.headings, contents)
    stretches = _stretches(left, right, sections)
    groups = _Both.of(sides, sections).groups(stretches)
    sources = {
        (version.lang, key): name
        for version, named in zip((left, right), names, strict=True)
        for key, name in named.items()
    }
    return Alignment(left, right, sections, stretches, groups, entries, sources)


class _Side(Struct, frozen=True):
    """One version with its notes and the range of its text by section, and its anchors in order."""

    version: Citations
    notes: Mapping[int, Sequence[Placed]]
    ranges: Mapping[int, tuple[int, int]]
    marks: Sequence[Anchor]

    @staticmethod
    def of(version: Citations, names: Mapping[str, str], lacking: Mapping[str, str]) -> _Side:
        """The side of a version whose works have these common names; ``lacking`` are works that it does not have."""
        positions = Positions.of(version)
        marks = anchors(version, positions)
        placed = placed_notes(version, positions, names, lacking, marks)
        notes = gathered((one.section, one) for one in placed)
        ranges: dict[int, tuple[int, int]] = {}
        for paragraph in version.document.paragraphs:
            start, end = positions.starts[paragraph.index], positions.place(paragraph.index + 1, 0)
            held = ranges.get(paragraph.section, (start, end))
            ranges[paragraph.section] = (min(held[0], start), max(held[1], end))
        return _Side(version, notes, ranges, marks)

    def settled(self, other: _Side, twins: Mapping[int, int]) -> _Side:
        """The side with those notes at the end of a section that nothing calls put at the beginning of the next one, as far
        as the other version has them there; ``twins`` are its sections by those of this side."""
        notes = {section: list(held) for section, held in self.notes.items()}
        for section, held in self.notes.items():
            ahead = next((one.ahead for one in reversed(held) if one.ahead is not None), None)
            if ahead is None:
                continue
            at, later, paragraph = ahead
            here, there = other.notes.get(twins.get(section, -1), ()), other.notes.get(twins.get(later, -1), ())
            gone = _ahead([one for one in held if one.ahead == ahead], here[-1:], there[:1])
            left = {id(one) for one in gone}
            notes[section] = [one for one in notes[section] if id(one) not in left]
            notes.setdefault(later, [])[:0] = [
                replace(one, at=at, since=at, section=later, paragraph=paragraph, passage=frozenset(), ahead=None)
                for one in gone
            ]
        return replace(self, notes=notes)

    def notes_in(self, sections: range) -> list[Placed]:
        """The notes of the sections, in the order of their markers."""
        found = [one for section in sections for one in self.notes.get(section, ())]
        return sorted(found, key=lambda one: one.at)

    def called(self) -> frozenset[str]:
        """The ids of the notes that the text calls."""
        return frozenset(marker.note_id for marker in self.version.document.markers)

    def range_of(self, sections: range) -> tuple[int, int]:
        """The places at which the text of the sections begins and ends."""
        own = [self.ranges[section] for section in sections if section in self.ranges]
        return (min(start for start, _ in own), max(end for _, end in own)) if own else (0, 0)

    def marks_in(self, start: int, end: int) -> list[Anchor]:
        """The anchors between two places, their own places counted from the first."""
        first = bisect_left(self.marks, start, key=lambda one: one.at)
        last = bisect_left(self.marks, end, key=lambda one: one.at)
        return [Anchor(one.key, one.at - start) for one in self.marks[first:last]]

    def contents(self) -> dict[int, frozenset[str]]:
        """What each section has that a translation of it would have, too."""
        return {
            section: frozenset(mark.key for mark in self.marks_in(start, end))
            | {source for one in self.notes.get(section, ()) for source in one.sources}
            for section, (start, end) in self.ranges.items()
        }

    def features(self, names: Mapping[str, str]) -> frozenset[str]:
        """What the version has that a translation of it would have, too: anchors, and the sources by their ``names``, but for those
        of a bibliography file: any text beside it has them all."""
        cited = {source for notes in self.notes.values() for one in notes for source in one.sources}
        listed = names.values() if self.version.document.printed_entries else ()
        return frozenset(mark.key for mark in self.marks) | cited | frozenset(listed)

    def section_name(self, section: int) -> str:
        """The printed number of a section, or its title."""
        if not 0 < section <= len(self.version.document.headings):
            return ""
        heading = self.version.document.headings[section - 1]
        return heading.number or heading.title


def _ahead(uncalled: Sequence[Placed], last: Sequence[Placed], first: Sequence[Placed]) -> Sequence[Placed]:
    """Those of some notes that belong to the next section: from the one on that says what the ``first`` note there does, and
    not what the ``last`` one here does. Those behind it go along: all notes stay in order."""
    for ordinal, one in enumerate(uncalled):
        if any(map(one.says_as, first)) and not any(map(one.says_as, last)):
            return uncalled[ordinal:]
    return ()


class _Laid(Struct, frozen=True):
    """The notes of both sides of a stretch, with the mapping of places within it."""

    left: Sequence[Placed]
    right: Sequence[Placed]
    mapped: Mapped


class _Both(Struct, frozen=True):
    """Both versions, notes that nothing calls put where they belong. ``twins`` are the sections of the left one by those of
    the right one, and ``lone`` those of each side without counterpart."""

    sides: tuple[_Side, _Side]
    twins: Mapping[int, int]
    lone: tuple[Collection[int], Collection[int]]

    @staticmethod
    def of(sides: tuple[_Side, _Side], sections: Sequence[SectionPair]) -> _Both:
        """Both versions, their sections paired."""
        paired = [pair.both for pair in sections if pair.both is not None]
        twins = {right.section: left.section for left, right in paired}
        settled = (
            sides[0].settled(sides[1], {left.section: right.section for left, right in paired}),
            sides[1].settled(sides[0], twins),
        )
        lefts, rights = ({heading.section for heading in side.version.document.headings} for side in sides)
        return _Both(settled, twins, (lefts.difference(twins.values()), rights.difference(twins)))

    def groups(self, stretches: Sequence[Stretch]) -> tuple[Group, ...]:
        """The groups of the notes of all stretches. What the groups found at first show to be no habit of a version is
        grouped again, with that known."""
        laid = [self._laid(stretch) for stretch in stretches]
        found = [self._grouped(one) for one in laid]
        usual = habits([group for groups in found for group in groups])
        unusual = {shape for shape, often in zip((Shape.MERGED, Shape.SPLIT), usual, strict=True) if not often}
        settled: list[Group] = []
        for one, first in zip(laid, found, strict=True):
            groups = self._grouped(one, usual) if any(group.shape in unusual for group in first) else first
            ordered = pair_unordered(groups, one.left, one.right, self.lone)
            settled += pair_between(ordered, one.mapped, one.left, one.right)
        placed = {id(one.note): one for side in self.sides for held in side.notes.values() for one in held}
        return tuple(pair_uncalled(settled, placed, *(side.called() for side in self.sides)))

    def _grouped(self, laid: _Laid, usual: tuple[bool, bool] = (True, True)) -> list[Group]:
        return align_notes(
            laid.left, laid.right, laid.mapped, lambda one, is_left: self._section(one.section, is_left), usual
        )

    def _section(self, section: int, is_left: bool) -> str:
        """The name of a section of either side: the left one's, where that has it, so that a section has one name."""
        if is_left:
            return self.sides[0].section_name(section)
        twin = self.twins.get(section)
        return self.sides[1].section_name(section) if twin is None else self.sides[0].section_name(twin)

    def _laid(self, stretch: Stretch) -> _Laid:
        left, right = self.sides[0].range_of(stretch.left), self.sides[1].range_of(stretch.right)
        marks = self.sides[0].marks_in(*left), self.sides[1].marks_in(*right)
        inner = mapping(*marks, (left[1] - left[0], right[1] - right[0]))
        notes = self.sides[0].notes_in(stretch.left), self.sides[1].notes_in(stretch.right)
        return _Laid(*notes, inner.moved(left[0], right[0]))


def _unrelated(one: frozenset[str], other: frozenset[str], bar: float) -> bool:
    """Whether two versions with these features have less in common than the ``bar`` for versions of one report."""
    return min(len(one), len(other)) >= FEW and shared(one, other) < bar


def _built_alike(left: Citations, right: Citations) -> bool:
    """Whether two versions have as many headings and notes each, and hardly more paragraphs."""
    one, other = left.document, right.document
    parts = [(len(each.headings), len(each.notes)) for each in (one, other)]
    lengths = sorted((len(one.paragraphs), len(other.paragraphs)))
    return (
        parts[0] == parts[1]
        and parts[0][1] > 0
        and sum(parts[0]) >= BUILT
        and lengths[1] - lengths[0] <= LONGER * lengths[1]
    )


def _stretches(left: Citations, right: Citations, sections: Sequence[SectionPair]) -> tuple[Stretch, ...]:
    """The sections of both sides in stretches, each of which begins with a pair of them."""
    starts = [(0, 0)]
    for pair in sections:
        if pair.left is not None and pair.right is not None:
            starts.append((pair.left.section, pair.right.section))
    ends = [*starts[1:], (len(left.document.headings) + 1, len(right.document.headings) + 1)]
    return tuple(Stretch(range(a, b), range(c, d)) for (a, c), (b, d) in zip(starts, ends, strict=True))
