"""How well a document was read and resolved: its citations, notes and entries counted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from citecheck.model.citations import Resolved, Status
from citecheck.model.document import Document, Note
from citecheck.model.reading import PartOf, Reading, Scheme, Tally
from citecheck.model.reference import CitationKind, Reference

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
    notes = Counter(map(_sort, document.notes))
    called = {marker.note_id for marker in document.markers}
    known = [_known(reference) for entry in document.entries for reference in entry.references]
    known += [(False, False, False) for entry in document.entries if not entry.references]
    authored, dated, titled = (_tally(part) for part in zip(*known, strict=True)) if known else (Tally(),) * 3
    return Reading(
        called=_tally(note.note_id in called for note in document.notes),
        citing=notes["citing"],
        commentary=notes["commentary"],
        unread=notes["unread"],
        citations=tuple(_citations(resolved)),
        authored=authored,
        dated=dated,
        titled=titled,
        complete=_tally(map(all, known)),
        scheme=_scheme(resolved),
        part_of=_part_of(document, resolved),
    )


def _known(reference: Reference) -> tuple[bool, bool, bool]:
    """Whether a reference's author, date and title are known."""
    return bool(reference.authors), reference.year is not None, reference.title is not None


def _tally(known: Iterable[bool]) -> Tally:
    values = list(known)
    return Tally(len(values), sum(values))


def _citations(resolved: Sequence[Resolved]) -> Iterator[tuple[str, Tally]]:
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for one in resolved:
        if one.citation.kind not in UNRESOLVABLE:
            kinds[one.citation.kind.value].append(one.status in FOUND)
    for kind, good in sorted(kinds.items()):
        yield kind, _tally(good)


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
    if _begins_late([int(note.label) for note in document.notes if note.label.isdecimal()]):
        return PartOf.NUMBERS
    first = {id(note) for note in document.notes[:FIRST_NOTES]}
    lost = {
        (one.citation.authors, one.citation.title)
        for one in resolved
        if id(one.note) in first and _repeats_nothing(one)
    }
    return PartOf.ANTECEDENTS if len(lost) >= REPEATS and not document.entries else None


def _begins_late(numbers: Sequence[int]) -> bool:
    """Whether numbers ascend, and from far behind 1."""
    ascending = sum(one < other for one, other in pairwise(numbers))
    return len(numbers) > 1 and min(numbers) >= FAR_BEHIND and ascending * 10 >= 9 * (len(numbers) - 1)


def _repeats_nothing(one: Resolved) -> bool:
    """Whether a citation goes back to a source that is given nowhere before it."""
    return one.citation.kind is CitationKind.OP_CIT and one.status in (Status.NO_ANTECEDENT, Status.MISSING)
