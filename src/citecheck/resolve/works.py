"""Works: the sources that citations can mean, indexed by the names they may be cited under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from citecheck.languages.folding import fold
from citecheck.likeness.addresses import addresses
from citecheck.likeness.names import acronyms, full_name, score, without_parentheses
from citecheck.likeness.titles import Titles
from citecheck.model.citations import Work
from citecheck.model.document import Document
from citecheck.model.reference import CitationKind, Person, Reference

ALIKE = 70.0
"""The similarity from which titles of one author and year are the same one."""
FARTHEST = 300
"""Characters of an entry that are looked at for its first word."""


class Index(Struct):
    """Works by cited name, by year, by address and by title; built once, then only read."""

    works: list[Work] = field(default_factory=list)
    by_name: dict[str, list[Work]] = field(default_factory=dict)
    by_year: dict[str, list[Work]] = field(default_factory=dict)
    by_address: dict[str, Work] = field(default_factory=dict)
    by_title: dict[str, Work] = field(default_factory=dict)
    by_name_and_year: dict[tuple[str, str | None], list[Work]] = field(default_factory=dict)
    anonymous: dict[tuple[str, str | None], list[Work]] = field(default_factory=dict)
    undated: dict[str, list[Work]] = field(default_factory=dict)
    titled: dict[tuple[str, str | None], Titles] = field(default_factory=dict)
    """The titles of the works by name and year, as far as they were asked for; what has none has an empty one."""

    def add(self, work: Work) -> None:
        """Adds a work under every name it may be cited by."""
        self.works.append(work)
        reference = work.reference
        for key in _keys(reference):
            self.by_name.setdefault(key, []).append(work)
            self.by_name_and_year.setdefault((key, reference.year), []).append(work)
        self.by_year.setdefault(reference.year or "", []).append(work)
        if not reference.authors:
            self._add_anonymous(work)
        for address in addresses(reference):
            self.by_address.setdefault(address, work)
        title = fold(reference.title or "")
        if len(title) > 12:
            self.by_title.setdefault(title, work)

    def _add_anonymous(self, work: Work) -> None:
        reference = work.reference
        if reference.year is None:
            text = reference.span.text[:FARTHEST]
            for key in {first_word(text), *acronyms(first_sentence(text))}:
                self.undated.setdefault(key, []).append(work)
        if reference.title:
            self.anonymous.setdefault((first_word(reference.title), reference.year), []).append(work)

    def by_authors(
        self, authors: Sequence[Person], text: str, et_al: bool, *years: str | None
    ) -> list[tuple[int, Work]]:
        """The works that fit cited authors, each with its score (see `citecheck.likeness.names.score`), best first;
        only those of ``years`` where any are named."""
        seen: dict[str, Work] = {}
        for key in _cited_keys(authors, text):
            for work in self._named(key, years):
                seen.setdefault(work.key, work)
        scored = [(score(authors, text, et_al, work.reference), work) for work in seen.values()]
        return sorted(((points, work) for points, work in scored if points), key=lambda pair: -pair[0])

    def _named(self, key: str, years: Sequence[str | None]) -> Iterable[Work]:
        if not years:
            return self.by_name.get(key, ())
        return (work for year in years for work in self.by_name_and_year.get((key, year), ()))

    def same(self, reference: Reference) -> Work | None:
        """The work that a whole reference describes again: by DOI, by address, or by authors, year and title."""
        for address in addresses(reference):
            if address in self.by_address:
                return self.by_address[address]
        if reference.title is None:
            return None
        exact = self.by_title.get(fold(reference.title))
        if exact is not None and _may_be(exact.reference, reference):
            return exact
        return self._akin(reference, reference.title)

    def _akin(self, reference: Reference, title: str) -> Work | None:
        """The work of the authors and the year of a reference whose title is like its own."""
        authors, text = reference.authors, reference.author_text
        seen = {
            work.key: work for key in _cited_keys(authors, text) for work in self._entitled(key, reference.year, title)
        }
        scored = [(score(authors, text, reference.et_al, work.reference), work) for work in seen.values()]
        return max(
            ((points, work) for points, work in scored if points >= 2), key=lambda pair: pair[0], default=(0, None)
        )[1]

    def _entitled(self, key: str, year: str | None, title: str) -> Iterator[Work]:
        """The works of a name and a year whose title is like this one."""
        works = self.by_name_and_year.get((key, year), [])
        titles = self.titled.setdefault((key, year), Titles())
        for work in works[len(titles.folded) :]:
            titles.add(work.reference.title or "")
        for at in sorted({*titles.same(title), *titles.similar(title, ALIKE)}):
            if works[at].reference.title is not None:
                yield works[at]


def _may_be(known: Reference, reference: Reference) -> bool:
    """Whether a reference of the same title may describe a known source: nothing of its year speaks against it."""
    if known.year == reference.year or not reference.year:
        return True
    return not known.year and _begins_with(known, reference.authors)


def _begins_with(undated: Reference, authors: Sequence[Person]) -> bool:
    """Whether a reference without a date begins with the first of some authors: without its date, its own cannot be told."""
    family = fold(authors[0].family) if authors else ""
    begun = f"{fold(undated.span.text[:FARTHEST])} "
    # A name in its natural order is read as one.
    return bool(family) and begun.startswith((f"{family} ", f"{family.rpartition(' ')[2]} "))


def first_published(works: Iterable[Work], year: str | None) -> Work | None:
    """The only one of works whose entry prints this year as that of its first edition: ``2005 [1963]``, ``(1963) 2005``."""
    if year is None:
        return None
    beside = re.compile(rf"\d{{4}}[a-z]?\s?[\[(]{re.escape(year)}[\])]|[\[(]{re.escape(year)}[\])]\s?\d{{4}}(?!\d)")
    named = [work for work in works if beside.search(work.reference.span.text)]
    return named[0] if len(named) == 1 else None


def first_word(text: str) -> str:
    """The first word of a text, folded."""
    return fold(text).partition(" ")[0]


def first_sentence(text: str) -> str:
    """What stands before the first full stop of a text: the author, where that is an institution."""
    return text.partition(". ")[0]


def entry_works(document: Document) -> Iterable[Work]:
    """One work for each reference of each entry of the bibliography."""
    for entry in document.entries:
        for number, reference in enumerate(entry.references, 1):
            key = f"entry:{entry.entry_id}" + (f"#{number}" if number > 1 else "")
            yield Work(key, reference, entry=entry)


def note_works(document: Document) -> Iterable[Work]:
    """One work for each whole reference in a note."""
    for note in document.notes:
        for number, citation in enumerate(note.citations, 1):
            if citation.kind is CitationKind.FULL and citation.reference is not None:
                yield Work(f"note:{note.note_id}#{number}", citation.reference, note=note)


def _keys(reference: Reference) -> set[str]:
    keys = {
        full_name(reference.author_text),
        full_name(without_parentheses(reference.author_text)),
        *acronyms(reference.author_text),
    }
    if reference.authors:
        # A name without a comma may begin with the family name.
        keys |= {*_person_keys(reference.authors[0]), first_word(reference.authors[0].family)}
    return {key for key in keys if key}


def _cited_keys(authors: Sequence[Person], text: str) -> set[str]:
    keys = {full_name(text), *acronyms(text)}
    if authors:
        keys |= _person_keys(authors[0])
    return keys


def _person_keys(person: Person) -> set[str]:
    family = fold(person.family)
    return {family, family.rpartition(" ")[2], fold(f"{person.given} {person.family}")}
