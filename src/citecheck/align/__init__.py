"""Citations of two versions to Alignment: which sections, notes and entries are each other's translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.align.entries import pair_entries, pair_glued
from citecheck.align.features import Anchor, Positions, anchors, shared
from citecheck.align.grouping import align_notes, habits
from citecheck.align.notes import Mapped, Placed, mapping, placed_notes, short_name
from citecheck.align.sections import pair_sections
from citecheck.align.unordered import pair_between, pair_unordered
from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment, Group, SectionPair, Shape, Stretch
from citecheck.model.citations import Citations, Work

__all__ = ["align"]

RELATED = 0.3
"""The share of names, figures and sources in common below which two texts are no versions of one report. Translations have
0.7 and more in common, different texts of one field up to 0.2: years, small figures and a much cited work."""
FEW = 4
"""Names, figures and sources of a version up from which their lack in the other says something."""


def align(left: Citations, right: Citations) -> Alignment:
    """The alignment of two language versions of one report; of two that are no versions of one, it says so, and no more."""
    entries = pair_entries(left.document.entries, right.document.entries)
    paired = [(pair.left, pair.right) for pair in entries if pair.left is not None and pair.right is not None]
    names = (
        _names(left, {one.entry_id: one.entry_id for one, _ in paired}),
        _names(right, {twin.entry_id: one.entry_id for one, twin in paired}),
    )
    alone = (
        {pair.left.entry_id for pair in entries if pair.left is not None and pair.right is None},
        {pair.right.entry_id for pair in entries if pair.right is not None and pair.left is None},
    )
    for own, other, entry_ids, name, named in ((left, right, alone[0], *names), (right, left, alone[1], *names[::-1])):
        works = [work for work in own.works if work.entry is not None and work.entry.entry_id in entry_ids]
        named.update({glued.key: name[work.key] for work, glued in pair_glued(works, other.works)})
    names[1].update(_translated(left, right, names))
    lone = _short_names(left, alone[0], names[0]), _short_names(right, alone[1], names[1])
    sides = _Side.of(left, names[0], lone[1]), _Side.of(right, names[1], lone[0])
    if _unrelated(*(side.features(named) for side, named in zip(sides, names, strict=True))):
        return Alignment(left, right, unrelated="unrelated-versions")
    contents = sides[0].contents(), sides[1].contents()
    sections = pair_sections(left.document.headings, right.document.headings, contents)
    twins = {
        pair.right.section: pair.left.section for pair in sections if pair.left is not None and pair.right is not None
    }
    sides = (
        sides[0].settled(sides[1], {section: twin for twin, section in twins.items()}),
        sides[1].settled(sides[0], twins),
    )

    def grouped(stretch: Stretch, usual: tuple[bool, bool] = (True, True)) -> list[Group]:
        return align_notes(
            *placed[stretch],
            _local(sides, stretch),
            lambda one, is_left: _section(sides, twins, one.section, is_left),
            usual,
        )

    stretches = _stretches(left, right, sections)
    placed = {stretch: (sides[0].notes_in(stretch.left), sides[1].notes_in(stretch.right)) for stretch in stretches}
    found = [grouped(stretch) for stretch in stretches]
    usual = habits([group for groups in found for group in groups])
    lone_sections = (
        {pair.left.section for pair in sections if pair.left is not None and pair.right is None},
        {pair.right.section for pair in sections if pair.right is not None and pair.left is None},
    )
    unusual = {shape for shape, often in zip((Shape.MERGED, Shape.SPLIT), usual, strict=True) if not often}
    groups = [
        group
        for stretch, own in zip(stretches, found, strict=True)
        for group in pair_between(
            pair_unordered(
                grouped(stretch, usual) if any(one.shape in unusual for one in own) else own,
                *placed[stretch],
                lone_sections,
            ),
            _local(sides, stretch),
            *placed[stretch],
        )
    ]
    sources = {
        (version.lang, key): name
        for version, named in zip((left, right), names, strict=True)
        for key, name in named.items()
    }
    return Alignment(left, right, sections, stretches, tuple(groups), entries, sources)


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
        notes: dict[int, list[Placed]] = {}
        for one in placed_notes(version, positions, names, lacking, marks):
            notes.setdefault(one.section, []).append(one)
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
            here, there = (other.notes.get(twins.get(own, -1), ()) for own in (section, later))
            uncalled = [one for one in held if one.ahead == ahead]
            # Those behind the first that stands there go along: all notes stay in order.
            first = next(
                (
                    ordinal
                    for ordinal, one in enumerate(uncalled)
                    if there and there[0].says_as(one) and not (here and here[-1].says_as(one))
                ),
                len(uncalled),
            )
            gone = {id(one) for one in uncalled[first:]}
            notes[section] = [one for one in notes[section] if id(one) not in gone]
            notes.setdefault(later, [])[:0] = [
                replace(one, at=at, since=at, section=later, paragraph=paragraph, passage=frozenset(), ahead=None)
                for one in uncalled[first:]
            ]
        return replace(self, notes=notes)

    def notes_in(self, sections: range) -> list[Placed]:
        """The notes of the sections, in the order of their markers."""
        found = [one for section in sections for one in self.notes.get(section, ())]
        return sorted(found, key=lambda one: one.at)

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
        """What the version has that a translation of it would have, too: anchors, and the sources by their ``names``."""
        cited = {source for notes in self.notes.values() for one in notes for source in one.sources}
        return frozenset(mark.key for mark in self.marks) | cited | frozenset(names.values())

    def section_name(self, section: int) -> str:
        """The printed number of a section, or its title."""
        if not 0 < section <= len(self.version.document.headings):
            return ""
        heading = self.version.document.headings[section - 1]
        return heading.number or heading.title


def _section(sides: tuple[_Side, _Side], twins: Mapping[int, int], section: int, is_left: bool) -> str:
    """The name of a section of either side: the left one's, where that has it, so that a section has one name."""
    if is_left:
        return sides[0].section_name(section)
    return sides[0].section_name(twins[section]) if section in twins else sides[1].section_name(section)


