"""Which findings say the same of two versions: the same source missing in both, the same entry with the same defect."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.finding import Finding, Place
from citecheck.model.order import gathered

__all__ = ["twinned"]

_DIGITS = re.compile(r"\D+")
_SIGNS = re.compile(r"[\W_]+")

_OF_SOURCES = frozenset({"cited", "work"})
"""The kinds of things that are the same in every version, wherever they are cited (see `Finding.about`)."""

Keys = Callable[[Finding], Iterable[Hashable]]


def twinned(findings: Sequence[Finding], alignments: Sequence[Alignment]) -> tuple[Finding, ...]:
    """The findings in their order; those that say the same of two versions have the fingerprint of the first of them as
    their ``twin``. What speaks of both versions already, as of counterparts that differ, has none.

    Each has at most one in another version. Two of them are of one rule, are worded alike, and stand in notes, entries or
    sections that are each other's counterparts, or are about the same source; the numbers that they name are the same.
    """
    twins: dict[str, str] = {}
    by_lang = gathered((found.lang, found) for found in findings if not found.counterparts)
    for alignment in alignments:
        left, right = (by_lang.get(version.lang, []) for version in (alignment.left, alignment.right))
        for first, second in _pairs(left, right, alignment):
            twins |= {first.fingerprint: first.fingerprint, second.fingerprint: first.fingerprint}
    return tuple(replace(found, twin=twins.get(found.fingerprint)) for found in findings)


def _pairs(
    left: Sequence[Finding], right: Sequence[Finding], alignment: Alignment
) -> Iterator[tuple[Finding, Finding]]:
    """The findings of both sides that say the same: first those of the same subject at the same place, then those at the
    same place, then those of the same source anywhere."""
    places = _Places(alignment)
    for keys in (places.subject_and_place, places.numbers_and_place, _source):
        paired = list(_matched(left, right, keys))
        yield from paired
        gone = {id(found) for found in chain.from_iterable(paired)}
        left = [found for found in left if id(found) not in gone]
        right = [found for found in right if id(found) not in gone]


def _matched(left: Iterable[Finding], right: Iterable[Finding], keys: Keys) -> Iterator[tuple[Finding, Finding]]:
    """Each finding of the right side with the first one of the left that shares a key with it, in order; each once."""
    waiting: dict[Hashable, deque[Finding]] = {}
    for found in left:
        for key in dict.fromkeys(keys(found)):
            waiting.setdefault((found.code, found.message, key), deque()).append(found)
    taken: set[int] = set()
    for found in right:
        for key in keys(found):
            queue = waiting.get((found.code, found.message, key), deque())
            while queue and id(queue[0]) in taken:
                queue.popleft()
            if queue:
                twin = queue.popleft()
                taken.add(id(twin))
                yield twin, found
                break


class _Places:
    """The places of two versions, each by a name that those that stand against each other share."""

    def __init__(self, alignment: Alignment) -> None:
        self.names: dict[tuple[str | None, str, str], Hashable] = {}
        self.sections: dict[tuple[str | None, int], int] = {}
        self.headings: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
        sides = alignment.left, alignment.right
        for at, group in enumerate(alignment.groups):
            for version, notes in zip(sides, (group.left, group.right), strict=True):
                self.names |= {(version.lang, "note", note.note_id): ("note", at) for note in notes}
        for at, twins in enumerate(alignment.twins):
            for version, entry in zip(sides, (twins.left, twins.right), strict=True):
                self.names[version.lang, "entry", entry.entry_id] = ("entry", at)
        for at, pair in enumerate(alignment.sections):
            for version, heading in zip(sides, pair.both or (), strict=False):
                self.sections[version.lang, heading.section] = at
        for version in sides:
            self._add(version)

    def _add(self, version: Citations) -> None:
        self.sections[version.lang, 0] = -1
        for heading in version.document.headings:
            of_file = self.headings.setdefault((version.lang, heading.span.source.path), [])
            of_file.append((heading.span.start, heading.section))

    def subject_and_place(self, found: Finding) -> Iterator[Hashable]:
        """What is wrong, with each place that it is wrong at."""
        subject = _plain(found.subject)
        for name in (self.name(place) for place in _all_places(found)):
            if name is not None:
                yield subject, name

    def numbers_and_place(self, found: Finding) -> Iterator[Hashable]:
        """The numbers that a finding names, with each of its places. In running text it must name one: in a section very
        different things can be wrong in the same way."""
        numbers = _numbers(found)
        for name, kind in ((self.name(place), self.kind(place)) for place in _all_places(found)):
            if name is not None and (kind != "section" or any(numbers)):
                yield numbers, name

    def kind(self, place: Place) -> str:
        """Whether a place is in a note, in an entry or in a section of the running text."""
        if place.note_id is not None and (place.lang, "note", place.note_id) in self.names:
            return "note"
        return "entry" if place.entry_id is not None else "section"

    def name(self, place: Place) -> Hashable | None:
        """The name of a place; None where nothing is known to stand against it."""
        kind = self.kind(place)
        if kind != "section":
            return self.names.get((place.lang, kind, (place.note_id if kind == "note" else place.entry_id) or ""))
        headings = self.headings.get((place.lang, place.span.source.path), [])
        at = bisect_right(headings, place.span.start, key=lambda heading: heading[0])
        section = self.sections.get((place.lang, headings[at - 1][1] if at else 0))
        return None if section is None else ("section", section)


def _source(found: Finding) -> Iterator[Hashable]:
    """What is wrong, where that is about a source."""
    if any(key.split(":")[1:2] == [kind] for key in found.about for kind in _OF_SOURCES):
        yield _plain(found.subject)


def _all_places(found: Finding) -> tuple[Place, ...]:
    return (found.place, *found.related)


def _numbers(found: Finding) -> tuple[str, ...]:
    """The digits of each text that a finding names, without the numbers of its own notes and entries, which may well be
    others in the other version, and without counts."""
    own = {number for place in _all_places(found) for number in (place.note, place.entry)}
    values: Mapping[str, object] = dict(found.values)
    return tuple(_DIGITS.sub("", value) for value in values.values() if isinstance(value, str) and value not in own)


def _plain(subject: str) -> str:
    """A subject without signs, which each language prints in its own way."""
    return _SIGNS.sub(" ", subject.casefold()).strip() or subject
