"""Names for the works of two versions: the same for the same source, whatever each version says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from citecheck.align.entries import pair_glued
from citecheck.align.notes import short_name
from citecheck.languages.folding import fold
from citecheck.likeness.names import same_person
from citecheck.model.alignment import EntryPair
from citecheck.model.citations import Citations, Work
from citecheck.model.document import Entry
from citecheck.model.order import gathered
from citecheck.model.reference import Reference

Names = Mapping[str, str]
"""Names of works, by their keys or by what a citation calls them."""


def work_names(
    left: Citations, right: Citations, entries: Sequence[EntryPair]
) -> tuple[tuple[Names, Names], tuple[Names, Names]]:
    """The names of the works of both versions by their keys; and for each version the names of those that only the other
    bibliography has, by what a citation calls them."""
    paired = [pair.both for pair in entries if pair.both is not None]
    lefts = _names(left, {one.entry_id: one.entry_id for one, _ in paired})
    rights = _names(right, {twin.entry_id: one.entry_id for one, twin in paired})
    alone = _lone(left, paired, 0), _lone(right, paired, 1)
    rights.update({glued.key: lefts[work.key] for work, glued in pair_glued(alone[0], right.works)})
    lefts.update({glued.key: rights[work.key] for work, glued in pair_glued(alone[1], left.works)})
    rights.update(_translated(left, right, (lefts, rights)))
    return (lefts, rights), (_short_names(alone[1], rights), _short_names(alone[0], lefts))


def _lone(version: Citations, paired: Sequence[tuple[Entry, Entry]], side: int) -> list[Work]:
    """The works of entries that only one version has."""
    known = {pair[side].entry_id for pair in paired}
    return [work for work in version.works if work.entry is not None and work.entry.entry_id not in known]


def _names(version: Citations, common: Mapping[str, str]) -> dict[str, str]:
    """A name for each work that both versions share: the left side's entry, or the address, or authors and year.

    An entry without a pair that says the same as one with a pair has its name: it was only entered twice.
    """
    named: dict[str, str] = {}
    alike: dict[tuple[str, ...], str] = {}
    for work in version.works:
        if work.entry is not None and not work.glued and work.entry.entry_id in common:
            named[work.key] = f"entry:{common[work.entry.entry_id]}"
            alike.setdefault(_content(work), named[work.key])
    for work in version.works:
        if work.key not in named:
            named[work.key] = (work.entry is not None and alike.get(_content(work))) or _name(work)
    return named


def _translated(left: Citations, right: Citations, names: tuple[Names, Names]) -> dict[str, str]:
    """The names that works of the right side have on the left one, where no other work has that title and year, and an
    institution whose own name may be translated gave it out, or both name one person as the first author, in any form."""
    lefts, rights = list(_titled(left)), list(_titled(right))
    here, there = (gathered((title, work) for title, work in side) for side in (lefts, rights))
    return {
        work.key: names[0][here[title][0].key]
        for title, work in rights
        if _is_one(here.get(title, ()), names[0])
        and _is_one(there[title], names[1])
        and _same_authors(here[title][0].reference, work.reference)
    }


def _titled(version: Citations) -> Iterator[tuple[tuple[str, str], Work]]:
    """The works without entry that have authors, a title and a year, each with its title and year."""
    for work in version.works:
        reference = work.reference
        if work.entry is None and reference.title and reference.year and reference.authors:
            yield (fold(reference.title), reference.year), work


def _is_one(works: Collection[Work], names: Names) -> bool:
    """Whether there are works, and all have one name."""
    return len({names[work.key] for work in works}) == 1


def _same_authors(one: Reference, other: Reference) -> bool:
    """Whether two works may have one author: persons in any form of their names, or bodies under any name."""
    if any(person.given for person in (*one.authors, *other.authors)):
        first, twin = one.authors[0], other.authors[0]
        return same_person(first, twin) or same_person(twin, first)
    return True


def _short_names(works: Sequence[Work], names: Names) -> dict[str, str]:
    """The names of works by what a citation in the other version calls them."""
    return {short_name(work.reference.authors, work.reference.year): names[work.key] for work in works}


def _content(work: Work) -> tuple[str, ...]:
    reference = work.reference
    authors = [fold(author.family) for author in reference.authors]
    return (*authors, f"{reference.year}", fold(reference.title or ""))


def _name(work: Work) -> str:
    reference = work.reference
    if reference.url:
        return "url:" + reference.url.casefold().split("://")[-1].rstrip("/")
    return "work:" + "/".join(fold(author.family) for author in reference.authors) + f":{reference.year}"
