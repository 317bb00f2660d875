"""A place in its passage: what the source says around it, with the spot marked, and where its counterpart stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntFlag

from msgspec import Struct

from citecheck.model.alignment import Alignment, Group
from citecheck.model.citations import Citations
from citecheck.model.document import Entry, Marker, Note, Paragraph
from citecheck.model.finding import Place
from citecheck.model.source import Span
from citecheck.report.visible import visible

__all__ = ["Block", "Counterparts", "Look", "Passages", "Piece"]

BEFORE, AFTER = 280, 200
"""How many characters are shown on either side of a spot."""

WHOLE = 240
"""How long a note or an entry may be that is marked when all of it is the spot; a longer one is pointed at."""

LONGEST = 900
"""How many characters of a spot are shown at most; the middle of a longer one is left out."""

_BLANKS = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_EMPHASIS = re.compile(r"(\*{1,2})[^*\s](?:[^*]*[^*\s])?(\*{1,2})")
_BRACKETS = re.compile(r"(<)https?://[^\s<>]+(>)")
_ESCAPE = re.compile(r"(\\+)[$_*\[\]~]")
_RAISED = re.compile(r"(<sup>)[^<>\n]{1,12}(</sup>)")
# What converters leave of a layout. A tag that is none of these is shown as it stands.
_TAG = re.compile(r"(</?(?:b|i|u|em|strong|span|ul|ol|li|p|br|div|table|thead|tbody|tr|td|th)\b[^<>\n]{0,120}>)")
_ENTITY = re.compile(r"&(amp;)")
_BLANK = re.compile(r"\s")
_RUN = re.compile(rb"(?s)(.)\1*")


class Look(IntFlag):
    """How a stretch of a passage is shown."""

    PLAIN = 0
    MARKED = 1
    EMPHASISED = 2
    RAISED = 4
    CALL = 8
    """A note's marker, as the number that the reader sees."""
    DROPPED = 16
    OWN = 32
    """The marker of the note that is shown with its passage."""
    BLANK = 64
    """A blank in place of a tag."""


_LOOKS = tuple(None if bits & Look.DROPPED else Look(bits) for bits in range(Look.BLANK))
"""The looks by their bits, None for what is dropped: making one for each stretch takes longer than all else."""


class Piece(Struct, frozen=True):
    """A stretch of a passage, on one line and safe to show."""

    text: str
    look: Look = Look.PLAIN


class Block(Struct, frozen=True):
    """A piece of the text: ``kind`` is ``text``, ``note`` or ``entry``, ``number`` what the reader sees before it.
    ``whole`` tells that all of it is the spot, and too long to be marked."""

    kind: str
    number: str
    pieces: tuple[Piece, ...]
    whole: bool = False


