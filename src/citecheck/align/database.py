"""Finding the printed sources of one version in a database: by DOI and address, by author, year and title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from citecheck.languages.folding import fold
from citecheck.likeness.addresses import addresses_without_query
from citecheck.likeness.titles import same_title
from citecheck.model.citations import Citations
from citecheck.model.compared import Compared, Held
from citecheck.model.document import Entry
from citecheck.model.order import gathered
from citecheck.model.reference import Reference

__all__ = ["compare"]

IDENTIFIED, TITLED, ALONE = 3, 2, 1
"""What speaks for a pair: an identifier, a title, or that it is the only one of its author and year on both sides."""
WORDED_ALIKE = 80.0
"""The similarity of two titles (0 to 100) from which they may be one with a slip in it."""
WORDED = 4
"""Words from which a title without an author tells a source."""


def compare(version: Citations, entries: Sequence[Entry]) -> Compared:
    """The printed sources of a version, each with the entry of a database that is of it. No entry is of two sources, but for
    those that are printed twice."""
    works = [work for work in version.works if work.entry is not None]
    scored = sorted(
        ((-score, at, other) for at, other, score in _pairs([work.reference for work in works], entries)),
    )
    partner: dict[int, tuple[int, bool]] = {}
    alone: set[int] = set()
    for score, at, other in scored:
        if at not in partner and (-score > ALONE or other not in alone):
            partner[at] = (other, -score > ALONE)
            alone.add(other)
    held = (Held(works[at], entries[other], certain) for at, (other, certain) in sorted(partner.items()))
    absent = (work for at, work in enumerate(works) if at not in partner)
    files = dict.fromkeys(entry.span.source.path for entry in entries)
    return Compared(version, tuple(held), tuple(absent), tuple(files))


def _pairs(printed: Sequence[Reference], entries: Sequence[Entry]) -> Iterator[tuple[int, int, float]]:
    """The pairs that may be, with what speaks for them. Only references that share a key are compared."""
    known = [entry.references[0] for entry in entries]
    by_key = gathered((key, other) for other, reference in enumerate(known) for key in _keys(reference))
    of_year = gathered((key, at) for at, reference in enumerate(printed) if (key := _author_year(reference)))
    for at, reference in enumerate(printed):
        near = dict.fromkeys(other for key in _keys(reference) for other in by_key.get(key, ()))
        own = _author_year(reference)
        alone = own is not None and len(of_year[own]) == 1
        same_year = [other for other in near if own is not None and _author_year(known[other]) == own]
        for other in near:
            score = _score(reference, known[other], alone=alone and same_year == [other])
            if score:
                yield at, other, score


def _keys(reference: Reference) -> Iterator[str]:
    if reference.doi:
        yield f"doi:{reference.doi.casefold()}"
    yield from (f"address:{address}" for address in addresses_without_query(reference))
    if reference.authors:
        yield f"name:{fold(reference.authors[0].family)}"
    if reference.title:
        yield f"title:{' '.join(fold(reference.title).split()[:WORDED])}"


def _author_year(reference: Reference) -> tuple[str, str] | None:
    if not reference.authors or not reference.year:
        return None
    return fold(reference.authors[0].family), reference.year


def _score(one: Reference, other: Reference, *, alone: bool) -> float:
    """How much speaks for two references being of one source; 0 where not enough does."""
    if one.doi and other.doi and one.doi.casefold() == other.doi.casefold():
        return IDENTIFIED + 1
    alike = _titles(one, other)
    if set(addresses_without_query(one)) & set(addresses_without_query(other)) and (alike or not _titled(one, other)):
        return IDENTIFIED + alike
    same_author = bool(one.authors and other.authors) and fold(one.authors[0].family) == fold(other.authors[0].family)
    long = len(fold(one.title or "").split()) >= WORDED
    if alike and (same_author or (long and alike == 1.0 and not (one.authors and other.authors))):
        return TITLED + alike / 2 + 0.4 * (one.year == other.year)
    return ALONE if alone and not _titled(one, other) else 0


def _titled(one: Reference, other: Reference) -> bool:
    return bool(one.title and other.title)


def _titles(one: Reference, other: Reference) -> float:
    """1 for the same title, less for one that is worded alike, 0 for another, or none."""
    if not one.title or not other.title:
        return 0.0
    if same_title(one.title, other.title):
        return 1.0
    ratio = fuzz.ratio(fold(one.title), fold(other.title))
    return ratio / 100 if ratio >= WORDED_ALIKE else 0.0
