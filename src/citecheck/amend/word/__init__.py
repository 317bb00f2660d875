"""Corrections as tracked changes of a Word document (ECMA-376 part 1, 17.13.5): in the text and in its notes.

Only the parts that hold the words are changed; all others keep their bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from citecheck.amend.links import with_links
from citecheck.amend.places import Places
from citecheck.amend.reasons import BOX, FIELD, MARKUP
from citecheck.amend.spots import Key, changes
from citecheck.amend.tracked import TrackedDocument, touched
from citecheck.amend.word.fields import printed_by_fields
from citecheck.amend.word.links import Links, link_of
from citecheck.amend.word.tracking import Tracking
from citecheck.model.finding import Edit
from citecheck.patch.archive import patched, xml_bytes
from citecheck.patch.runs import APART, Runs
from citecheck.read.documents import with_told_language
from citecheck.read.elements import name
from citecheck.read.projection import stretches
from citecheck.read.word import traced
from citecheck.read.word.calls import NOTE_ID
from citecheck.read.word.traces import Piece, Traces

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "TRACKED", "Document", "opened"]

ENDINGS = (".docx", ".docm")
TRACKED = True


def opened(path: str, read: Callable[[str], bytes]) -> Document:
    """The document at ``path``. Raises InputError where it cannot be read."""
    return Document(path, read(path))


class Document(TrackedDocument):
    """A Word document to be corrected."""

    @cached_property
    def _read(self) -> tuple[Traces, Places, frozenset[_Element]]:
        """Where the words stand, and what fields print."""
        layout, traces = traced(self.path, self.raw)
        fielded = printed_by_fields(root for _, root in traces.roots.values())
        return traces, Places(stretches(with_told_language(layout))), fielded

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made; empty where it can."""
        traces, places, fielded = self._read
        made = changes(edit, places.spot)
        if made is None:
            return MARKUP
        held = [piece.element for one in made for piece in touched(traces.pieces.get(one.key, ()), one)]
        if any(one in fielded for one in held):
            return FIELD
        if any(name(above) in APART for one in held for above in one.iterancestors()):
            return BOX
        return ""

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        """The document with the edits as tracked changes."""
        # What is tracked changes the elements: each time they are read anew.
        layout, traces = traced(self.path, self.raw)
        places = Places(stretches(with_told_language(layout)))
        tracking = Tracking([root for _, root in traces.roots.values()], self.path, day)
        wanted = self.changes(edits, places.spot)
        links = Links(self.path, self.raw)
        runs: dict[Key, Runs] = {}

        def leads_to(key: Key, link: _Element, text: str) -> bool:
            return links.leads_to(traces.roots[key[0]][0], link, text)

        settled = with_links(wanted, traces.pieces, link_of, _text, leads_to)
        for one, link in sorted(settled, key=lambda one: (one[0].start, one[0].end), reverse=True):
            if one.key not in runs:
                runs[one.key] = Runs(traces.pieces[one.key])
            part = traces.roots[one.key[0]][0]
            tracking.change(runs[one.key], one, None if link is None else (link, links.added(part, link, one.new)))
        parts = {one.key[0] for one in wanted}
        for _, root in traces.roots.values():
            for mark in root.iter("{*}footnoteReference", "{*}endnoteReference"):
                mark.attrib.pop(NOTE_ID, "")
        return patched(
            self.raw, {**links.parts(), **{traces.roots[part][0]: xml_bytes(traces.roots[part][1]) for part in parts}}
        )


def _text(piece: Piece) -> str | None:
    """What a piece prints; None for what is no text."""
    return piece.element.text or "" if name(piece.element) == "t" else None
