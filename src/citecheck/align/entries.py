"""Pairing the entries of two bibliographies: by DOI and address, by authors and year, by number; titles are translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citecheck.languages.folding import fold
from citecheck.likeness.addresses import addresses_without_query
from citecheck.likeness.cognates import cognate_share
from citecheck.likeness.works import IDENTIFIED, translation_score
from citecheck.model.alignment import EntryPair
from citecheck.model.citations import Work
from citecheck.model.document import Entry
from citecheck.model.reference import Reference

ENOUGH = 1.0
"""The least score of a pair: the same first author and year is worth more, a number alone less."""
CROWD = 40
"""Places in the list of the entries that share a key, beyond which two of them are not compared."""
LEFT_OVER = 20
"""Entries without a pair, of one year or of none, beyond which they are not compared each with each."""


def pair_entries(left: Sequence[Entry], right: Sequence[Entry]) -> tuple[EntryPair, ...]:
    """The entries of both sides, each in one pair, in the order of the left side and then of the right."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    certain: set[int] = set()
    for score, at, other in sorted(_scored(left, right)):
        if at in partner or other in taken:
            continue
        partner[at] = other
        taken.add(other)
        if -score >= IDENTIFIED:
            certain.add(at)
    for at, other in _by_content(left, right, partner):
        partner[at] = other
        taken.add(other)
    pairs = [
        EntryPair(one, right[partner[at]] if at in partner else None, at in certain) for at, one in enumerate(left)
    ]
    return (*pairs, *(EntryPair(None, other) for at, other in enumerate(right) if at not in taken))


def _scored(left: Sequence[Entry], right: Sequence[Entry]) -> Iterator[tuple[float, int, int]]:
    """The pairs that may be, best first when sorted. Only entries that share a key are compared: each with each would cost
    the square of a long bibliography. So would those of a key that many share (a ministry's, or the anonymous ones of a
    year), of which only the ones around the same place in the list are."""
    by_key: dict[str, tuple[list[int], list[int]]] = {}
    for side, entries in enumerate((left, right)):
        for at, entry in enumerate(entries):
            for key in _keys(entry):
                by_key.setdefault(key, ([], []))[side].append(at)
    near: set[tuple[int, int]] = set()
    for own, twins in by_key.values():
        for place, at in enumerate(own):
            middle = place * len(twins) // len(own)
            near.update((at, other) for other in twins[max(0, middle - CROWD) : middle + CROWD + 1])
    for at, other in near:
        if (score := _score(left[at], right[other])) >= ENOUGH:
            yield -score, at, other


def _by_content(left: Sequence[Entry], right: Sequence[Entry], partner: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs among what is left: institutions and titles, whose names are translated, and entries without a date.

    Such a pair shares the words of its text, or is the only one of its year on both sides and shares some.
    """
    taken = set(partner.values())
    by_year: dict[str, tuple[list[int], list[int]]] = {}
    undated: tuple[list[int], list[int]] = ([], [])
    for side, (entries, done) in enumerate(((left, set(partner)), (right, taken))):
        for at, entry in enumerate(entries):
            if at not in done and entry.references:
                year = entry.references[0].year
                group = by_year.setdefault(year, ([], [])) if year else undated
                group[side].append(at)
    scored = []
    for own, twins in by_year.values():
        alone = len(own) == len(twins) == 1
        for at in own[:LEFT_OVER]:
            for other in twins[:LEFT_OVER]:
                translatable = _translatable(left[at]) and _translatable(right[other])
                scored.append((at, other, (0.2 if alone else 0.5) if translatable else 0.6))
    every = [at for own, _ in by_year.values() for at in own], [at for _, twins in by_year.values() for at in twins]
    for own, twins in ((undated[0], undated[1] + every[1]), (every[0], undated[1])):
        for at in own[:LEFT_OVER]:
            for other in twins[:LEFT_OVER]:
                translatable = _translatable(left[at]) and _translatable(right[other])
                scored.append((at, other, 0.5 if translatable else 0.6))
    shares = [
        (-cognate_share(left[at].body.text, right[other].body.text), at, other, least) for at, other, least in scored
    ]
    done_left: set[int] = set()
    done_right: set[int] = set()
    for share, at, other, least in sorted(shares):
        if -share >= least and at not in done_left and other not in done_right:
            done_left.add(at)
            done_right.add(other)
            yield at, other


def pair_glued(lone: Sequence[Work], others: Sequence[Work]) -> Iterator[tuple[Work, Work]]:
    """Works of entries that one bibliography alone seems to have, with the same works inside entries of the other.

    They share an address or first author and year; failing that, what is the only one of its year on both sides is one.
    """
    inside = [work for work in others if work.entry is not None and "#" in work.key]
    keyed: dict[str, list[Work]] = {}
    for work in inside:
        for key in _glued_keys(work.reference):
            keyed.setdefault(key, []).append(work)
    taken: set[str] = set()
    rest: dict[str | None, list[Work]] = {}
    for work in lone:
        found = [one for key in _glued_keys(work.reference) for one in keyed.get(key, ()) if one.key not in taken]
        if found:
            taken.add(found[0].key)
            yield work, found[0]
        else:
            rest.setdefault(work.reference.year, []).append(work)
    left: dict[str | None, list[Work]] = {}
    for work in inside:
        if work.key not in taken:
            left.setdefault(work.reference.year, []).append(work)
    for year, works in rest.items():
        twins = left.get(year, [])
        if year is not None and len(works) == len(twins) == 1:
            yield works[0], twins[0]


def _glued_keys(reference: Reference) -> Iterator[str]:
    yield from addresses_without_query(reference)
    if reference.authors:
        yield f"{fold(reference.authors[0].family)}:{reference.year}"


def _translatable(entry: Entry) -> bool:
    """Whether the entry has no person among its authors, whose name would be the same in both languages."""
    return not any(person.given for person in entry.references[0].authors)


def _keys(entry: Entry) -> frozenset[str]:
    found = {f"number:{entry.number}"} if entry.number else set()
    for reference in entry.references:
        found |= {f"address:{address}" for address in addresses_without_query(reference)}
        if reference.authors:
            found.add(f"name:{fold(reference.authors[0].family)}")
        if reference.year and not reference.authors:
            found.add(f"untitled:{reference.year}")
    return frozenset(found)


def _score(one: Entry, other: Entry) -> float:
    both = zip(one.references[:1], other.references[:1], strict=False)
    return max((translation_score(*pair) for pair in both), default=0.0) + (
        0.4 if one.number is not None and one.number == other.number else 0
    )
