"""Numbering: what is wrong with the numbers of notes and markers, each fault once and at its root.

A mistyped number shows twice (a number called twice and a note that nothing calls); a number that is skipped shows in
the text and in the notes. Each is told from the neighbours of the place, so that one slip is one fault.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
from typing import TypeVar

from citecheck.likeness.labels import bare_label
from citecheck.likeness.names import misspelling
from citecheck.model.citations import Fault, FaultKind
from citecheck.model.document import BlockKind, Document, Marker, Note, NoteForm
from citecheck.model.order import gathered, longest_ascent

FAR_START = 3
"""A document whose first number is above this is an excerpt: the numbers before it are not missing."""


def faults(document: Document) -> tuple[Fault, ...]:
    """The faults of numbering of a document, in reading order."""
    # A note 0 explains the title or the author; its marker is often a star.
    numbered = (_merged(_Numbered(*run).faults()) for run in _runs(document, NoteForm.SUPERSCRIPT, besides="0"))
    turned = _turned(document)
    labelled = (_Labelled(*run, turned).faults() for run in _runs(document, NoteForm.LABEL))
    order = {source: at for at, source in enumerate(document.sources)}
    found = chain.from_iterable((*numbered, *labelled))
    return tuple(sorted(found, key=lambda fault: (order[fault.place.span.source], fault.place.span.start)))


def _runs(
    document: Document, form: NoteForm, besides: str | None = None
) -> Iterator[tuple[Sequence[Marker], Sequence[Note]]]:
    """The markers and the notes of a form, those together that are numbered together; without notes ``besides``."""
    called = gathered((_run(marker), marker) for marker in document.markers if marker.form is form)
    notes = (note for note in document.notes if note.form is form and note.label != besides)
    defined = gathered((_run(note), note) for note in notes)
    for run in dict.fromkeys((*called, *defined)):
        yield called.get(run, []), defined.get(run, [])


def _merged(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Neighbouring notes that lost their markers together, or markers that lost their notes, are one fault."""
    group: list[Fault] = []
    for fault in faults:
        if group and not _goes_on(group[0], group[-1], fault):
            yield _as_one(group)
            group = []
        group.append(fault)
    if group:
        yield _as_one(group)


def _goes_on(first: Fault, last: Fault, fault: Fault) -> bool:
    """Whether a fault is one with those from the first to the last."""
    lost = fault.kind in (FaultKind.NOTE_WITHOUT_MARKER, FaultKind.MARKER_WITHOUT_NOTE)
    alike = fault.kind is first.kind and fault.expected is None and first.expected is None
    return lost and alike and int(last.place.label) + 1 == int(fault.place.label)


def _as_one(group: Sequence[Fault]) -> Fault:
    first, *others = group
    return Fault(first.kind, first.place, tuple(one.place for one in others)) if others else first


def _run(item: Marker | Note) -> str:
    return "" if item.note_id.startswith("[^") else item.note_id.rpartition("/")[0]


class _Sequence:
    """The numbers of markers, or of notes, in order; ``free`` are those that may still be what the sequence asks for somewhere,
    and ``settled`` those of them that it was found to ask for."""

    def __init__(self, labels: Sequence[int], free: Iterable[int]) -> None:
        self.labels = labels
        self.free = set(free)
        self.settled: set[int] = set()
        self.first = {label: at for at, label in reversed(list(enumerate(labels)))}

    def expected(self, at: int) -> int | None:
        """The free number that the neighbours of a place ask for there, if they do."""
        before = self.labels[at - 1] if at else 0
        after = self.labels[at + 1] if at + 1 < len(self.labels) else None
        if self._lacks(before + 1, at) and (after is None or after > before or at + 2 >= len(self.labels)):
            return before + 1
        return after - 1 if after is not None and self._lacks(after - 1, at) else None

    def _lacks(self, number: int, at: int) -> bool:
        return number in self.free and number != self.labels[at]

    def settle(self, at: int) -> int | None:
        """The same; the number is not free any more."""
        expected = self.expected(at)
        if expected is not None:
            self.free.discard(expected)
            self.settled.add(expected)
        return expected

    def repeats(self) -> Iterator[tuple[int, int, int | None]]:
        """Where a number stands that stood before: the place at fault, the other one, and the number expected at the first."""
        for again in (at for at, label in enumerate(self.labels) if self.first[label] != at):
            at, twin = again, self.first[self.labels[again]]
            if self.expected(at) is None and self.expected(twin) is not None:
                at, twin = twin, at
            yield at, twin, self.settle(at)


