"""The notes of two language versions that say the same."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tests.planting.carriers import bilingual
from tests.planting.documents import BY_HAND, SUP_CALL, UNIT, Cite, Clean, Entry, relabelled
from tests.planting.notes import body_of, note_removed, said_in
from tests.planting.plants import Edit, shuffled

URL = re.compile(r"https?://[^\s<>()\[\]]+[\w/]")


def versions(clean: Clean) -> list[tuple[int, int]]:
    """The versions of a report in two languages; none where it is in one."""
    return clean.spans if bilingual(clean) and len(clean.spans) == 2 else []


def twins(clean: Clean) -> dict[int, int]:
    """The notes that say, alone in their version, what a note of the other says in the same words."""
    if not versions(clean):
        return {}
    sides: tuple[list[int], list[int]] = ([], [])
    for number, note in enumerate(clean.notes):
        sides[clean.version(note.start)].append(number)
    said = [[said_in(clean, clean.notes[number]) for number in side] for side in sides]
    found: dict[int, int] = {}
    for number, words in zip(sides[0], said[0], strict=True):
        if said[0].count(words) == said[1].count(words) == 1:
            other = sides[1][said[1].index(words)]
            found[number], found[other] = other, number
    return found


def short_twins(clean: Clean, chance: random.Random) -> list[int]:
    """Short notes with a twin, called once each, in any order."""
    called = {marker.note for marker in clean.markers}
    return [
        number
        for number in shuffled(chance, sorted(twins(clean)))
        if number in called and len(body_of(clean, clean.notes[number])) < 100
    ]


def call_of(clean: Clean, number: int) -> tuple[int, int]:
    marker = next(one for one in clean.markers if one.note == number)
    return marker.start, marker.end


def without_notes(clean: Clean, numbers: Sequence[int]) -> list[Edit]:
    """Takes notes and their markers out, and lets the numbers of their version go on."""
    gone = [clean.notes[number] for number in numbers]
    side = clean.version(gone[0].start)
    edits = [note_removed(clean, note) for note in gone]
    edits += [(one.start, one.end, "") for one in clean.markers if one.note in numbers]
    start, end = clean.spans[side]
    form = gone[0].form
    notes = [note for note in clean.notes if clean.version(note.start) == side]
    notes = [note for note in notes if note.form in (BY_HAND if form in BY_HAND else (form,))]
    if not all(note.label.isdigit() for note in notes):
        return edits
    taken = {edit[0] for edit in edits}
    # Numbers that something is wrong with go on, too.
    places = {(note.start, note.body): note.label for note in notes}
    places |= {
        (start + call.start(), start + call.end()): call.group(1)
        for call in SUP_CALL.finditer(clean.text[start:end])
        if not UNIT.search(clean.text[start + call.start() - 6 : start + call.start()])
        and not any(note.start == start + call.start() for note in notes)
    }
    places |= {(one.start, one.end): one.label for one in clean.markers if clean.version(one.start) == side}
    for (at, to), label in places.items():
        by = sum(int(note.label) < int(label) for note in gone)
        if by and at not in taken:
            edits.append((at, to, relabelled(clean.text[at:to], label, str(int(label) - by))))
    return edits


def ranged(clean: Clean, entry: Entry) -> bool:
    """Whether an entry says on which pages it stands, so that not every page is one of it."""
    return re.search(r"\d[-–]\d", URL.sub("", clean.text[entry.body : entry.end])) is not None


def of_note(clean: Clean, number: int) -> list[Cite]:
    return [cite for cite in clean.cites if cite.note == number]


def families(clean: Clean, numbers: Sequence[int]) -> set[str]:
    """Whom notes cite."""
    return {clean.entries[cite.entry].family for number in numbers for cite in of_note(clean, number)}


def apart(clean: Clean, number: int, *others: str) -> bool:
    """Whether the notes beside a note and beside its twin cite others: a translation may merge notes on one source."""
    beside = [at + by for at in (number, twins(clean)[number]) for by in (-1, 1)]
    return families(clean, [at for at in beside if 0 <= at < len(clean.notes)]).isdisjoint(others)
