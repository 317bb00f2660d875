"""Lost notes: what calls notes in a text of which no note was read, so that the audit says so instead of nothing."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.model.document import NoteForm, Unreadable
from citecheck.model.source import Span
from citecheck.parse.forms.notes import note_ways
from citecheck.parse.structure import Structure


def lost_notes(structure: Structure, parts: Sequence[Span]) -> tuple[Unreadable, ...]:
    """The first place of the text that calls a note, where no note was read."""
    if structure.definitions:
        return ()
    place = _called(structure) or _traced(parts, bool(structure.entries))
    return (Unreadable(place, "notes-unread"),) if place else ()


def untold(parts: Sequence[Span]) -> tuple[Unreadable, ...]:
    """What the readers of documents could not know of them."""
    sources = dict.fromkeys(part.source for part in parts)
    return tuple(
        Unreadable(Span(source, offset, offset), key)
        for source in sources
        for offset, key in (*((0, remark) for remark in source.remarks), *source.lost)
    )


def _called(structure: Structure) -> Span | None:
    """The first call. One raised number may be a power; those that count up are none."""
    count_up = {"1", "2"} <= {call.label for call in structure.calls}
    return next((call.span for call in structure.calls if count_up or call.form is NoteForm.LABEL), None)


def _traced(parts: Sequence[Span], entries: bool) -> Span | None:
    """The first trace of a call in the text, the surest first."""
    for pattern in note_ways().traces(entries):
        for part in parts:
            match = pattern.search(part.text)
            if match is not None:
                return part.part(*match.span())
    return None