class _Numbered:
    """Markers and notes that are numbered together. Their faults are looked for one kind after the other, as what explains one
    explains no other; ``misplaced`` are the places of markers at fault, and ``astray`` numbers that fill no place."""

    def __init__(self, markers: Sequence[Marker], notes: Sequence[Note]) -> None:
        self.markers, self.notes = markers, notes
        calls, definitions = [int(one.label) for one in markers], [int(one.label) for one in notes]
        self.called, self.defined = set(calls), set(definitions)
        self.calls = _Sequence(calls, self.defined - self.called)
        self.definitions = _Sequence(definitions, self.called - self.defined)
        self.misplaced: set[int] = set()
        self.astray: set[int] = set()

    def faults(self) -> Iterator[Fault]:
        """The faults, each once."""
        if not self.markers or not self.notes:
            # A text without its notes, or notes without their text, is an extract: nothing can be told from it.
            return
        yield from self._repeated()
        yield from self._undefined()
        settled = self.calls.settled | self.definitions.settled
        uncalled = sorted(self.definitions.first[label] for label in self.defined - self.called - settled)
        yield from (Fault(FaultKind.NOTE_WITHOUT_MARKER, self.notes[at]) for at in uncalled)
        yield from _disorder(self.markers, self.calls.labels, self.misplaced)
        # A marker whose number exists nowhere else fills no place in the sequence unless nothing else is expected there.
        yield from _gaps(self.markers, self.notes, self.defined | (self.called - self.astray) | settled)

    def _repeated(self) -> Iterator[Fault]:
        for at, twin, expected in self.calls.repeats():
            self.misplaced.add(at)
            marker, other = self.markers[at], self.markers[twin]
            certain = expected is not None or BlockKind.TABLE not in (marker.kind, other.kind)
            yield Fault(FaultKind.DUPLICATE_MARKER, marker, (other,), _printed(expected), certain=certain)
        for at, twin, expected in self.definitions.repeats():
            yield Fault(FaultKind.DUPLICATE_NOTE, self.notes[at], (self.notes[twin],), _printed(expected))

    def _undefined(self) -> Iterator[Fault]:
        lost = self.called - self.defined - self.definitions.settled
        places = [at for at, label in enumerate(self.calls.labels) if label in lost and at not in self.misplaced]
        for at in places:
            self.misplaced.add(at)
            label, expected = self.calls.labels[at], self.calls.settle(at)
            if expected is not None or (self.called | self.defined).isdisjoint((label - 1, label + 1)):
                self.astray.add(label)
            yield Fault(FaultKind.MARKER_WITHOUT_NOTE, self.markers[at], (), _printed(expected))


def _printed(number: int | None) -> str | None:
    return str(number) if number else None


def _disorder(markers: Sequence[Marker], labels: Sequence[int], skip: Container[int]) -> Iterator[Fault]:
    """Markers outside the longest ascending sequence; neighbours that moved together are one fault."""
    kept = [at for at in range(len(labels)) if at not in skip]
    ordered = set(longest_ascent([labels[at] for at in kept]))
    moved = [at for place, at in enumerate(kept) if place not in ordered]
    # The same for all whose places and numbers go on one by one.
    for _, group in groupby(enumerate(moved), key=lambda one: (one[1] - one[0], labels[one[1]] - one[1])):
        yield _moved([markers[at] for _, at in group])


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


