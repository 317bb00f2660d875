"""What comes nearest to a source that is missing: an error says what speaks for it."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.likeness.called import work_name
from citecheck.model.citations import Citations, Resolved, Work
from citecheck.model.phrase import Phrase
from citecheck.model.reference import CitationKind

__all__ = ["Nearest", "Neighbours"]

NEAR_NAME, NEAR_KEY = 75, 70
"""How alike, in percent, two names or keys must be for one to be taken for the other by a reader."""


class Nearest(Struct, frozen=True):
    """What comes nearest, in words, whether the cited name stands in the bibliography, though not as an author that was
    read, and whether anything comes near."""

    said: Phrase
    printed: bool = False

    @property
    def named(self) -> bool:
        """Whether anything comes near."""
        return self.said.key == "nearest-entry"


class Neighbours:
    """The entries and whole references of a version by what is cited of them; put in order when one is first asked for."""

    def __init__(self, x: Citations) -> None:
        self._x = x

    def of(self, one: Resolved) -> Nearest:
        """What comes nearest to what a citation cites."""
        citation = one.origin.citation
        match citation.kind:
            case CitationKind.NUMBER:
                return Nearest(self._last_number)
            case CitationKind.KEY:
                return Nearest(self._nearest_key(citation.target or ""))
        name = fold(citation.authors[0].family) if citation.authors else ""
        return Nearest(self._nearest_work(name, citation.year), bool(name) and f" {name} " in self._printed)

    @cached_property
    def _last_number(self) -> Phrase:
        """The largest number of an entry."""
        numbers = [int(entry.number) for entry in self._x.document.entries if entry.number]
        return Phrase.of("last-entry", number=str(max(numbers))) if numbers else Phrase.of("no-entry-near")

    @cached_property
    def _printed(self) -> str:
        """The words of all entries."""
        return f" {' '.join(fold(entry.body.text) for entry in self._x.document.entries)} "

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {entry.entry_id: entry.entry_id.casefold() for entry in self._x.document.entries}

    @cached_property
    def _works(self) -> dict[str, dict[str, list[Work]]]:
        """The works by the family names of their first authors, and these by their first letters."""
        letters: dict[str, dict[str, list[Work]]] = {}
        for work in self._x.works:
            if work.reference.authors:
                family = fold(work.reference.authors[0].family)
                letters.setdefault(family[:1], {}).setdefault(family, []).append(work)
        return letters

    def _nearest_key(self, key: str) -> Phrase:
        from rapidfuzz import fuzz, process  # Most documents miss nothing.

        found = process.extractOne(key.casefold(), self._keys, scorer=fuzz.ratio)
        return _said(f"@{found[2]}" if found is not None and found[1] >= NEAR_KEY else None)

    def _nearest_work(self, name: str, year: str | None) -> Phrase:
        """The work whose first author has the likest name, with the same first letter; of several that of the nearest
        year."""
        from rapidfuzz import fuzz, process

        known = self._works.get(name[:1], {})
        found = process.extractOne(name, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR_NAME) if name else None
        if found is None:
            return _said(None)
        return _said(work_name(min(known[found[0]], key=lambda work: _years_between(work, year))))


def _said(near: str | None) -> Phrase:
    return Phrase.of("nearest-entry", name=near) if near else Phrase.of("no-entry-near")


def _years_between(work: Work, year: str | None) -> int:
    own = work.reference.year or ""
    return abs(int(own) - int(year)) if year and own.isdecimal() and year.isdecimal() else 9999
