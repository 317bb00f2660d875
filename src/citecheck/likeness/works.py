"""Comparing works: when two descriptions are of one source.

How sure that must be depends on who asks: what is entered twice has one address or one title, to the letter or nearly;
what is translated has its names and its year, and nothing of that is proof.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.languages.folding import fold
from citecheck.likeness.addresses import addresses, addresses_without_query
from citecheck.likeness.cognates import cognate_share
from citecheck.model.citations import Work
from citecheck.model.reference import Reference

IDENTIFIED = 4
"""What a common DOI or address counts in `translation_score`: more than all the rest together."""


def one_source(works: Sequence[Work]) -> bool:
    """Whether works are one source: entered twice, that is a defect of the bibliography and not of a citation."""
    first = works[0]
    if len({work.entry.entry_id if work.entry else work.key for work in works}) == 1:
        return True
    name = fold(first.reference.title or "")
    return all(
        set(addresses(work.reference)) & set(addresses(first.reference))
        or (name and fold(work.reference.title or "") == name)
        for work in works[1:]
    )


def translation_score(one: Reference, other: Reference) -> float:
    """How much speaks for two references, of bibliographies in two languages, being one source; below 0 what speaks
    against it."""
    identified = bool(set(addresses_without_query(one)) & set(addresses_without_query(other)))
    titles = cognate_share(one.title, other.title) if one.title and other.title else 0.0
    return IDENTIFIED * identified + _names_score(one, other) + _years_score(one, other) + titles


def _names_score(one: Reference, other: Reference) -> float:
    left, right = ({fold(person.family) for person in side.authors} for side in (one, other))
    if left and left == right:
        return 1.2
    if left & right:
        return 0.7
    return -0.5 if left and right else 0.0


def _years_score(one: Reference, other: Reference) -> float:
    if one.year is None or other.year is None:
        return 0.0
    if one.year != other.year:
        return -0.4
    return 0.5 + (0.3 if one.suffix == other.suffix else -0.2)
