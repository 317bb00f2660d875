"""Calls: where the running text calls notes, by all the forms of ``forms/notes``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from citecheck.model.document import Unreadable
from citecheck.model.source import Span
from citecheck.parse.forms.notes import Called, Way, note_ways
from citecheck.parse.structure import Call, Definition

__all__ = ["Calls", "find_calls", "first_called", "labels_called", "without_calls"]


class Calls(Struct, frozen=True):
    """What a stretch of text calls: the calls, the notes that some of them hold, and those that cannot be read."""

    calls: tuple[Call, ...]
    definitions: tuple[Definition, ...]
    unreadable: tuple[Unreadable, ...]


def find_calls(span: Span, section: int, piece: int, agreed: Way | None) -> Calls:
    """The calls of a piece of text, in order. ``agreed`` is the form that the document has agreed upon, besides those that
    need no agreement."""
    text = span.text
    holding = note_ways().holding(text)
    held = [(way, called) for way, called in holding if called.body is not None]
    read = [*_outside(text, [called for _, called in held]), *_by_agreement(text, agreed), *held]
    calls = [_call(span, section, piece, way, called) for way, called in read]
    return Calls(
        tuple(sorted(calls, key=lambda call: call.span.start)),
        tuple(call.definition for call in calls if call.definition is not None),
        tuple(
            Unreadable(span.part(called.start, called.end), called.unreadable)
            for _, called in holding
            if called.body is None
        ),
    )


def _call(span: Span, section: int, piece: int, way: Way, called: Called) -> Call:
    """A call in the text of ``span``, with the note that it holds."""
    place = span.part(called.start, called.end)
    note = None
    if called.body is not None:
        sign, body = span.part(called.start, called.body[0]), span.part(*called.body)
        note = Definition(place, sign, body, way.numbering, called.label, section, way.name)
    return Call(place, way.numbering, called.label, section, piece, note, way.name)


def _outside(text: str, held: Sequence[Called]) -> Iterator[tuple[Way, Called]]:
    """The calls outside the notes that other calls hold."""
    begins = [called.start for called in held]
    # Such notes may lie within each other: the furthest end of those that begin earlier decides.
    ends = list(accumulate((called.end for called in held), max))
    for way, match in note_ways().matches(text, 0, len(text)):
        earlier = bisect_right(begins, match.start())
        if (not earlier or match.start() >= ends[earlier - 1]) and not way.is_other(match):
            for called in way.labels(match):
                yield way, called


def _by_agreement(text: str, agreed: Way | None) -> list[tuple[Way, Called]]:
    """The calls of the form that the document has agreed upon."""
    return [(agreed, called) for called in agreed.calls_in(text)] if agreed else []


def labels_called(text: str, agreed: Way | None) -> Iterator[Called]:
    """Whatever a text may call, powers included: a note right below it proves that it does."""
    for way, match in note_ways().matches(text, 0, len(text)):
        yield from way.labels(match)
    yield from agreed.calls_in(text) if agreed else ()


def first_called(text: str, agreed: Way | None) -> dict[str, int]:
    """Where what a text may call is called first, by label."""
    first: dict[str, int] = {}
    for called in labels_called(text, agreed):
        first[called.label] = min(called.end, first.get(called.label, called.end))
    return first


def without_calls(text: str) -> str:
    """The text without the calls that need no agreement of the document."""
    return note_ways().call.sub("", text)