class Passages:
    """The passages of one version."""

    def __init__(self, version: Citations) -> None:
        document = version.document
        self.lang = version.lang
        self.notes: dict[str, Note] = {}
        for note in document.notes:
            self.notes.setdefault(note.note_id, note)
        self.entries: dict[str, Entry] = {}
        for entry in document.entries:
            self.entries.setdefault(entry.entry_id, entry)
        self.calls: dict[str, Marker] = {}
        self.paragraphs: dict[int, Paragraph] = {one.index: one for one in document.paragraphs}
        self._markers: dict[int, list[Marker]] = {}
        for marker in document.markers:
            self.calls.setdefault(marker.note_id, marker)
            self._markers.setdefault(id(marker.span.source), []).append(marker)
        self._pieces: dict[int, list[tuple[Span, Paragraph, int]]] = {}
        for paragraph in document.paragraphs:
            for at, piece in enumerate(paragraph.pieces):
                self._pieces.setdefault(id(piece.source), []).append((piece, paragraph, at))
        for markers in self._markers.values():
            markers.sort(key=lambda one: one.span.start)
        for pieces in self._pieces.values():
            pieces.sort(key=lambda one: one[0].start)

    def around(self, place: Place, *, marked: bool = True) -> tuple[Block, ...]:
        """The passage of a place: the text around it, or its note with the text that calls it, or its entry."""
        span = place.span
        note = self.notes.get(place.note_id or "")
        if note is not None and note.span.holds(span):
            return (*self._calling(note), self._held("note", note.number, note.body, span, marked))
        entry = self.entries.get(place.entry_id or "")
        if entry is not None and entry.span.holds(span):
            return (self._held("entry", entry.number or "", entry.body, span, marked),)
        blocks = (self._running(span, marked),)
        return (*blocks, self._shown_note(note)) if note is not None else blocks

    def of_note(self, note: Note) -> tuple[Block, ...]:
        """A note with the text that calls it, with nothing marked."""
        return (*self._calling(note), self._shown_note(note))

    def of_entry(self, entry: Entry) -> tuple[Block, ...]:
        """An entry, with nothing marked."""
        return (self._held("entry", entry.number or "", entry.body, entry.body, False),)

    def near(self, span: Span) -> Marker | None:
        """The marker that stands nearest to a span of the running text, within its paragraph."""
        found = self._paragraph(span)
        markers = self._markers.get(id(span.source), [])
        at = bisect_left(markers, span.start, key=lambda one: one.span.start)
        near = [one for one in markers[max(at - 1, 0) : at + 1] if found and one.paragraph == found[1].index]
        return min(near, key=lambda one: abs(one.span.start - span.start), default=None)

    def _shown_note(self, note: Note) -> Block:
        return self._held("note", note.number, note.body, note.body, False)

    def _held(self, kind: str, number: str, body: Span, span: Span, marked: bool) -> Block:
        """A note's or an entry's text, around the spot."""
        whole = marked and span.start <= body.start and span.end >= body.end and body.end - body.start > WHOLE
        inner = Span(body.source, min(max(span.start, body.start), body.end), max(min(span.end, body.end), body.start))
        if whole or not marked or inner.end < inner.start:
            inner = Span(body.source, body.start, body.start)
            return Block(kind, number, self._cut([body], 0, inner, False, LONGEST), whole)
        return Block(kind, number, self._cut([body], 0, inner, True))

    def _calling(self, note: Note) -> tuple[Block, ...]:
        """The text that calls a note; nothing where it was not read."""
        marker = self.calls.get(note.note_id)
        paragraph = self.paragraphs.get(marker.paragraph) if marker is not None else None
        if marker is None or paragraph is None or marker.span.source.sparse:
            return ()
        at = next((index for index, piece in enumerate(paragraph.pieces) if piece.holds(marker.span)), None)
        if at is None:
            return ()
        return (Block("text", "", self._cut(paragraph.pieces, at, marker.span, False, AFTER // 2, marker)),)

    def _running(self, span: Span, marked: bool) -> Block:
        """What stands around a span of the running text, or of anything else."""
        found = self._paragraph(span)
        if span.source.sparse:
            pieces = self._cut([span], 0, span, marked)
        elif found is not None:
            pieces = self._cut(found[1].pieces, found[2], span, marked)
        else:
            pieces = self._cut([_lines(span)], 0, span, marked)
        return Block("text", "", pieces)

    def _paragraph(self, span: Span) -> tuple[Span, Paragraph, int] | None:
        """The piece of a paragraph that holds a span."""
        pieces = self._pieces.get(id(span.source), [])
        at = bisect_right(pieces, span.start, key=lambda one: one[0].start) - 1
        return pieces[at] if at >= 0 and pieces[at][0].holds(span) else None

    def _cut(
        self,
        held: Sequence[Span],
        at: int,
        spot: Span,
        marked: bool,
        after: int = AFTER,
        own: Marker | None = None,
    ) -> tuple[Piece, ...]:
        """What is shown of a text that is written in the spans ``held``, around a spot in the one with index ``at``."""
        here = held[at]
        start, end = max(here.start, spot.start - BEFORE), min(here.end, spot.end + after)
        start, end = _word_start(here, start, spot.start), _word_end(here, end, spot.end)
        first, last = start > here.start, end < here.end
        parts = [Span(here.source, start, end)]
        above = _end_of(held[max(at - 1, 0) : at], BEFORE - (spot.start - here.start))
        if above is not None:
            parts.insert(0, above)
            first = above.start > held[at - 1].start or at > 1
        below = _beginning_of(held[at + 1 : at + 2], after - (here.end - spot.end))
        if below is not None:
            parts.append(below)
            last = below.end < held[at + 1].end or at + 2 < len(held)
        pieces: list[Piece] = [Piece("… ")] if first or (at > 0 and len(parts) == 1) else []
        for number, part in enumerate(parts):
            pieces += [Piece(" ")] if number else []
            pieces += self._looks(part, spot if marked else None, own)
        pieces += [Piece(" …")] if last else []
        return tuple(_trimmed(pieces))

    def _looks(self, part: Span, spot: Span | None, own: Marker | None) -> Iterator[Piece]:
        """The pieces of a stretch of the source, markers as the numbers that they call."""
        at = part.start
        markers = self._markers.get(id(part.source), [])
        first = bisect_left(markers, part.start, key=lambda one: one.span.start)
        last = bisect_left(markers, part.end, key=lambda one: one.span.start)
        for marker in markers[first:last]:
            if marker.span.start < at or marker.span.end > part.end:
                continue
            yield from _written(Span(part.source, at, marker.span.start), spot)
            look = Look.CALL | (Look.OWN if marker is own else Look.PLAIN)
            look |= Look.MARKED if spot is not None and spot.touches(marker.span) else Look.PLAIN
            yield Piece(visible(marker.number), look)
            at = marker.span.end
        yield from _written(Span(part.source, at, part.end), spot)


def _written(part: Span, spot: Span | None) -> Iterator[Piece]:
    """A stretch without markers: Markdown's emphasis as such, its escapes undone, the spot marked."""
    if spot is not None and spot.end - spot.start > LONGEST and part.holds(spot):
        middle = spot.start + LONGEST // 2, spot.end - LONGEST // 4
        yield from _written(Span(part.source, part.start, middle[0]), Span(part.source, spot.start, middle[0]))
        yield Piece(" … ", Look.MARKED)
        yield from _written(Span(part.source, middle[1], part.end), Span(part.source, middle[1], spot.end))
        return
    text = part.text
    looks = bytearray(len(text))
    mark = _marked(part, spot)
    for pattern, look in ((_EMPHASIS, Look.EMPHASISED), (_RAISED, Look.RAISED), (_BRACKETS, Look.PLAIN)):
        for found in pattern.finditer(text):
            _paint(looks, range(found.end(1), found.start(2)), look)
            _drop(looks, mark, found.span(1), found.span(2))
    for pattern in (_ESCAPE, _ENTITY):
        for found in pattern.finditer(text):
            _drop(looks, mark, found.span(1))
    for found in _TAG.finditer(text):
        if _drop(looks, mark, found.span(1)):
            looks[found.start()] = Look.BLANK
    _paint(looks, mark, Look.MARKED)
    yield from _pieces(text, looks)


def _marked(part: Span, spot: Span | None) -> range:
    """The characters of a stretch that the spot takes in.

    A spot between two characters is shown on the one after it, or before it at the end of the stretch.
    """
    if spot is None or spot.source is not part.source:
        return range(0)
    end = max(spot.end, spot.start + 1)
    start = spot.start if spot.start < part.end or spot.end > spot.start else spot.start - 1
    length = part.end - part.start
    return range(max(start - part.start, 0), max(min(end - part.start, length), 0))


def _pieces(text: str, looks: bytearray) -> Iterator[Piece]:
    """A text cut where its looks change."""
    for run in _RUN.finditer(bytes(looks)):
        if run[0][0] & Look.BLANK:
            yield Piece(" ")
            continue
        shown = _LOOKS[run[0][0]]
        if shown is not None:
            yield Piece(visible(_BLANKS.sub(" ", text[run.start() : run.end()])), shown)


def _paint(looks: bytearray, stretch: range, look: Look) -> None:
    bits = int(look)
    for at in stretch:
        looks[at] |= bits


def _drop(looks: bytearray, mark: range, *signs: tuple[int, int]) -> bool:
    """Leaves out signs of Markdown, unless one of them is the spot itself or holds it; whether it did."""
    if any(mark and start <= mark.start and mark.stop <= end for start, end in signs):
        return False
    for start, end in signs:
        _paint(looks, range(start, end), Look.DROPPED)
    return True


def _trimmed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, neighbours of one look joined, without blanks at the ends."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].look == piece.look and not piece.look & Look.CALL:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.look)
        elif piece.text:
            joined.append(piece)
    for at, piece in enumerate(joined):
        text = piece.text.lstrip(" ") if at == 0 else piece.text
        text = text.rstrip(" ") if at == len(joined) - 1 else text
        if text:
            yield Piece(_BLANKS.sub(" ", text), piece.look)


def _end_of(held: Sequence[Span], room: int) -> Span | None:
    """The last words of a text, as far as there is room for them."""
    if not held or room <= 0:
        return None
    span = held[-1]
    return Span(span.source, _word_start(span, max(span.start, span.end - room), span.end), span.end)


def _beginning_of(held: Sequence[Span], room: int) -> Span | None:
    """The first words of a text, as far as there is room for them."""
    if not held or room <= 0:
        return None
    span = held[0]
    return Span(span.source, span.start, _word_end(span, min(span.end, span.start + room), span.start))


def _word_start(held: Span, start: int, latest: int) -> int:
    """The beginning of a word at or after ``start``; ``start`` itself where there is none."""
    if start <= held.start or held.source.text[start - 1].isspace():
        return start
    found = _BLANK.search(held.source.text, start, max(min(latest, start + 40), start))
    return found.end() if found else start


def _word_end(held: Span, end: int, earliest: int) -> int:
    """The end of a word at or before ``end``; ``end`` itself where there is none."""
    if end >= held.end or held.source.text[end].isspace():
        return end
    back = held.source.text[max(earliest, end - 40) : end]
    cut = max(back.rfind(" "), back.rfind("\n"))
    return end - len(back) + cut if cut >= 0 else end


def _lines(span: Span) -> Span:
    """The stretch around a span up to an empty line on either side, as far as it can be shown."""
    source = span.source
    start, end = max(span.start - 2 * BEFORE, 0), min(span.end + 2 * AFTER, len(source.text))
    above = [found.end() for found in _PARAGRAPH_END.finditer(source.text, start, span.start)]
    below = _PARAGRAPH_END.search(source.text, span.end, end)
    return Span(source, above[-1] if above else start, below.start() if below else end)


class Counterparts:
    """Where the counterpart of a place stands in the other version of one alignment."""

    def __init__(self, alignment: Alignment, passages: dict[str, Passages]) -> None:
        self.langs = alignment.left.lang, alignment.right.lang
        self.passages = passages
        self.groups: dict[tuple[str, str], Group] = {}
        for group in alignment.groups:
            for lang, side in zip(self.langs, (group.left, group.right), strict=True):
                for note in side:
                    self.groups[lang, note.note_id] = group
        self.entries: dict[tuple[str, str], Entry] = {}
        for pair in alignment.entries:
            if pair.left is not None and pair.right is not None:
                self.entries[self.langs[0], pair.left.entry_id] = pair.right
                self.entries[self.langs[1], pair.right.entry_id] = pair.left

    def of(self, place: Place) -> list[tuple[Place, tuple[Block, ...]]]:
        """The notes or the entry that stand against a place; for the running text, those that are called next to it."""
        if place.lang not in self.langs:
            return []
        lang = place.lang
        other = self.langs[1 - self.langs.index(lang)]
        passages = self.passages[other]
        if place.entry_id is not None:
            twin = self.entries.get((lang, place.entry_id))
            return [] if twin is None else [(Place.of(twin, other), passages.of_entry(twin))]
        note_id = place.note_id
        if note_id is None:
            call = self.passages[lang].near(place.span)
            note_id = call.note_id if call is not None else None
        group = self.groups.get((lang, note_id or ""))
        if group is None:
            return []
        notes: tuple[Note, ...] = group.right if other == self.langs[1] else group.left
        return [(Place.of(note, other), passages.of_note(note)) for note in notes]