Item = TypeVar("Item", Marker, Note)


def _by_label(items: Sequence[Item]) -> tuple[dict[str, Item], list[Item]]:
    """The first of each label, and those whose label stood before."""
    first: dict[str, Item] = {}
    return first, [item for item in items if first.setdefault(item.label, item) is not item]


def _turned(document: Document) -> dict[str, Marker]:
    """The notes in their place that say nothing but one word, which is perhaps a label: ``^[4]``."""
    said = {note.span: note.body.text.strip() for note in document.notes if note.form is NoteForm.INLINE}
    words = ((said.get(marker.span, ""), marker) for marker in document.markers if marker.form is NoteForm.INLINE)
    return {word: marker for word, marker in words if word and not any(map(str.isspace, word))}


class _Labelled:
    """Labelled notes, which whoever renders them numbers, with their markers; each list is what is still to be told. ``turned``
    are the notes that say one word: where it is a label, the signs of a marker are turned about."""

    def __init__(self, markers: Sequence[Marker], notes: Sequence[Note], turned: Mapping[str, Marker]) -> None:
        self.markers, self.notes, self.turned = markers, notes, turned
        self.first, repeated = _by_label(markers)
        self.known, self.doubled = _by_label(notes)
        # What is called and does not exist is one fault, however often it is called.
        self.repeated = [marker for marker in repeated if marker.label in self.known]
        self.counted = [marker for label, marker in self.first.items() if label in self.known]
        self.undefined = [marker for label, marker in self.first.items() if label not in self.known]
        self.uncalled = [note for label, note in self.known.items() if label not in self.first]

    def faults(self) -> Iterator[Fault]:
        """The faults. Order and gaps count only where all labels but one slip are numbers in order, since then the author
        counts by hand."""
        yield from self._turned_about()
        yield from self._alike()
        yield from self._misnumbered()
        slip = self._slip()
        if slip is not None:
            yield slip
        for marker in self.repeated:
            yield Fault(FaultKind.DUPLICATE_MARKER, marker, (self.first[marker.label],), certain=False)
        yield from (Fault(FaultKind.MARKER_WITHOUT_NOTE, marker) for marker in self.undefined)
        yield from (Fault(FaultKind.DUPLICATE_NOTE, note, (self.known[note.label],)) for note in self.doubled)
        yield from (Fault(FaultKind.NOTE_WITHOUT_MARKER, note) for note in self.uncalled)
        if len(self.counted) >= 5 and all(_is_number(marker.label) for marker in self.counted):
            yield from _counted_by_hand(self.counted, [*self.markers, *self.notes])

    def _turned_about(self) -> Iterator[Fault]:
        """What is lost since the signs of its marker, or of its definition, are turned about; further markers of a note too."""
        turned = self.turned
        yield from (
            Fault(FaultKind.MARKER_WITHOUT_NOTE, marker, (turned[marker.label],))
            for marker in self.undefined
            if marker.label in turned
        )
        uncalled = {note.label for note in self.uncalled}
        for label in turned.keys() & self.known.keys():
            if label in uncalled:
                yield Fault(FaultKind.NOTE_WITHOUT_MARKER, self.known[label], (turned[label],))
            else:
                yield Fault(FaultKind.MARKER_WITHOUT_NOTE, turned[label], (), label)
        self.undefined = [marker for marker in self.undefined if marker.label not in turned]
        self.uncalled = [note for note in self.uncalled if note.label not in turned]

    def _alike(self) -> Iterator[Fault]:
        """Markers whose label is that of a note but for capitals, accents or signs; some programs pass over capitals."""
        spelt = {bare_label(label): note for label, note in self.known.items()}
        alike = [
            (marker, spelt[bare_label(marker.label)]) for marker in self.undefined if bare_label(marker.label) in spelt
        ]
        for marker, note in alike:
            certain = marker.label.casefold() != note.label.casefold()
            yield Fault(FaultKind.MARKER_WITHOUT_NOTE, marker, (), note.label, certain=certain)
        meant = {note.label for _, note in alike}
        self.undefined = [marker for marker in self.undefined if bare_label(marker.label) not in spelt]
        self.uncalled = [note for note in self.uncalled if note.label not in meant]

    def _misnumbered(self) -> Iterator[Fault]:
        """Notes that bear the number of the one before them again, where the text calls the number that they lack."""
        called = {marker.label: marker for marker in self.undefined}
        following = {id(note): after.label for note, after in pairwise(self.notes)}
        for note in tuple(self.doubled):
            expected = str(int(note.label) + 1) if _is_number(note.label) else ""
            # It stands where that number does: before the next but one.
            if expected in called and following.get(id(note)) == str(int(expected) + 1):
                self.doubled.remove(note)
                self.undefined.remove(called[expected])
                yield Fault(FaultKind.DUPLICATE_NOTE, note, (self.known[note.label],), expected)

    def _slip(self) -> Fault | None:
        """The one fault that two are, which are told by it: a label that is called and not defined, and one of the reverse, are
        one slip of the pen."""
        match len(self.undefined), len(self.uncalled):
            case 1, 0 if len(self.doubled) == 1:
                note, marker = self.doubled.pop(), self.undefined.pop()
                return Fault(FaultKind.DUPLICATE_NOTE, note, (self.known[note.label],), marker.label)
            case 1, 1:
                marker, note = self.undefined.pop(), self.uncalled.pop()
                return Fault(FaultKind.MARKER_WITHOUT_NOTE, marker, (), note.label)
            case 0, 1 if len(self.repeated) == 1:
                at = _slipped(self.markers, self.repeated.pop(), self.notes, self.uncalled[0])
                if at is None:
                    return None
                note = self.uncalled.pop()
                twin = next(marker for marker in self.markers if marker.label == at.label and marker is not at)
                return Fault(FaultKind.DUPLICATE_MARKER, at, (twin,), note.label)
        return None


