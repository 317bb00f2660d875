"""Notes that Markdown has no form for: ``[1]`` in the text, ``[1] Doe, 2020`` below it, and their kin.

A bracket with a number may be many things. It is a note's call only where the whole document says so: the numbers below
the text count up, those in the text count up too, and each stands in the text before its note does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from citecheck.model.source import Span
from citecheck.parse.forms.notes import Way, note_ways

SLIPS = 0.1
"""The share of numbers that may be out of order: slips are what an audit is for."""
DENSE = 0.7
"""The share of numbers that must be no greater than there are notes, or nearly."""


class Handwritten(Struct, frozen=True):
    """The forms in which the notes of a document begin and are called; None where those that need no agreement are used."""

    note: Way | None = None
    call: Way | None = None


class Passage(Struct, frozen=True):
    """A block with what the headings above it say of it: ``noted`` below "Notes", ``listed`` in a bibliography."""

    span: Span
    noted: bool
    listed: bool


def handwritten(passages: Sequence[Passage]) -> Handwritten:
    """The way in which a document writes its notes."""
    written = _written(passages)
    if written is None:
        return Handwritten()
    way, starts = written
    # The notes of a list or a table are read from it, not from their lines.
    note = way if way.begins_lines else None
    numbers = {number for number, _ in starts}
    usual = {number for passage in passages for number in _usual(passage.span)}
    if len(usual & numbers) * 2 >= len(numbers):
        return Handwritten(note)
    for call in note_ways().by_agreement:
        if _may_call(call, way, passages) and _agree(starts, _calls_beside(starts, passages, call)):
            return Handwritten(note, call)
    return Handwritten()


Numbers = list[tuple[int, tuple[int, int]]]
"""Numbers with their places: the file and the offset of the bracket."""


def _may_call(way: Way, written: Way, passages: Sequence[Passage]) -> bool:
    """Whether a form may call the notes that are ``written`` in another or the same: its numbers cite no entries, and are
    notes' at all."""
    if way.call is None or (way.below_heading and not written.below_heading):
        return False
    return not (way.numbers_entries and any(_numbers_entries(passage) for passage in passages))


def _numbers_entries(passage: Passage) -> bool:
    """Whether a passage begins as a numbered entry."""
    ways = note_ways().by_agreement if passage.listed else ()
    return any(way.numbers_entries and way.note and way.note.match(passage.span.text) for way in ways)


def _calls_beside(starts: Numbers, passages: Sequence[Passage], way: Way) -> Numbers:
    """The numbers that a form calls outside bibliographies, without those that begin notes."""
    places = {place for _, place in starts}
    called = (each for passage in passages if not passage.listed for each in _called(passage.span, way))
    return [(number, place) for number, place in called if place not in places]


def _written(passages: Sequence[Passage]) -> tuple[Way, Numbers] | None:
    """The form in which most notes begin, and their numbers; None where none of the forms counts up."""
    ways = note_ways()
    found: dict[str, Numbers] = {way.name: [] for way in ways.by_agreement if way.note}
    for way, match in _beginnings(passages):
        place = (id(match.string), match.start("label"))
        found[way.name].append((int(match.group("number")), place))
    name, numbers = max(found.items(), key=lambda pair: len(pair[1]))
    way = ways.by_name[name]
    counted = len(numbers) >= (1 if way.proves_calls else 2) and _counts(number for number, _ in numbers)
    return (way, numbers) if counted else None


def _beginnings(passages: Sequence[Passage]) -> Iterator[tuple[Way, re.Match[str]]]:
    """The beginnings of lines that may be those of notes, outside bibliographies."""
    ways = note_ways()
    for passage in passages:
        text = passage.span.source.text
        for at in _lines(passage.span) if not passage.listed else ():
            branch = ways.agreed.match(text, at, passage.span.end)
            if branch is None:
                continue
            way = ways.by_name[branch.lastgroup]
            match = way.note and way.note.match(text, at, passage.span.end)
            if match and (passage.noted or not way.below_heading) and way.is_called(match):
                yield way, match


def _lines(span: Span) -> Iterator[int]:
    at = span.start
    while at != -1 and at < span.end:
        yield at
        at = span.source.text.find("\n", at, span.end)
        at += at != -1


def _counts(numbers: Iterable[int]) -> bool:
    """Whether numbers count up from 1, perhaps anew in each chapter, with few slips."""
    labels = list(numbers)
    seen: set[int] = set()
    slips = reached = 0
    for label, following in pairwise([*labels, 0]):
        if label == 1 and following in (0, 2):
            seen, reached = set(), 0
        slips += label in seen or label < reached
        seen.add(label)
        reached = label
    dense = sum(label <= len(labels) + 2 for label in labels)
    return (
        min(labels[:3], default=9) <= 3
        and slips <= max(1 + (len(labels) > 5), SLIPS * len(labels))
        and dense >= min(DENSE * len(labels), len(labels) - 1)
    )


def _usual(span: Span) -> Iterator[int]:
    """The numbers that are called in forms that need no agreement."""
    for _, match in note_ways().matches(span.source.text, span.start, span.end):
        yield from _numbers(match)


def _called(span: Span, way: Way) -> Iterator[tuple[int, tuple[int, int]]]:
    """The numbers that a form calls, with their places."""
    text = span.source.text
    matches = way.call.finditer(text, span.start, span.end) if way.call else ()
    for match in (match for match in matches if way.labels(match)):
        yield from ((number, (id(text), match.start())) for number in _numbers(match))


def _numbers(match: re.Match[str]) -> Iterator[int]:
    """The numbers of a call, where its form has parts for them."""
    parts = match.groupdict()
    return map(int, re.findall(r"\d+", parts.get("numbers") or parts.get("number") or ""))


def _agree(starts: Numbers, called: Numbers) -> bool:
    """Whether the numbers in the text count up and stand before the notes that bear them."""
    first: dict[int, int] = {}
    for number, (_, at) in called:
        first.setdefault(number, at)
    noted = {number for number, _ in starts}
    both = noted & first.keys()
    if len(both) < 2 or len(both) * 2 < len(noted):
        return False
    ahead = sum(number in both and first[number] < at for number, (_, at) in starts)
    return ahead * 5 >= 4 * len(both) and _counts(number for number, _ in called)
