"""A catalogue of works, in which another one of the same source is found again."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from citecheck.languages.folding import fold
from citecheck.likeness.addresses import bare, same_page, whole_addresses
from citecheck.model.citations import Work
from citecheck.model.reference import Reference

__all__ = ["Catalogue"]

ALIKE = 0.9
"""The similarity of two titles (0 to 1) from which they are one."""
COMPATIBLE = 0.75
"""The similarity of two titles, or the share of the shorter one's words in the longer, from which they do not say that one page is
two sources."""
LONGEST = 300
"""Characters of a title that are compared."""
CROWD = 40
"""Works of one address with which another one of it is compared."""


class Catalogue:
    """The works so far, by what another one of the same source would have, too. ``crowded`` tells that an address has
    more of them than are compared."""

    def __init__(self) -> None:
        self.by_identity: dict[str, list[Work]] = {}
        # The first work of each title, with its ordinal, by what else must be the same.
        self.by_names: dict[tuple[object, ...], dict[str, tuple[int, Work]]] = {}
        self.count = 0
        self.crowded = False

    def earlier(self, work: Work) -> Work | None:
        """The first of the works that describes the same source as this one: the same DOI or address with titles that
        do not contradict it, or the same authors and year with the same title, unless they are two parts of it."""
        return next(self._same(work), None)

    def add(self, work: Work) -> None:
        """Adds a work."""
        for key in whole_addresses(work.reference):
            self.by_identity.setdefault(key, []).append(work)
        if work.reference.title:
            titled = self.by_names.setdefault(_names(work.reference), {})
            titled.setdefault(_title(work.reference), (self.count, work))
        self.count += 1

    def _same(self, work: Work) -> Iterator[Work]:
        for key in whole_addresses(work.reference):
            works = self.by_identity.get(key, [])
            self.crowded = self.crowded or len(works) > CROWD
            yield from (one for one in works[:CROWD] if _one_identity(work.reference, one.reference))
        if work.reference.title:
            # Two works with a DOI are told apart by that.
            sides = (False,) if work.reference.doi else (False, True)
            near = [one for doi in sides for one in self._entitled(work.reference, doi)]
            likely = (one for _, one in sorted(near, key=lambda item: item[0]))
            yield from (one for one in likely if not _are_parts(work.reference, one.reference))

    def _entitled(self, reference: Reference, doi: bool) -> Iterator[tuple[int, Work]]:
        """The works with these authors, this year and nearly this title, with a DOI or without one."""
        # A rule is loaded to be listed and completed, too, and this takes long to import.
        from rapidfuzz import process
        from rapidfuzz.distance import Indel

        title, titled = _title(reference), self.by_names.get((*_names(reference)[:-1], doi), {})
        # No measure of what two texts share in order is above this one, which is much faster.
        near = process.extract(
            title, list(titled), scorer=Indel.normalized_similarity, score_cutoff=ALIKE - 1e-9, limit=None
        )
        yield from (titled[other] for other, _, _ in near if _alike(title, other, ALIKE))


def _names(reference: Reference) -> tuple[object, ...]:
    return (
        tuple(fold(person.family) for person in reference.authors),
        reference.year,
        reference.suffix,
        bool(reference.doi),
    )


def _title(reference: Reference) -> str:
    return fold(reference.title or "")[:LONGEST]


def _one_identity(one: Reference, other: Reference) -> bool:
    """Whether two references are of one DOI, or of one page with titles that do not contradict it."""
    if one.doi and other.doi:
        return one.doi.casefold() == other.doi.casefold()
    if not (one.url and other.url and bare(one.url) == bare(other.url) and "/" in bare(one.url)):
        return False
    return not one.title or not other.title or _are_compatible(_title(one), _title(other))


def _are_compatible(one: str, other: str) -> bool:
    """Whether two titles may be of one page: they are alike, or one is the other with or without a subtitle."""
    shorter, longer = sorted((set(one.split()), set(other.split())), key=len)
    return len(shorter & longer) >= COMPATIBLE * len(shorter) or _alike(one, other, COMPATIBLE)


def _are_parts(one: Reference, other: Reference) -> bool:
    """Whether two references of one title are of two parts of a work, or of two pages of a site: their volumes or issues differ,
    the numbers in their titles, or their addresses, of one host or of no author."""
    mine, its = _numbered_words(one), _numbered_words(other)
    if mine - its and its - mine:
        return True
    numbers = ((one.volume, other.volume), (one.issue, other.issue))
    if any(number and its_own and number.casefold() != its_own.casefold() for number, its_own in numbers):
        return True
    if not one.url or not other.url or same_page(one.url, other.url):
        return False
    host, its_host = (bare(url).partition("/")[0] for url in (one.url, other.url))
    return not one.authors or host == its_host


def _numbered_words(reference: Reference) -> frozenset[str]:
    """The words with digits of a title: laws, reports and standards differ in nothing else."""
    return frozenset(word for word in _title(reference).split() if any(map(str.isdecimal, word)))


def _alike(one: str, other: str, least: float) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least
