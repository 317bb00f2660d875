"""The running text of a copy as one row of words, with the markers in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from citecheck.collate.words import Words, linked, words_in
from citecheck.model.collation import Differing
from citecheck.model.document import Document, Entry, Marker, Note
from citecheck.model.order import gathered
from citecheck.model.source import Source, Span

__all__ = ["Call", "Copy", "copy_of", "has_words", "told_apart"]

SAID = 24
"""Letters from which it can be told that a text has some words elsewhere."""
RUN = 12
"""Letters of a run by which that is told."""
HELD = 0.75
"""The share of the runs of a text that another one has which has its words."""


class Call(Struct, frozen=True):
    """A marker with the number of words before it, and the note that it calls."""

    marker: Marker
    place: int
    note: Note


class Copy(Struct, frozen=True, dict=True):
    """A copy: the words of its running text, the first call of each note in order, and the words of each note."""

    document: Document
    text: Words
    calls: tuple[Call, ...]
    notes: tuple[tuple[Note, Words], ...]
    uncalled: tuple[Note, ...]
    entries: tuple[tuple[Entry, Words], ...]

    @cached_property
    def words(self) -> dict[int, Words]:
        """The words of the notes, by the identity of these."""
        return {id(note): words for note, words in self.notes}

    @cached_property
    def by_letters(self) -> dict[str, list[Note]]:
        """The notes by their letters."""
        return gathered((words.letters, note) for note, words in self.notes)

    @cached_property
    def by_entry(self) -> dict[str, list[Entry]]:
        """The entries by their letters."""
        return gathered((words.letters, entry) for entry, words in self.entries)

    def loose(self, other: Copy) -> str:
        """The letters of all that was read but for the notes and the entries that the other copy has too."""
        known = [(note.span, words.letters in other.by_letters) for note, words in self.notes]
        known += [(entry.span, words.letters in other.by_entry) for entry, words in self.entries]
        cuts = gathered((span.source, (span.start, span.end)) for span, had in known if had)
        parts: list[str] = []
        for source in self.document.sources:
            at = 0
            for start, end in [*sorted(cuts.get(source, ())), (len(source.text), len(source.text))]:
                parts += [key for key, _, _ in words_in(source.text, at, start)] if start > at else []
                at = max(at, end)
        return "".join(parts)


def copy_of(document: Document) -> Copy:
    """The copy that a document is."""
    text, places = _running(document)
    notes = tuple((note, Words.of(linked(note.body, document.urls))) for note in document.notes)
    by_id: dict[str, Note] = {}
    for note in document.notes:
        by_id.setdefault(note.note_id, note)
    calls: list[Call] = []
    seen: set[str] = set()
    for at, marker in sorted(zip(places, document.markers, strict=True), key=lambda one: one[0]):
        if marker.note_id in by_id and marker.note_id not in seen:
            seen.add(marker.note_id)
            calls.append(Call(marker, at, by_id[marker.note_id]))
    called = {id(call.note) for call in calls}
    uncalled = tuple(note for note in document.notes if id(note) not in called)
    entries = tuple((entry, Words.of(linked(entry.body, document.urls))) for entry in document.entries)
    return Copy(document, text, tuple(calls), notes, uncalled, entries)


def _running(document: Document) -> tuple[Words, list[int]]:
    """The words of the running text, and for each marker of the document how many of them stand before it."""
    cuts = gathered((marker.span.source, marker.span) for marker in document.markers)
    urls = gathered((url.span.source, url) for url in document.urls)
    keys: list[str] = []
    spans: list[Span] = []
    before: dict[tuple[Source, int], int] = {}
    for piece in _pieces(document):
        printed = linked(piece, [url for url in urls.get(piece.source, ()) if piece.holds(url.span)])
        for part, cut in _parts(printed, [cut for cut in cuts.get(piece.source, ()) if piece.holds(cut)]):
            if cut is not None:
                before.setdefault((cut.source, cut.start), len(keys))
                continue
            words = Words.of([part])
            keys += words.keys
            spans += words.spans
    # What is called where no running text was read (within a table that is a picture, say) stands behind what was read before it.
    places, last = [], 0
    for marker in document.markers:
        last = before.get((marker.span.source, marker.span.start), last)
        places.append(last)
    return Words(tuple(keys), tuple(spans)), places


def _pieces(document: Document) -> list[Span]:
    """The headings and paragraphs in the order of the text, each paragraph whole."""
    order = {source: at for at, source in enumerate(document.sources)}
    blocks: list[Sequence[Span]] = [(heading.span,) for heading in document.headings]
    blocks += [paragraph.pieces for paragraph in document.paragraphs]
    blocks.sort(key=lambda pieces: (order[pieces[0].source], pieces[0].start))
    return [piece for pieces in blocks for piece in pieces]


def _parts(printed: Iterator[Span], markers: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """The stretches of a text between its markers, and these in their places."""
    todo = sorted(markers, key=lambda one: one.start)
    for span in printed:
        at = span.start
        while todo and todo[0].start < span.end:
            marker = todo.pop(0)
            if marker.start >= at:
                yield Span(span.source, at, marker.start), None
            yield marker, marker
            at = max(at, marker.end)
        if at < span.end:
            yield Span(span.source, at, span.end), None
    yield from ((marker, marker) for marker in todo)


def has_words(loose: str, letters: str, share: float = HELD) -> bool:
    """Whether some text, by its letters, has such a share of the words of another one."""
    if len(letters) < SAID or letters in loose:
        return len(letters) >= SAID
    runs = [letters[at : at + RUN] for at in range(0, len(letters) - RUN + 1, RUN)]
    return sum(run in loose for run in runs) >= share * len(runs)


def told_apart(found: Sequence[Differing], loose: tuple[str, str]) -> tuple[Differing, ...]:
    """The differences without words that only one of two stretches has, and that the other copy has somewhere (``loose``, by letters): there
    another stretch was read as the end of this one, or none."""
    return tuple(one for one in found if not _is_loose(one, loose))


def _is_loose(one: Differing, loose: tuple[str, str]) -> bool:
    for span, opposite, text in ((one.left, one.right, loose[1]), (one.right, one.left, loose[0])):
        if opposite.start == opposite.end:
            return has_words(text, Words.of([span]).letters)
    return False
