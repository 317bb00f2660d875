"""Corrections as tracked changes of an OpenDocument text (ISO/IEC 26300-1, 5.5): in the text and in its notes.

Only the part with the text is changed; all others keep their bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from citecheck.amend.links import with_links
from citecheck.amend.opendocument.links import leads_to, link_of, text_of
from citecheck.amend.opendocument.tracking import Tracking, in_insertions, is_open
from citecheck.amend.places import Places
from citecheck.amend.reasons import CHANGE, FIELD, MARKUP
from citecheck.amend.spots import Key, changes
from citecheck.amend.tracked import TrackedDocument, touched
from citecheck.model.finding import Edit
from citecheck.model.layout import Block, Layout, Words
from citecheck.patch.archive import patched, xml_bytes
from citecheck.read.documents import with_told_language
from citecheck.read.opendocument import CONTENT, traced
from citecheck.read.opendocument.comments import KEY
from citecheck.read.opendocument.traces import Kind, Traces
from citecheck.read.projection import stretches

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "TRACKED", "Document", "opened"]

ENDINGS = (".odt", ".ott", ".fodt")
TRACKED = True


def opened(path: str, read: Callable[[str], bytes]) -> Document:
    """The document at ``path``. Raises InputError where it cannot be read."""
    return Document(path, read(path))


class Document(TrackedDocument):
    """An OpenDocument text to be corrected."""

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
            held = touched(traces.pieces.get(one.key, ()), one)
            if not all(map(is_open, held)):
                return FIELD
            if any((piece.element, piece.kind is not Kind.TEXT) in inserted for piece in held):
                # Where a deletion lies in an insertion, programs take back a part of it only.
                return CHANGE
        return ""

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        """The document with the edits as tracked changes."""
        # What is tracked changes the elements: each time they are read anew.
        layout, traces, root = traced(self.path, self.raw)
        places = Places(stretches(with_told_language(layout)))
        tracking = Tracking(root, self.path, day)
        wanted = self.changes(edits, places.spot)
        settled = with_links(wanted, traces.pieces, link_of, text_of, lambda _, link, text: leads_to(link, text))
        for one, link in sorted(settled, key=lambda one: (one[0].start, one[0].end), reverse=True):
            tracking.change(traces.pieces.get(one.key, []), one, link)
        tracking.list_changes()
        for annotation in root.iter("{*}annotation"):
            annotation.attrib.pop(KEY, "")
        return patched(self.raw, {CONTENT: xml_bytes(root)}) if self.raw.startswith(b"PK") else xml_bytes(root)


def _managed(layout: Layout) -> dict[Key, list[tuple[int, int]]]:
    """What of each paragraph reference managers print."""
    blocks: list[Block] = [*layout.blocks, *(block for note in layout.notes for block in note.blocks)]
    found: dict[Key, list[tuple[int, int]]] = {}
    for block in blocks:
        for one in block.inlines:
            if isinstance(one, Words) and one.field is not None:
                found.setdefault((block.part, block.paragraph), []).append((one.at, one.at + len(one.text)))
    return found
