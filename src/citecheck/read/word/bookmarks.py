"""Cross-references to notes: which note a bookmark of a Word document is around (ECMA-376 part 1, 17.13.6 and 17.16.5.40)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.model.layout import NOTE_REFERENCE, ManagedField
from citecheck.read.elements import attribute, name
from citecheck.read.word.calls import NOTE_ID, Called

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["bookmarked_notes", "with_targets"]

MARKS = frozenset(("footnoteReference", "endnoteReference"))


def bookmarked_notes(root: _Element) -> Mapping[str, str]:
    """The ``note_id`` of the first mark within each bookmark of a part whose marks have theirs."""
    open_names: dict[str, str] = {}
    notes: dict[str, str] = {}
    for one in root.iter("{*}bookmarkStart", "{*}bookmarkEnd", *(f"{{*}}{mark}" for mark in MARKS)):
        key = attribute(one, "id") or ""
        match name(one):
            case "bookmarkStart":
                open_names[key] = attribute(one, "name") or ""
            case "bookmarkEnd":
                open_names.pop(key, None)
            case _ if (note_id := one.get(NOTE_ID)) is not None:
                for bookmark in open_names.values():
                    notes.setdefault(bookmark, note_id)
    return notes


def with_targets(
    fields: Iterable[ManagedField], notes: Mapping[str, str], called: Sequence[Called]
) -> tuple[ManagedField, ...]:
    """The fields, where those that refer to a note by its bookmark have the number that is printed for it; nothing where the
    bookmark is around no note."""
    printed = {one.note_id: one.printed for one in called}
    return tuple(
        replace(one, written=printed.get(notes.get(one.written, ""), "")) if one.manager == NOTE_REFERENCE else one
        for one in fields
    )