def _unrelated(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two versions with these features are no versions of one report."""
    return min(len(one), len(other)) >= FEW and shared(one, other) < RELATED


def _names(version: Citations, common: Mapping[str, str]) -> dict[str, str]:
    """A name for each work that both versions share: the left side's entry, or the address, or authors and year.

    An entry without a pair that says the same as one with a pair has its name: it was only entered twice.
    """
    named: dict[str, str] = {}
    alike: dict[tuple[str, ...], str] = {}
    for work in version.works:
        if work.entry is not None and "#" not in work.key and work.entry.entry_id in common:
            named[work.key] = f"entry:{common[work.entry.entry_id]}"
            alike.setdefault(_content(work), named[work.key])
    for work in version.works:
        if work.key not in named:
            named[work.key] = (work.entry is not None and alike.get(_content(work))) or _name(work)
    return named


def _translated(
    left: Citations, right: Citations, names: tuple[Mapping[str, str], Mapping[str, str]]
) -> dict[str, str]:
    """The names that works of the right side have on the left one, where an institution whose own name may be translated
    gave out one work of that title and year, and no other has them."""
    sides: list[dict[tuple[str, str], set[str]]] = []
    own: dict[str, tuple[str, str]] = {}
    for version, named in zip((left, right), names, strict=True):
        titled: dict[tuple[str, str], set[str]] = {}
        for work in version.works:
            reference = work.reference
            if work.entry is None and reference.title and reference.year:
                title = fold(reference.title), reference.year
                persons = not reference.authors or any(person.given for person in reference.authors)
                titled.setdefault(title, set()).add("" if persons else named[work.key])
                if version is right:
                    own[work.key] = title
        sides.append(titled)
    return {
        key: next(iter(sides[0][title]))
        for key, title in own.items()
        if title in sides[0]
        and len(sides[0][title]) == len(sides[1][title]) == 1
        and "" not in sides[0][title] | sides[1][title]
    }


def _short_names(version: Citations, alone: Collection[str], names: Mapping[str, str]) -> dict[str, str]:
    """The names of the works of entries that only one version has, by what a citation in the other calls them."""
    return {
        short_name(work.reference.authors, work.reference.year): names[work.key]
        for work in version.works
        if work.entry is not None and work.entry.entry_id in alone
    }


def _content(work: Work) -> tuple[str, ...]:
    reference = work.reference
    authors = [fold(author.family) for author in reference.authors]
    return (*authors, f"{reference.year}", fold(reference.title or ""))


def _name(work: Work) -> str:
    reference = work.reference
    if reference.url:
        return "url:" + reference.url.casefold().split("://")[-1].rstrip("/")
    return "work:" + "/".join(fold(author.family) for author in reference.authors) + f":{reference.year}"


def _stretches(left: Citations, right: Citations, sections: Sequence[SectionPair]) -> tuple[Stretch, ...]:
    """The sections of both sides in stretches, each of which begins with a pair of them."""
    starts = [(0, 0)]
    for pair in sections:
        if pair.left is not None and pair.right is not None:
            starts.append((pair.left.section, pair.right.section))
    ends = [*starts[1:], (len(left.document.headings) + 1, len(right.document.headings) + 1)]
    return tuple(Stretch(range(a, b), range(c, d)) for (a, c), (b, d) in zip(starts, ends, strict=True))


def _local(sides: tuple[_Side, _Side], stretch: Stretch) -> Mapped:
    """The mapping of places within one stretch."""
    left, right = sides[0].range_of(stretch.left), sides[1].range_of(stretch.right)
    inner = mapping(sides[0].marks_in(*left), sides[1].marks_in(*right), (left[1] - left[0], right[1] - right[0]))
    return inner.moved(left[0], right[0])
