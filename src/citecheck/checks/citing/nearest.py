"""What comes nearest to a source that is missing: an error says what speaks for it."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from citecheck.checks.citing.packed import packed_entries
from citecheck.languages.folding import fold
from citecheck.likeness.called import work_name
from citecheck.model.citations import Citations, Resolved, Work
from citecheck.model.phrase import Phrase
from citecheck.model.reference import Citation, CitationKind

__all__ = ["Nearest", "Neighbours"]

LINES, LONGEST_HEAD = 4, 400
"""Further lines, and characters, in which the year of an entry may stand behind its first author."""
JOINT = re.compile(r"(?<=\w)-\s+(?=[a-zà-ÿ])")
"""A hyphen that a lost end of a line has left in a name."""
NEAR_NAME, NEAR_KEY = 75, 70
"""How alike, in percent, two names or keys must be for one to be taken for the other by a reader."""


class Nearest(Struct, frozen=True):
    """What comes nearest, in words, whether the cited name stands in the bibliography, though not as an author that was
    read, or is even ``listed``: begins a line there, with the cited year behind it; and whether anything comes near."""

    said: Phrase
    printed: bool = False
    listed: bool = False

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
        return Nearest(
            self._nearest_work(name, citation.year),
            printed=bool(name) and f" {name} " in self._printed,
            listed=bool(name) and (name, citation.year) not in self._dated and self._is_listed(citation),
        )

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
    def _dated(self) -> set[tuple[str, str | None]]:
        """The first authors of what was surely read, with the years."""
        packed = packed_entries(self._x.document)
        return {
            (family, work.reference.year)
            for known in self._works.values()
            for family, works in known.items()
            for work in works
            if work.entry is None or work.entry.entry_id not in packed
        }

    def _is_listed(self, citation: Citation) -> bool:
        """Whether the name begins a line of the bibliography and has the year behind it, whatever was read of that."""
        family = "".join(rf"(?:-\s*)?{re.escape(letter)}" for letter in JOINT.sub("", citation.authors[0].family))
        family = family.replace(r"\ ", r"\s+")
        line = rf"^[ \t>*\[\]\d.•–-]*{family}(?!\w)[^\n]{{0,400}}(?:\n[^\n]{{1,400}}){{0,{LINES}}}?"
        year = rf"(?<!\d){citation.year}{citation.suffix}(?!\w)" if citation.year and citation.year.isdecimal() else ""
        found = re.finditer(line + year, self._list, re.MULTILINE) if year else ()
        return any(len(match.group()) <= LONGEST_HEAD for match in found)

    @cached_property
    def _list(self) -> str:
        """The text of the bibliography, from its heading to the next one, read or not."""
        document = self._x.document
        listed = document.bibliography_heading
        if listed is None:
            return "\n".join(entry.body.text for entry in document.entries)
        own = (piece for paragraph in document.paragraphs for piece in paragraph.pieces)
        ends = [span.end for span in (*own, *(one.span for one in document.entries)) if span.source is listed.source]
        holding = {entry.section for entry in document.entries}
        below = [one for one in document.headings if one.span.source is listed.source and one.span.start > listed.start]
        closed = min((one.span.start for one in below if one.section not in holding), default=len(listed.source.text))
        return listed.source.text[listed.end : min(closed, max(ends, default=closed))]

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
