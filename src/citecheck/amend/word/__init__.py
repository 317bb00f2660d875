"""Corrections as tracked changes of a Word document (ECMA-376 part 1, 17.13.5): in the text and in its notes.

Only the parts that hold the words are changed; all others keep their bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from citecheck.amend.places import Places
from citecheck.amend.spots import Change, Key, changes, impossible
from citecheck.amend.word.fields import printed_by_fields
from citecheck.amend.word.links import Links, printed_link, whole_address
from citecheck.amend.word.tracking import Tracking
from citecheck.model.finding import Edit
from citecheck.model.source import Source
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
MARKUP = "markup"
FIELD = "field"
BOX = "box"


def opened(path: str, read: Callable[[str], bytes]) -> Document:
    """The document at ``path``. Raises InputError where it cannot be read."""
    return Document(path, read(path))


class Document:
    """A Word document to be corrected."""

    TRACKED = True

    def __init__(self, path: str, raw: bytes) -> None:
        self.path = path
        self.raw = raw

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
        touched = [piece.element for one in made for piece in _touched(traces, one)]
        if any(one in fielded for one in touched):
            return FIELD
        if any(name(above) in APART for one in touched for above in one.iterancestors()):
            return BOX
        return ""

    def rewritten(self, edits: Sequence[Edit]) -> tuple[tuple[Source, tuple[Edit, ...]], ...]:
        raise NotImplementedError

    def tracked(self, edits: Sequence[Edit], day: str) -> bytes:
        """The document with the edits as tracked changes."""
        # What is tracked changes the elements: each time they are read anew.
        layout, traces = traced(self.path, self.raw)
        places = Places(stretches(with_told_language(layout)))
        tracking = Tracking([root for _, root in traces.roots.values()], self.path, day)
        all_changes: list[Change] = []
        for edit in edits:
            made = changes(edit, places.spot)
            if made is None:
                raise impossible(self.path)
            all_changes += made
        links = Links(self.path, self.raw)
        runs: dict[Key, Runs] = {}
        for one, link in sorted(_with_links(all_changes, traces, links), key=lambda one: _place(one[0]), reverse=True):
            if one.key not in runs:
                runs[one.key] = Runs(traces.pieces[one.key])
            part = traces.roots[one.key[0]][0]
            tracking.change(runs[one.key], one, None if link is None else (link, links.added(part, link, one.new)))
        parts = {one.key[0] for one in all_changes}
        for _, root in traces.roots.values():
            for mark in root.iter("{*}footnoteReference", "{*}endnoteReference"):
                mark.attrib.pop(NOTE_ID, "")
        return patched(
            self.raw, {**links.parts(), **{traces.roots[part][0]: xml_bytes(traces.roots[part][1]) for part in parts}}
        )


def _place(change: Change) -> tuple[int, int]:
    return change.start, change.end


def _with_links(changes: Sequence[Change], traces: Traces, links: Links) -> Iterator[tuple[Change, _Element | None]]:
    """The changes, those of an address that a link prints and leads to as one of all its words, with the link."""
    groups: dict[tuple[Key, _Element], list[Change]] = {}
    for one in changes:
        link = printed_link(traces.pieces[one.key], one)
        if link is None:
            yield one, None
        else:
            groups.setdefault((one.key, link), []).append(one)
    for (key, link), own in groups.items():
        pieces = traces.pieces[key]
        whole = whole_address(pieces, link, own)
        text = "".join(one.element.text or "" for one in pieces if whole and whole.start <= one.at < whole.end)
        if whole is not None and links.leads_to(traces.roots[key[0]][0], link, text):
            yield whole, link
        else:
            yield from ((one, None) for one in own)


def _touched(traces: Traces, change: Change) -> list[Piece]:
    """The pieces of a paragraph that a change takes something from, or stands in."""
    pieces = [one for one in traces.pieces.get(change.key, []) if one.length]
    if change.start < change.end:
        return [one for one in pieces if one.at < change.end and change.start < one.at + one.length]
    at = change.start if change.behind else change.start - 1
    return [one for one in pieces if one.at <= at < one.at + one.length]
