"""Numbering: what is wrong with the numbers of notes and markers, each fault once and at its root.

A mistyped number shows twice (a number called twice and a note that nothing calls); a number that is skipped shows in
the text and in the notes. Each is told from the neighbours of the place, so that one slip is one fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citecheck.model.citations import Fault, FaultKind
from citecheck.model.document import BlockKind, Document, Marker, Note, NoteForm
from citecheck.model.order import longest_ascent

FAR_START = 3
"""A document whose first number is above this is an excerpt: the numbers before it are not missing."""


def faults(document: Document) -> tuple[Fault, ...]:
    """The faults of numbering of a document, in reading order."""
    found: list[Fault] = []
    markers = [marker for marker in document.markers if marker.form is NoteForm.SUPERSCRIPT]
    # A note 0 explains the title or the author; its marker is often a star.
    notes = [note for note in document.notes if note.form is NoteForm.SUPERSCRIPT and note.label != "0"]
    runs: dict[str, tuple[list[Marker], list[Note]]] = {}
    for marker in markers:
        runs.setdefault(_run(marker), ([], []))[0].append(marker)
    for note in notes:
        runs.setdefault(_run(note), ([], []))[1].append(note)
    for called, defined in runs.values():
        found.extend(_merged(_superscript(called, defined)))
    labelled: dict[str, tuple[list[Marker], list[Note]]] = {}
    for marker in document.markers:
        if marker.form is NoteForm.LABEL:
            labelled.setdefault(_run(marker), ([], []))[0].append(marker)
    for note in document.notes:
        if note.form is NoteForm.LABEL:
            labelled.setdefault(_run(note), ([], []))[1].append(note)
    for called, defined in labelled.values():
        found.extend(_labels(called, defined))
    order = {source: at for at, source in enumerate(document.sources)}
    return tuple(sorted(found, key=lambda fault: (order[fault.place.span.source], fault.place.span.start)))


def _merged(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Neighbouring notes that lost their markers together, or markers that lost their notes, are one fault."""
    group: list[Fault] = []
    for fault in faults:
        alone = fault.kind in (FaultKind.NOTE_WITHOUT_MARKER, FaultKind.MARKER_WITHOUT_NOTE) and fault.expected is None
        if group and not (
            alone
            and fault.kind is group[0].kind
            and group[0].expected is None
            and int(group[-1].place.label) + 1 == int(fault.place.label)
        ):
            yield _as_one(group)
            group = []
        group.append(fault)
    if group:
        yield _as_one(group)


def _as_one(group: Sequence[Fault]) -> Fault:
    first, *others = group
    return Fault(first.kind, first.place, tuple(one.place for one in others)) if others else first


def _run(item: Marker | Note) -> str:
    return "" if item.note_id.startswith("[^") else item.note_id.rpartition("/")[0]


