"""How a document cites, as far as its resolved citations show, and what counts as a citation there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from citecheck.model.citations import Habit, Resolved, Status
from citecheck.model.document import Document
from citecheck.model.reference import CitationKind

CLEAR = 3
"""Citations of a kind that must resolve before one that does not is judged."""
FOUND = (Status.ENTRY, Status.NOTE, Status.AMBIGUOUS)
NUMBERED = (CitationKind.NUMBER, CitationKind.KEY)


def habit_of(document: Document, resolved: Sequence[Resolved]) -> Habit:
    """How a document cites, counted."""
    noted = [one for one in resolved if one.note is not None]
    bracketed = [one for one in resolved if one.bracket is not None]
    numbers = [one for one in resolved if one.citation.kind in NUMBERED]
    numbers_found = (one for one in numbers if one.status in FOUND)
    return Habit(
        notes=len(document.notes),
        sourced_notes=len({id(one.note) for one in noted}),
        short=_count(noted),
        short_resolved=_count(noted, FOUND),
        full=_count(noted, kind=CitationKind.FULL),
        brackets=_count(bracketed),
        brackets_resolved=_count(bracketed, FOUND),
        # A range is one citation: the numbers in a wrong one would outweigh all others.
        numbers=len(set(map(_at, numbers))),
        short_misspelt=_count(noted, (Status.MISSPELT,), certain=True),
        short_misdated=_count(noted, (Status.YEAR,), certain=True),
        brackets_misspelt=_count(bracketed, (Status.MISSPELT,), certain=True),
        brackets_misdated=_count(bracketed, (Status.YEAR,), certain=True),
        numbers_resolved=len(set(map(_at, numbers_found))),
    )


def _count(
    citations: Iterable[Resolved],
    statuses: Container[Status] = frozenset(Status),
    kind: CitationKind = CitationKind.SHORT,
    certain: bool = False,
) -> int:
    """How many citations of a kind have one of these statuses, only ``certain`` ones where that is asked."""
    of_kind = (one for one in citations if one.citation.kind is kind)
    return sum(one.status in statuses and (one.certain or not certain) for one in of_kind)


def _surely_bracketed(one: Resolved) -> bool:
    return one.bracket is not None and not one.bracket.narrative and one.citation.sure


def _is_commaless(one: Resolved) -> bool:
    """Whether nothing but a space stands between the names of a citation and its year."""
    citation = one.citation
    if citation.weak:
        return True
    names, year = citation.author_span, citation.year or ""
    return names is not None and names.source.text.startswith(f" {year}", names.end) and bool(year)


def _at(one: Resolved) -> tuple[str, int]:
    return one.citation.span.source.path, one.citation.span.start


def counting(document: Document, resolved: Sequence[Resolved]) -> tuple[Resolved, ...]:
    """The citations that are some."""
    habit = habit_of(document, resolved)
    without = Counter(one.bracket.signs for one in resolved if one.bracket and one.work and _is_commaless(one))
    ways = {signs for signs, count in without.items() if count >= CLEAR}
    return tuple(one for one in resolved if _counts(one, habit, ways))


def _counts(one: Resolved, habit: Habit, ways: Container[str]) -> bool:
    """Whether a citation is one: a doubtful form only if it resolves, or if the document clearly cites that way."""
    found = one.work is not None or one.status is Status.AMBIGUOUS
    if one.citation.kind in NUMBERED:
        return found or (habit.numbers_resolved >= CLEAR and habit.numbers_resolved * 2 > habit.numbers)
    if not one.citation.weak:
        return True
    if one.bracket is not None and one.bracket.signs in ways and _surely_bracketed(one):
        # "(Doe 2020)" without a comma, or "[Doe, 2020]", is how this document cites.
        return True
    # The author is known, only the year is not: that is a citation all the same.
    return one.status is Status.YEAR or (found and one.certain)
