"""What comes nearest to a source that is missing: an error says what speaks for it."""

from __future__ import annotations

from msgspec import Struct
from citecheck.checks.subjects import work_name
from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Resolved, Work
from citecheck.model.phrase import Phrase
from citecheck.model.reference import CitationKind

__all__ = ["Nearest", "nearest"]

NEAR_NAME, NEAR_KEY = 75, 70
"""How alike, in percent, two names or keys must be for one to be taken for the other by a reader."""


class Nearest(Struct, frozen=True):
    """What comes nearest, in words, and whether the cited name stands in the bibliography, though not as an author that was
    read."""

    said: Phrase
    printed: bool = False


def nearest(x: Citations, one: Resolved) -> Nearest:
    """What comes nearest to what a citation cites."""
    citation = one.origin.citation
    match citation.kind:
        case CitationKind.NUMBER:
            return Nearest(_last_number(x))
        case CitationKind.KEY:
            return Nearest(_nearest_key(x, citation.target or ""))
    name = fold(citation.authors[0].family) if citation.authors else ""
    return Nearest(_nearest_work(x, name, citation.year), _is_printed(x, name))


def _last_number(x: Citations) -> Phrase:
    """The largest number of an entry."""
    numbers = [int(entry.number) for entry in x.document.entries if entry.number]
    return Phrase.of("last-entry", number=str(max(numbers))) if numbers else Phrase.of("no-entry-near")


def _nearest_key(x: Citations, key: str) -> Phrase:
    from rapidfuzz import fuzz, process  # Most documents miss nothing.

    found = process.extractOne(
        key.casefold(), {entry.entry_id: entry.entry_id.casefold() for entry in x.document.entries}, scorer=fuzz.ratio
    )
    return _said(f"@{found[2]}" if found is not None and found[1] >= NEAR_KEY else None)


def _nearest_work(x: Citations, name: str, year: str | None) -> Phrase:
    """The work whose first author has the likest name; of several the one of the nearest year."""
    from rapidfuzz import fuzz, process

    known = {at: fold(work.reference.authors[0].family) for at, work in enumerate(x.works) if work.reference.authors}
    found = process.extract(name, known, scorer=fuzz.ratio, score_cutoff=NEAR_NAME, limit=5) if name else []
    if not found:
        return _said(None)
    alike = [x.works[at] for _, likeness, at in found if likeness == found[0][1]]
    return _said(work_name(min(alike, key=lambda work: _years_between(work, year))))


def _said(near: str | None) -> Phrase:
    return Phrase.of("nearest-entry", name=near) if near else Phrase.of("no-entry-near")


def _years_between(work: Work, year: str | None) -> int:
    own = work.reference.year or ""
    return abs(int(own) - int(year)) if year and own.isdecimal() and year.isdecimal() else 9999


def _is_printed(x: Citations, name: str) -> bool:
    """Whether a name stands in an entry as a word."""
    return bool(name) and any(f" {name} " in f" {fold(entry.body.text)} " for entry in x.document.entries)