def _slipped(markers: Sequence[Marker], second: Marker, notes: Sequence[Note], uncalled: Note) -> Marker | None:
    """Which of two markers of one label stands where the uncalled note is expected, behind the note before it, and may be
    a slip for that; a label may also be used again on purpose."""
    counted = _series(second.label) is not None and _series(second.label) == _series(uncalled.label)
    if not counted and misspelling(second.label, uncalled.label) is None:
        return None
    place = next(at for at, note in enumerate(notes) if note is uncalled)
    before = notes[place - 1].label if place else None
    for earlier, marker in zip([None, *markers], markers, strict=False):
        if marker.label == second.label and (earlier.label if earlier else None) == before:
            return marker
    return None if counted else second


def _series(label: str) -> str | None:
    """What stands before the number of a label that ends in one: ``fn`` of ``fn12``, nothing of ``12``."""
    series = label.rstrip("0123456789")
    return series if series != label else None


def _is_number(label: str) -> bool:
    return label.isdecimal() and len(label) < 7


def _counted_by_hand(markers: Sequence[Marker], items: Sequence[Marker | Note]) -> Iterator[Fault]:
    """What the order of these markers lacks; ``items`` have the numbers that are not skipped."""
    labels = [int(marker.label) for marker in markers]
    numbers = {int(item.label) for item in items if _is_number(item.label)}
    disorder = list(_disorder(markers, labels, ()))
    gaps = [fault for fault in _gaps(markers, [], numbers) if fault.certain]
    if len(disorder) + len(gaps) == 1:
        for fault in (*disorder, *gaps):
            yield Fault(fault.kind, fault.place, fault.others, fault.expected, fault.missing, certain=False)