def _superscript(markers: Sequence[Marker], notes: Sequence[Note]) -> Iterator[Fault]:
    if not markers or not notes:
        # A text without its notes, or notes without their text, is an extract: nothing can be told from it.
        return
    calls, definitions = [int(one.label) for one in markers], [int(one.label) for one in notes]
    called, defined = set(calls), set(definitions)
    uncalled, undefined = defined - called, called - defined
    # The numbers that may still be what the sequence asks for somewhere.
    free_calls, free_notes = set(uncalled), set(undefined)
    settled: set[int] = set()
    astray: set[int] = set()
    misplaced: set[int] = set()

    first_call, first_note = _firsts(calls), _firsts(definitions)
    for at in _repeats(calls):
        expected = _expected(calls, at, free_calls)
        twin = first_call[calls[at]]
        if expected is None:
            first = _expected(calls, twin, free_calls)
            if first is not None:
                at, twin, expected = twin, at, first
        if expected is not None:
            settled.add(expected)
            free_calls.discard(expected)
        misplaced.add(at)
        tabled = BlockKind.TABLE in (markers[at].kind, markers[twin].kind)
        yield Fault(
            FaultKind.DUPLICATE_MARKER,
            markers[at],
            (markers[twin],),
            str(expected) if expected else None,
            certain=expected is not None or not tabled,
        )
    for at in _repeats(definitions):
        expected = _expected(definitions, at, free_notes)
        twin = first_note[definitions[at]]
        if expected is None:
            first = _expected(definitions, twin, free_notes)
            if first is not None:
                at, twin, expected = twin, at, first
        if expected is not None:
            settled.add(expected)
            free_notes.discard(expected)
        yield Fault(FaultKind.DUPLICATE_NOTE, notes[at], (notes[twin],), str(expected) if expected else None)
    for at, label in enumerate(calls):
        if label not in undefined or label in settled or at in misplaced:
            continue
        expected = _expected(calls, at, free_calls)
        misplaced.add(at)
        if expected is not None:
            settled.add(expected)
            free_calls.discard(expected)
        if expected is not None or not any(near in called or near in defined for near in (label - 1, label + 1)):
            astray.add(label)
        yield Fault(FaultKind.MARKER_WITHOUT_NOTE, markers[at], (), str(expected) if expected else None)
    for at, label in enumerate(definitions):
        if label in uncalled and label not in settled:
            settled.add(label)
            yield Fault(FaultKind.NOTE_WITHOUT_MARKER, notes[at])
    yield from _disorder(markers, calls, misplaced)
    # A marker whose number exists nowhere else fills no place in the sequence unless nothing else is expected there.
    yield from _gaps(markers, notes, defined | (called - astray) | settled)


def _firsts(labels: Sequence[int]) -> dict[int, int]:
    """The first place of each number."""
    return {label: at for at, label in reversed(list(enumerate(labels)))}


def _repeats(labels: Sequence[int]) -> Iterator[int]:
    """The places of numbers that stood before."""
    seen: set[int] = set()
    for at, label in enumerate(labels):
        if label in seen:
            yield at
        seen.add(label)


def _expected(labels: Sequence[int], at: int, free: set[int]) -> int | None:
    """The free number that the neighbours of a place ask for there, if they do."""
    before = labels[at - 1] if at else 0
    after = labels[at + 1] if at + 1 < len(labels) else None
    if before + 1 in free and before + 1 != labels[at] and (after is None or after > before or at + 2 >= len(labels)):
        return before + 1
    if after is not None and after - 1 in free and after - 1 != labels[at]:
        return after - 1
    return None


def _disorder(markers: Sequence[Marker], labels: Sequence[int], skip: Iterable[int]) -> Iterator[Fault]:
    """Markers outside the longest ascending sequence; neighbours that moved together are one fault."""
    left_out = set(skip)
    kept = [at for at in range(len(labels)) if at not in left_out]
    ordered = set(longest_ascent([labels[at] for at in kept]))
    group: list[Marker] = []
    last = -2
    for place, at in enumerate(kept):
        if place in ordered:
            continue
        if group and at == last + 1 and int(group[-1].label) + 1 == labels[at]:
            group.append(markers[at])
        else:
            if group:
                yield _moved(group)
            group = [markers[at]]
        last = at
    if group:
        yield _moved(group)


def _moved(group: Sequence[Marker]) -> Fault:
    floating = any(marker.kind in (BlockKind.TABLE, BlockKind.CAPTION) for marker in group)
    return Fault(FaultKind.OUT_OF_ORDER, group[0], tuple(group[1:]), certain=not floating)


def _gaps(markers: Sequence[Marker], notes: Sequence[Note], present: set[int]) -> Iterator[Fault]:
    """Runs of numbers that neither a marker nor a note has, each at the first number behind it."""
    known = sorted(number for number in present if number > 0)
    if not known:
        return
    start = 1 if known[0] <= FAR_START else known[0]
    by_label: dict[int, Marker | Note] = {}
    items: list[Marker | Note] = [*markers, *notes]
    for item in items:
        by_label.setdefault(int(item.label), item)
    expected = start
    for number in known:
        if number > expected and number in by_label:
            # A long leap is the text that lies between two extracts, not a slip.
            yield Fault(
                FaultKind.GAP,
                by_label[number],
                missing=tuple(range(expected, min(number, expected + 1000))),
                certain=number - expected <= 50,
            )
        expected = number + 1


