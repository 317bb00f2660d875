"""Errors in notes and their markers: what is missing, what is there twice, what bears another number."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from tests.planting.documents import JOIN, Clean, Marker, relabelled
from tests.planting.notes import expendable, note_removed, numbered_labels, place_of, pointed
from tests.planting.plants import Change, kind, make, shuffled

COUNTED = 5
"""Labelled notes up to which their numbers say nothing of their order."""


@kind("dropped marker", "NUM001")
def dropped_marker(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The marker goes, the note stays."""
    for marker in shuffled(chance, clean.markers):
        note = clean.notes[marker.note]
        yield make(
            clean,
            f"marker {marker.label}",
            [(marker.start, marker.end, "")],
            [place_of(note), (marker.start, marker.end)],
        )


@kind("dropped note", "NUM002")
def dropped_note(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The note goes, the marker stays."""
    if pointed(clean):
        return
    for marker in shuffled(chance, clean.markers):
        if expendable(clean, marker.note):
            note = clean.notes[marker.note]
            yield make(
                clean,
                f"note {marker.label}",
                [note_removed(clean, note)],
                [(marker.start, marker.end)],
            )


@kind("duplicated marker", "NUM003")
def duplicated_marker(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A marker is called a second time, at the end of a later sentence that has none, on the side that is usual."""
    behind = sum(clean.text[marker.start - 1] in ".,;:" for marker in clean.markers)
    side = 1 if behind * 2 > len(clean.markers) else 0
    ends = [
        match.start() + side
        for match in re.finditer(r"(?<=[a-zà-ÿ])(?:\.(?= [A-ZÀ-Þ])|,(?= [a-z]))", clean.text)
        if clean.note_at(match.start()) is None and not clean.in_bibliography(match.start())
    ]
    for marker in shuffled(chance, clean.markers):
        stop = next((other.start for other in clean.notes if other.start > clean.notes[marker.note].start), None)
        later = [at for at in ends if at > marker.end and at - marker.end < 600]
        later = [at for at in later if JOIN not in clean.text[marker.end : at]]
        later = [at for at in later if "\n# " not in clean.text[marker.end : at]]
        if later and stop is not None:
            at = chance.choice(later)
            yield make(
                clean,
                f"marker {marker.label}",
                [(at, at, clean.text[marker.start : marker.end])],
                [(marker.start, marker.end), (at, at)],
            )


@kind("duplicated note number", "NUM004", "NUM002")
def duplicated_note(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A note bears the number of the note before it."""
    pairs = [
        (before, note)
        for before, note in zip(clean.notes, clean.notes[1:], strict=False)
        if before.form == note.form != "inline" and note.label != "1"
    ]
    for before, note in shuffled(chance, pairs):
        head = clean.text[note.start : note.body]
        spots = [place_of(note), place_of(before)]
        spots += [(marker.start, marker.end) for marker in clean.markers if clean.notes[marker.note] == note]
        yield make(
            clean,
            f"note {note.label} as {before.label}",
            [(note.start, note.body, relabelled(head, note.label, before.label))],
            spots,
        )


@kind("mistyped marker, no such note", "NUM002", "NUM001")
def mistyped_marker(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A marker bears a number that no note has."""
    numbers = [int(note.label) for note in clean.notes if note.label.isdigit()]
    for marker in shuffled(chance, clean.markers):
        if marker.label.isdigit():
            wrong = str(max(numbers) + chance.randint(2, 40))
            yield _mistyped(clean, marker.note, wrong)


@kind("mistyped marker, another note", "NUM001", "NUM003")
def confused_marker(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A marker bears the number of another note."""
    for marker in shuffled(chance, clean.markers):
        others = [
            other.label
            for other in clean.markers
            if other.label != marker.label
            and JOIN not in clean.text[min(other.start, marker.start) : max(other.end, marker.end)]
            and "\n# " not in clean.text[min(other.start, marker.start) : max(other.end, marker.end)]
        ]
        if others:
            yield _mistyped(clean, marker.note, chance.choice(others))


def _mistyped(clean: Clean, number: int, wrong: str) -> Change:
    marker = next(one for one in clean.markers if one.note == number)
    note = clean.notes[number]
    new = relabelled(clean.text[marker.start : marker.end], marker.label, wrong)
    return make(
        clean,
        f"marker {marker.label} as {wrong}",
        [(marker.start, marker.end, new)],
        [(marker.start, marker.end), place_of(note)],
    )


def _counted(clean: Clean, markers: Sequence[Marker]) -> bool:
    """Whether numbers say anything: labels are rendered as numbers anew, and count only where there are several."""
    return all(clean.notes[marker.note].form == "sup" for marker in markers) or len(markers) > COUNTED


@kind("note and marker dropped", "NUM005")
def gap(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Note and marker go, the numbers of the others stay."""
    if pointed(clean) or not numbered_labels(clean):
        return
    for marker in shuffled(chance, clean.markers):
        number = marker.note
        if not expendable(clean, number) or not 0 < number < len(clean.notes) - 1:
            continue
        before, after = clean.notes[number - 1], clean.notes[number + 1]
        if not before.label.isdigit() or int(after.label or 0) != int(before.label) + 2:
            continue
        if not _counted(
            clean, [one for one in clean.markers if clean.version(one.start) == clean.version(marker.start)]
        ):
            continue
        spots = [place_of(before), place_of(after)]
        spots += [(one.start, one.end) for one in clean.markers if clean.notes[one.note] in (before, after)]
        yield make(
            clean,
            f"number {marker.label}",
            [(marker.start, marker.end, ""), note_removed(clean, clean.notes[number])],
            spots,
        )


@kind("markers swapped", "NUM006")
def swapped(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two neighbouring markers change places."""
    if not numbered_labels(clean):
        return
    pairs = [
        (one, other)
        for one, other in zip(clean.markers, clean.markers[1:], strict=False)
        if one.label.isdigit() and other.label.isdigit() and int(other.label) == int(one.label) + 1
    ]
    for one, other in shuffled(chance, pairs):
        if not _counted(
            clean, [each for each in clean.markers if clean.version(each.start) == clean.version(one.start)]
        ):
            continue
        a, b = clean.text[one.start : one.end], clean.text[other.start : other.end]
        yield make(
            clean,
            f"{one.label} and {other.label}",
            [(one.start, one.end, b), (other.start, other.end, a)],
            [(one.start, one.end), (other.start, other.end)],
        )
