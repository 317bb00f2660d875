"""How well a document was read and resolved: its citations, notes and entries counted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from citecheck.model.citations import Resolved, Status
from citecheck.model.document import Document, Note
from citecheck.model.reading import PartOf, Reading, Scheme, Tally
from citecheck.model.reference import CitationKind

__all__ = ["judge_reading"]

LOOKS_LIKE_SOURCE = re.compile(
    r"(?=.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d))(?=.*(?:[*_][^\s*_][^*_]{3,300}[*_]|[«“„\"‘]\s?[^\s«»“”\"]))", re.DOTALL
)
"""A year, and a title in italics or in quotation marks."""
LOOKED_AT = 1000
"""Characters of a note that are looked at."""
FOUND = (Status.ENTRY, Status.NOTE, Status.AMBIGUOUS, Status.RETITLED)
UNRESOLVABLE = (CitationKind.LINK, CitationKind.LAW, CitationKind.FULL)
"""Kinds that stand for themselves."""
FAR_BEHIND = 10
"""The number of the first note from which on others must have come before."""
FIRST_NOTES = 20
"""Notes in which a whole work would not go back to what it has not given yet."""
REPEATS = 3
"""Sources that must be repeated there before they were given."""
HABITUAL = 3
"""Citations of a kind that make it a way of citing."""


def judge_reading(document: Document, resolved: Sequence[Resolved]) -> Reading:
    """How a document with these resolved citations was read."""
    kinds: defaultdict[CitationKind, list[bool]] = defaultdict(list)
    for one in resolved:
        if one.citation.kind not in UNRESOLVABLE:
            kinds[one.citation.kind].append(one.status in FOUND)
    notes = Counter(map(_sort, document.notes))
    called = {marker.note_id for marker in document.markers}
    entries = [reference for entry in document.entries for reference in entry.references]
    entries_unread = sum(not entry.references for entry in document.entries)
    known = [(bool(one.authors), one.year is not None, one.title is not None) for one in entries]
    return Reading(
        called=Tally(len(document.notes), sum(note.note_id in called for note in document.notes)),
        citing=notes["citing"],
        commentary=notes["commentary"],
        unread=notes["unread"],
        citations=tuple((kind.value, Tally(len(good), sum(good))) for kind, good in sorted(kinds.items())),
        authored=_tally((author for author, _, _ in known), entries_unread),
        dated=_tally((date for _, date, _ in known), entries_unread),
        titled=_tally((title for _, _, title in known), entries_unread),
        complete=_tally(map(all, known), entries_unread),
        scheme=_scheme(resolved),
        part_of=_part_of(document, resolved),
    )


def _tally(known: Iterator[bool], unread: int) -> Tally:
    values = list(known)
    return Tally(len(values) + unread, sum(values))


def _sort(note: Note) -> str:
    if note.citations:
        return "citing"
    return "unread" if LOOKS_LIKE_SOURCE.match(note.body.text[:LOOKED_AT]) else "commentary"


def _scheme(resolved: Sequence[Resolved]) -> Scheme:
    """The way of citing that most citations show; an Ibid shows none."""
    counted = Counter(scheme for one in resolved if (scheme := _shows(one)) is not Scheme.NONE)
    if not counted:
        return Scheme.NONE
    scheme, count = counted.most_common(1)[0]
    return scheme if count >= HABITUAL else Scheme.NONE


def _shows(one: Resolved) -> Scheme:
    match one.citation.kind, one.note is not None:
        case CitationKind.SHORT | CitationKind.TITLE, True:
            return Scheme.SHORT_NOTES
        case CitationKind.SHORT, False:
            return Scheme.BRACKETS
        case CitationKind.FULL, True:
            return Scheme.FULL_NOTES
        case CitationKind.NUMBER, _:
            return Scheme.NUMBERS
        case CitationKind.KEY, _:
            return Scheme.KEYS
    return Scheme.NONE


def _part_of(document: Document, resolved: Sequence[Resolved]) -> PartOf | None:
    """Why the document is taken for a part of a longer work."""
    numbers = [int(note.label) for note in document.notes if note.label.isdecimal()]
    ascending = sum(one < other for one, other in zip(numbers, numbers[1:], strict=False))
    if numbers and min(numbers) >= FAR_BEHIND and len(numbers) > 1 and ascending * 10 >= 9 * (len(numbers) - 1):
        return PartOf.NUMBERS
    first = {id(note) for note in document.notes[:FIRST_NOTES]}
    lost = {
        (one.citation.authors, one.citation.title)
        for one in resolved
        if one.note is not None
        and id(one.note) in first
        and one.citation.kind is CitationKind.OP_CIT
        and one.status in (Status.NO_ANTECEDENT, Status.MISSING)
    }
    return PartOf.ANTECEDENTS if len(lost) >= REPEATS and not document.entries else None