def _labels(markers: Sequence[Marker], notes: Sequence[Note]) -> Iterator[Fault]:
    """Faults of labelled notes, which whoever renders them numbers: order and gaps count only where all labels but one
    slip are numbers in order, since then the author counts by hand."""
    called = {marker.label for marker in markers}
    defined = {note.label for note in notes}
    first: dict[str, Marker] = {}
    repeated: list[Marker] = []
    for marker in markers:
        if marker.label in first:
            repeated.append(marker)
        first.setdefault(marker.label, marker)
    known: dict[str, Note] = {}
    doubled: list[Note] = []
    for note in notes:
        if note.label in known:
            doubled.append(note)
        known.setdefault(note.label, note)
    undefined = [marker for marker in first.values() if marker.label not in defined]
    uncalled = [note for note in known.values() if note.label not in called]
    # One label that is called and not defined, and one of the reverse, are one slip of the pen.
    if len(undefined) == 1 and len(doubled) == 1 and not uncalled:
        yield Fault(FaultKind.DUPLICATE_NOTE, doubled[0], (known[doubled[0].label],), undefined[0].label)
        undefined, doubled = [], []
    elif len(undefined) == 1 and len(uncalled) == 1:
        yield Fault(FaultKind.MARKER_WITHOUT_NOTE, undefined[0], (), uncalled[0].label)
        undefined, uncalled = [], []
    elif len(repeated) == 1 and len(uncalled) == 1 and not undefined:
        at = _slipped(markers, repeated[0], notes, uncalled[0])
        twin = next(marker for marker in markers if marker.label == at.label and marker is not at)
        yield Fault(FaultKind.DUPLICATE_MARKER, at, (twin,), uncalled[0].label)
        repeated, uncalled = [], []
    for marker in repeated:
        yield Fault(FaultKind.DUPLICATE_MARKER, marker, (first[marker.label],), certain=False)
    for marker in undefined:
        yield Fault(FaultKind.MARKER_WITHOUT_NOTE, marker)
    for note in doubled:
        yield Fault(FaultKind.DUPLICATE_NOTE, note, (known[note.label],))
    for note in uncalled:
        yield Fault(FaultKind.NOTE_WITHOUT_MARKER, note)
    counted = [marker for marker in first.values() if marker.label in defined]
    if len(counted) >= 5 and all(_is_number(marker.label) for marker in counted):
        yield from _counted_by_hand(counted, notes)


def _slipped(markers: Sequence[Marker], second: Marker, notes: Sequence[Note], uncalled: Note) -> Marker:
    """Which of two markers of one label stands where the uncalled note is expected: the one behind the note before it."""
    place = next(at for at, note in enumerate(notes) if note is uncalled)
    before = notes[place - 1].label if place else None
    for earlier, marker in zip([None, *markers], markers, strict=False):
        if marker.label == second.label and (earlier.label if earlier else None) == before:
            return marker
    return second


def _is_number(label: str) -> bool:
    return label.isdecimal() and len(label) < 7


def _counted_by_hand(markers: Sequence[Marker], notes: Sequence[Note]) -> Iterator[Fault]:
    labels = [int(marker.label) for marker in markers]
    numbers = set(labels) | {int(note.label) for note in notes if _is_number(note.label)}
    disorder = list(_disorder(markers, labels, ()))
    gaps = [fault for fault in _gaps(markers, [], numbers) if fault.certain]
    if len(disorder) + len(gaps) == 1:
        for fault in (*disorder, *gaps):
            yield Fault(fault.kind, fault.place, fault.others, fault.expected, fault.missing, certain=False)
