"""Passages: what a version's text says around the markers of its notes, and where a note would stand that it has not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from citecheck.model.alignment import Alignment, Shape
from citecheck.model.citations import Citations
from citecheck.model.document import Marker, Note, Paragraph
from citecheck.model.source import Span
from citecheck.model.table import Passage, Table, one_line
from citecheck.reconcile.paragraphs import Block, pairings

__all__ = ["Passages", "opposites", "with_opposites"]

BEFORE, AFTER = 320, 70
"""How many characters of the passage are shown before a note's marker and after it."""

NEAR = 40
"""How many markers on either side can stand in the passage that is shown."""


REACH = 120
"""How far from its likely place in the other version a note is moved to the end of a sentence, in characters."""

SENTENCE = re.compile(r"([.!?…][»”\"']?(?:\[\w/]{1,9}\])?)(?=\s|$)")
"""The end of a sentence, with the calls behind it."""


class Passages:
    """The passages of one version."""

    def __init__(self, version: Citations) -> None:
        document = version.document
        self.paragraphs: dict[int, Paragraph] = {one.index: one for one in document.paragraphs}
        self.markers: dict[str, Marker] = {}
        self.calls: dict[int, list[Marker]] = {}
        self.ordinal: dict[str, int] = {}
        for marker in document.markers:
            self.markers.setdefault(marker.note_id, marker)
            calls = self.calls.setdefault(marker.paragraph, [])
            self.ordinal.setdefault(marker.note_id, len(calls))
            calls.append(marker)
        self.sparse = document.sparse

    def of(self, note: Note) -> Passage | None:
        """The text around the marker: back to the marker before it, which is what the note covers, or a sentence or
        two."""
        marker = self.markers.get(note.note_id)
        paragraph = self.paragraphs.get(marker.paragraph) if marker is not None else None
        if self.sparse or marker is None or paragraph is None:
            return None
        at = next((index for index, piece in enumerate(paragraph.pieces) if piece.holds(marker.span)), None)
        if at is None:
            return None
        here = paragraph.pieces[at]
        calls = self.calls[marker.paragraph]
        place = self.ordinal[note.note_id]
        near = calls[max(place - NEAR, 0) : place + NEAR]
        # A paragraph may be a whole book on one line: only what can be shown of it is looked at.
        before = [
            Span(one.source, max(one.start, one.end - 3 * BEFORE), one.end)
            for one in (*paragraph.pieces[max(at - 1, 0) : at], Span(here.source, here.start, marker.span.start))
        ]
        after = [
            Span(one.source, one.start, min(one.end, one.start + 3 * AFTER))
            for one in (Span(here.source, marker.span.end, here.end), *paragraph.pieces[at + 1 : at + 2])
        ]
        shown = _tail(_without_calls(before, near), BEFORE)
        last = shown.rfind(f"[{calls[place - 1].number}]") if place else -1
        cut = last + len(calls[place - 1].number) + 2 if last >= 0 else 0
        return Passage(shown[:cut], shown[cut:], _head(_without_calls(after, near), AFTER))

    def whole(self, paragraphs: Iterable[Paragraph]) -> str:
        """The text of whole paragraphs, with the markers in it as ``[12]``."""
        texts = [_without_calls(one.pieces, self.calls.get(one.index, ())) for one in paragraphs]
        return " ".join(text.strip() for text in texts)


def with_opposites(table: Table, alignment: Alignment) -> Table:
    """The table with what the other version says where a note without counterpart would stand."""
    found = opposites(alignment)
    if not found:
        return table
    rows = []
    for row in table.rows:
        notes = [(lang, note.note_id) for at, lang in enumerate(table.langs) for note in row.side(at)]
        opposite = next((found[note] for note in notes if note in found), None) if row.shape is Shape.ONLY else None
        rows.append(row if opposite is None else replace(row, opposite=opposite))
    return replace(table, rows=tuple(rows))


def opposites(alignment: Alignment) -> Mapping[tuple[str, str], Passage]:
    """For each note without counterpart, by its language and ``note_id``: what the other version says where it would
    stand."""
    lone = {
        (version.lang, note.note_id)
        for group in alignment.groups
        if group.shape is Shape.ONLY
        for version, side in ((alignment.left, group.left), (alignment.right, group.right))
        for note in side
    }
    if not lone:
        return {}
    versions = alignment.left, alignment.right
    sides = [Passages(version) for version in versions]
    found: dict[tuple[str, str], Passage] = {}
    for pairing in pairings(alignment):
        for at, version in enumerate(versions):
            other = _paragraphs(pairing[1 - at])
            shares = dict(_shares(pairing[at], sides[at], {note for lang, note in lone if lang == version.lang}))
            text = sides[1 - at].whole(other) if shares and other and not sides[1 - at].sparse else ""
            for note, share in shares.items() if text else ():
                found[version.lang, note] = _around(text, share)
    return found


def _shares(blocks: Sequence[Block], side: Passages, notes: Collection[str]) -> Iterator[tuple[str, float]]:
    """The notes that are called in some blocks, each with the share of the text that stands before its marker."""
    passed, length = 0, sum(block.length for block in blocks)
    for block in blocks:
        for marker in side.calls.get(block.paragraph.index, ()) if block.paragraph is not None else ():
            if marker.note_id in notes:
                yield marker.note_id, (passed + marker.offset) / max(length, 1)
        passed += block.length


def _paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    return [block.paragraph for block in blocks if block.paragraph is not None]


def _around(text: str, share: float) -> Passage:
    """What stands around a place of a text, which is a share of its length: behind the sentence that ends next to it, else
    behind a word."""
    at = round(len(text) * min(share, 1.0))
    ends = [end.end(1) for end in SENTENCE.finditer(text, max(at - REACH, 0), at + REACH)]
    if ends:
        at = min(ends, key=lambda end: abs(end - at))
    else:
        blank = text.find(" ", at)
        at = blank if blank >= 0 else len(text)
    return Passage("", _tail(text[:at], BEFORE), _head(text[at:], BEFORE))


def _without_calls(spans: Iterable[Span], calls: Sequence[Marker]) -> str:
    """The text of spans with the markers in it as ``[12]``, whatever the source writes."""
    parts = []
    for span in spans:
        at = span.start
        for call in calls:
            if span.touches(call.span) and call.span.start >= at:
                parts += [span.source.text[at : call.span.start], f"[{call.number}]"]
                at = call.span.end
            elif span.touches(call.span):
                at = max(at, call.span.end)
        parts += [span.source.text[at : span.end], " "]
    text = "".join(parts)
    # What follows a marker right away and what follows it after a space must not look the same.
    return (" " if text[:1].isspace() and text.strip() else "") + one_line(text)


def _tail(text: str, longest: int) -> str:
    """The last words of a text."""
    text = text.lstrip()
    if len(text) <= longest:
        return text
    kept = text[-longest:]
    return "… " + (kept.partition(" ")[2] or kept)


def _head(text: str, longest: int) -> str:
    """The first words of a text."""
    text = text.rstrip()
    if len(text) <= longest:
        return text
    kept = text[:longest]
    return (kept.rpartition(" ")[0] or kept) + " …"
