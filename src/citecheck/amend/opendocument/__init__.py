"""Corrections as tracked changes of an OpenDocument text (ISO/IEC 26300-1, 5.5): in the text and in its notes.

Only the part with the text is changed; all others keep their bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from citecheck.amend.opendocument.links import with_links
from citecheck.amend.opendocument.tracking import Tracking, in_insertions, is_open
from citecheck.amend.places import Places
from citecheck.amend.spots import Change, Key, changes, impossible
from citecheck.model.finding import Edit
from citecheck.model.layout import Block, Layout, Words
from citecheck.model.source import Source
from citecheck.patch.archive import patched, xml_bytes
from citecheck.read.documents import with_told_language
from citecheck.read.opendocument import CONTENT, traced
from citecheck.read.opendocument.comments import KEY
from citecheck.read.opendocument.traces import Kind, Piece, Traces
from citecheck.read.projection import stretches

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "TRACKED", "Document", "opened"]

ENDINGS = (".odt", ".ott", ".fodt")
TRACKED = True
MARKUP = "markup"
FIELD = "field"
CHANGE = "change"


def opened(path: str, read: Callable[[str], bytes]) -> Document:
    """The document at ``path``. Raises InputError where it cannot be read."""
    return Document(path, read(path))


class Document:
    """An OpenDocument text to be corrected."""

    TRACKED = True

    def __init__(self, path: str, raw: bytes) -> None:
        self.path = path
        self.raw = raw

    @cached_property
    def _read(self) -> tuple[Traces, Places, dict[Key, list[tuple[int, int]]], frozenset[tuple[_Element, bool]]]:
        """Where the words stand, which of them reference managers print, and what stands in insertions."""
        layout, traces, root = traced(self.path, self.raw)
        return traces, Places(stretches(with_told_language(layout))), _managed(layout), in_insertions(root)

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made; empty where it can."""
        traces, places, managed, inserted = self._read
        made = changes(edit, places.spot)
        if made is None:
            return MARKUP
        for one in made:
            start, end = (one.start, one.end) if one.start < one.end else (one.start - 1, one.start + 1)
            if any(begin < end and start < over for begin, over in managed.get(one.key, ())):
                return FIELD
            touched = _touched(traces, one)
            if not all(map(is_open, touched)):
                return FIELD
            if any((piece.element, piece.kind is not Kind.TEXT) in inserted for piece in touched):
                # Where a deletion lies in an insertion, programs take back a part of it only.
                return CHANGE
        return ""

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        raise NotImplementedError

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        """The document with the edits as tracked changes."""
        # What is tracked changes the elements: each time they are read anew.
        layout, traces, root = traced(self.path, self.raw)
        places = Places(stretches(with_told_language(layout)))
        tracking = Tracking(root, self.path, day)
        wanted: list[Change] = []
        for edit in edits:
            made = changes(edit, places.spot)
            if made is None:
                raise impossible(self.path)
            wanted += made
        settled = with_links(wanted, traces.pieces)
        for one, link in sorted(settled, key=lambda one: (one[0].start, one[0].end), reverse=True):
            tracking.change(traces.pieces.get(one.key, []), one, link)
        tracking.list_changes()
        for annotation in root.iter("{*}annotation"):
            annotation.attrib.pop(KEY, "")
        return patched(self.raw, {CONTENT: xml_bytes(root)}) if self.raw.startswith(b"PK") else xml_bytes(root)


def _touched(traces: Traces, change: Change) -> list[Piece]:
    """The pieces of a paragraph that a change takes something from, or stands in."""
    pieces = [one for one in traces.pieces.get(change.key, []) if one.length]
    if change.start < change.end:
        return [one for one in pieces if one.at < change.end and change.start < one.at + one.length]
    at = change.start if change.behind else change.start - 1
    return [one for one in pieces if one.at <= at < one.at + one.length]


def _managed(layout: Layout) -> dict[Key, list[tuple[int, int]]]:
    """What of each paragraph reference managers print."""
    blocks: list[Block] = [*layout.blocks, *(block for note in layout.notes for block in note.blocks)]
    found: dict[Key, list[tuple[int, int]]] = {}
    for block in blocks:
        for one in block.inlines:
            if isinstance(one, Words) and one.field is not None:
                found.setdefault((block.part, block.paragraph), []).append((one.at, one.at + len(one.text)))
    return found
