"""Pairing the entries of two bibliographies: by DOI and address, by authors and year, by number; titles are translated."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import product

from citecheck.languages.folding import fold
from citecheck.likeness.addresses import addresses_without_query
from citecheck.likeness.cognates import cognate_share
from citecheck.likeness.works import IDENTIFIED, translation_score
from citecheck.model.alignment import EntryPair
from citecheck.model.citations import Work
from citecheck.model.document import Entry
from citecheck.model.order import gathered
from citecheck.model.reference import Reference

ENOUGH = 1.0
"""The least score of a pair: the same first author and year is worth more, a number alone less."""
CROWD = 40
"""Places in the list of the entries that share a key, beyond which two of them are not compared."""
ALONE, TRANSLATED, UNTRANSLATED = 0.2, 0.5, 0.6
"""The share of their words from which two entries are one: those that are alone in a year, others whose authors may be
translated, and those whose authors are not."""
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
    shares: list[tuple[float, int, int]] = []
    years = _by_year(left, partner), _by_year(right, frozenset(partner.values()))
    for own, twins, enough in _comparable(*years):
        for at, other in product(own[:LEFT_OVER], twins[:LEFT_OVER]):
            translatable = _translatable(left[at]) and _translatable(right[other])
            share = cognate_share(left[at].body.text, right[other].body.text)
            if share >= (enough if translatable else UNTRANSLATED):
                shares.append((-share, at, other))
    done: tuple[set[int], set[int]] = (set(), set())
    for _, at, other in sorted(shares):
        if at not in done[0] and other not in done[1]:
            done[0].add(at)
            done[1].add(other)
            yield at, other


def _by_year(entries: Sequence[Entry], done: Container[int]) -> dict[str, list[int]]:
    """The ordinals of the entries that are left, by their year; those without one by an empty one."""
    left = ((at, entry) for at, entry in enumerate(entries) if at not in done and entry.references)
    return gathered((entry.references[0].year or "", at) for at, entry in left)


def _comparable(
    lefts: dict[str, list[int]], rights: dict[str, list[int]]
) -> Iterator[tuple[Sequence[int], Sequence[int], float]]:
    """Entries that may be the same, each with each, and the share of their words from which they are, as far as their authors
    may be translated: those of one year, and those without one with all others."""
    years = dict.fromkeys(year for year in (*lefts, *rights) if year)
    for year in years:
        own, twins = lefts.get(year, []), rights.get(year, [])
        yield own, twins, ALONE if len(own) == len(twins) == 1 else TRANSLATED
    dated = ([at for year in years for at in side.get(year, ())] for side in (lefts, rights))
    own, twins = dated
    yield lefts.get("", []), [*rights.get("", []), *twins], TRANSLATED
    yield own, rights.get("", []), TRANSLATED


def pair_glued(lone: Sequence[Work], others: Sequence[Work]) -> Iterator[tuple[Work, Work]]:
    """Works of entries that one bibliography alone seems to have, with the same works inside entries of the other.
    They share an address or first author and year; failing that, what is the only one of its year on both sides is one.
    """
    inside = [work for work in others if work.glued]
    keyed = gathered((key, work) for work in inside for key in _glued_keys(work.reference))
    taken: set[str] = set()
    rest: list[Work] = []
    for work in lone:
        twin = _free(keyed, work, taken)
        if twin is None:
            rest.append(work)
        else:
            taken.add(twin.key)
            yield work, twin
    yield from _only_of_year(rest, [work for work in inside if work.key not in taken])


def _free(keyed: Mapping[str, Sequence[Work]], work: Work, taken: Container[str]) -> Work | None:
    same = (one for key in _glued_keys(work.reference) for one in keyed.get(key, ()))
    return next((one for one in same if one.key not in taken), None)


def _only_of_year(lone: Sequence[Work], others: Sequence[Work]) -> Iterator[tuple[Work, Work]]:
    twins_of = gathered((work.reference.year, work) for work in others)
    for year, works in gathered((work.reference.year, work) for work in lone).items():
        twins = twins_of.get(year, [])
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
