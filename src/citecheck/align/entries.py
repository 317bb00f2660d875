"""Pairing the entries of two bibliographies: by DOI and address, by authors and year, by number; titles are translated."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.align.features import cognate_share
from citecheck.languages.folding import fold
from citecheck.model.alignment import EntryPair
from citecheck.model.document import Entry
from citecheck.model.reference import Reference

ENOUGH = 1.0
"""The least score of a pair: the same first author and year is worth more, a number alone less."""


def pair_entries(left: Sequence[Entry], right: Sequence[Entry]) -> tuple[EntryPair, ...]:
    """The entries of both sides, each in one pair, in the order of the left side and then of the right."""
    scored = sorted(
        (
            (-score, at, other)
            for at, one in enumerate(left)
            for other in _candidates(one, right)
            if (score := _score(one, right[other])) >= ENOUGH
        ),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    certain: set[int] = set()
    for score, at, other in scored:
        if at in partner or other in taken:
            continue
        partner[at] = other
        taken.add(other)
        if -score >= 4:
            certain.add(at)
    pairs = [
        EntryPair(one, right[partner[at]] if at in partner else None, at in certain) for at, one in enumerate(left)
    ]
    return (*pairs, *(EntryPair(None, other) for at, other in enumerate(right) if at not in taken))


def _candidates(one: Entry, right: Sequence[Entry]) -> list[int]:
    """Entries that share a key with this one: comparing each with each would cost the square of a long bibliography."""
    keys = _keys(one)
    return [at for at, other in enumerate(right) if keys & _keys(other)]


def _keys(entry: Entry) -> frozenset[str]:
    found = {f"number:{entry.number}"} if entry.number else set()
    for reference in entry.references:
        found |= {f"address:{address}" for address in addresses(reference)}
        if reference.authors:
            found.add(f"name:{fold(reference.authors[0].family)}")
        if reference.year and not reference.authors:
            found.add(f"untitled:{reference.year}")
    return frozenset(found)


def _score(one: Entry, other: Entry) -> float:
    return max(_reference_score(a, b) for a in one.references[:1] for b in other.references[:1]) + (
        0.4 if one.number is not None and one.number == other.number else 0
    )


def _reference_score(one: Reference, other: Reference) -> float:
    score = 0.0
    if set(addresses(one)) & set(addresses(other)):
        score += 4
    families = [{fold(person.family) for person in side.authors} for side in (one, other)]
    if families[0] and families[0] == families[1]:
        score += 1.2
    elif families[0] & families[1]:
        score += 0.7
    elif families[0] and families[1]:
        score -= 0.5
    if one.year is not None and one.year == other.year:
        score += 0.5 + (0.3 if one.suffix == other.suffix else -0.2)
    elif one.year is not None and other.year is not None:
        score -= 0.4
    if one.title and other.title:
        score += cognate_share(one.title, other.title)
    return score


def addresses(reference: Reference) -> tuple[str, ...]:
    """A reference's DOI and address in a comparable form, without language segments and tracking."""
    found = []
    if reference.doi:
        found.append("doi:" + reference.doi.casefold())
    if reference.url:
        bare = reference.url.casefold().split("://", 1)[-1].removeprefix("www.").split("#")[0].split("?")[0].rstrip("/")
        if "/" in bare and "doi.org/" not in bare:
            found.append(bare)
    return tuple(found)
