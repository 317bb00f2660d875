"""Citations of two versions to Alignment: which sections, notes and entries are each other's translation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.align.entries import pair_entries
from citecheck.align.features import Anchor, Positions, anchors
from citecheck.align.notes import Placed, align_notes, mapping, placed_notes
from citecheck.align.sections import pair_sections
from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment, Group, SectionPair
from citecheck.model.citations import Citations, Work

__all__ = ["align"]


def align(left: Citations, right: Citations) -> Alignment:
    """The alignment of two language versions of one report."""
    entries = pair_entries(left.document.entries, right.document.entries)
    paired = [(pair.left, pair.right) for pair in entries if pair.left is not None and pair.right is not None]
    common = {right.entry_id: left.entry_id for left, right in paired}
    same = {left.entry_id: left.entry_id for left, _ in paired}
    sections = pair_sections(left.document.headings, right.document.headings)
    places = Positions.of(left), Positions.of(right)
    marks = anchors(left, places[0]), anchors(right, places[1])
    own = placed_notes(left, places[0], _names(left, same))
    twins = placed_notes(right, places[1], _names(right, common))
    groups: list[Group] = []
    for (a, b), (c, d) in _stretches(left, right, sections):
        first, last = _range(left, places[0], a, b)
        second, end = _range(right, places[1], c, d)
        mapped = _local(marks, (first, last), (second, end))
        groups += align_notes(
            [one for one in own if a <= one.section < b],
            [one for one in twins if c <= one.section < d],
            mapped,
            lambda one: _section_name(left, right, one),
        )
    sources = {
        (version.lang, key): name
        for version, names in ((left, _names(left, same)), (right, _names(right, common)))
        for key, name in names.items()
    }
    return Alignment(left, right, sections, tuple(groups), entries, sources)


def _names(version: Citations, common: dict[str, str]) -> dict[str, str]:
    """A name for each work that both versions share: the left side's entry, or the address, or authors and year."""
    return {work.key: _name(work, common) for work in version.works}


def _name(work: Work, common: dict[str, str]) -> str:
    reference = work.reference
    if work.entry is not None and "#" not in work.key and work.entry.entry_id in common:
        return f"entry:{common[work.entry.entry_id]}"
    if reference.url:
        return "url:" + reference.url.casefold().split("://")[-1].rstrip("/")
    return "work:" + "/".join(fold(author.family) for author in reference.authors) + f":{reference.year}"


Stretch = tuple[tuple[int, int], tuple[int, int]]


def _stretches(left: Citations, right: Citations, sections: Sequence[SectionPair]) -> list[Stretch]:
    """Ranges of section ordinals that stand against each other: each pair of sections with what follows it unpaired."""
    starts = [(0, 0)]
    for pair in sections:
        if pair.left is not None and pair.right is not None:
            starts.append((pair.left.section, pair.right.section))
    ends = [*starts[1:], (len(left.document.headings) + 1, len(right.document.headings) + 1)]
    return [((a, b), (c, d)) for (a, c), (b, d) in zip(starts, ends, strict=True)]


def _range(version: Citations, positions: Positions, first: int, last: int) -> tuple[int, int]:
    """The places at which the text of the sections ``first`` to ``last`` (exclusive) begins and ends."""
    own = [one for one in version.document.paragraphs if first <= one.section < last]
    if not own:
        return 0, 0
    start, after = own[0].index, own[-1].index + 1
    return positions.starts[start], positions.place(after, 0)


def _local(
    marks: tuple[tuple[Anchor, ...], tuple[Anchor, ...]], left: tuple[int, int], right: tuple[int, int]
) -> Callable[[int], float]:
    """The mapping of places within one stretch."""
    own = [Anchor(one.key, one.at - left[0]) for one in marks[0] if left[0] <= one.at < left[1]]
    twins = [Anchor(one.key, one.at - right[0]) for one in marks[1] if right[0] <= one.at < right[1]]
    inner = mapping(own, twins, (left[1] - left[0], right[1] - right[0]))
    return lambda place: right[0] + inner(place - left[0])


def _section_name(left: Citations, right: Citations, one: Placed) -> str:
    for version in (left, right):
        if one.note in version.document.notes:
            for heading in reversed(version.document.headings[: one.section]):
                return heading.number or heading.title
    return ""
