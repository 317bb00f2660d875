"""Resolving: each citation in reading order, with what was cited before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, product

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.languages.folding import fold
from citecheck.likeness.cognates import COGNATES
from citecheck.likeness.names import Spellings, acronyms, misspelling
from citecheck.likeness.titles import REWORDED
from citecheck.likeness.works import one_source
from citecheck.model.citations import Habit, Resolved, Status, Work
from citecheck.model.document import Bracket, Document, Note
from citecheck.model.order import gathered
from citecheck.model.reference import Citation, CitationKind, Person
from citecheck.resolve.between import is_unread_between
from citecheck.resolve.citedbefore import CitedBefore
from citecheck.resolve.habits import counting, habit_of
from citecheck.resolve.lookup import Lookup
from citecheck.resolve.meeting import reading_order, same_run
from citecheck.resolve.naming import (
    author_text,
    ends_with_first,
    given_acronym,
    identity,
    is_by,
    is_by_others,
    shortened,
    without_particle,
)
from citecheck.resolve.outcomes import dated_otherwise, found, misdated, misspelt, repeated, retitled
from citecheck.resolve.works import Index, entry_works, first_published, note_works

VIDE = re.compile(r"[Vv]\.\s+(?=\S)")
"""``V.`` for "voir", before a name with initials."""
LOST = 50
"""Sources without a year beyond which none of them has lost it."""


def resolve_citations(document: Document) -> tuple[tuple[Work, ...], tuple[Resolved, ...], Habit]:
    """All works, all citations resolved, and how the document cites."""
    index = Index()
    for work in entry_works(document):
        index.add(work)
    for work in note_works(document):
        if index.same(work.reference) is None:
            index.add(work)
    resolver = _Resolver(document, index)
    kept = counting(document, tuple(resolver.run()))
    return tuple(index.works), kept, habit_of(document, kept)


class _Resolver(Struct):
    """Goes through the citations in reading order, remembering what was cited before."""

    document: Document
    index: Index
    done: list[Resolved] = field(default_factory=list)
    group: list[Resolved] = field(default_factory=list)
    """The citations so far of the note or the bracket that is gone through."""
    last: dict[str, list[Resolved]] = field(default_factory=dict)
    by_note: dict[int, list[Resolved]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    labels: dict[str, Note] = field(default_factory=dict)
    before: dict[int, Note] = field(default_factory=dict)
    numbers: dict[str, list[Work]] = field(default_factory=dict)
    keys: dict[str, Work] = field(default_factory=dict)
    bracket_before: list[Resolved] = field(default_factory=list)
    cited_before: list[Resolved] = field(default_factory=list)
    """The citations of the last note or bracket that has any."""
    acronyms: dict[str, Resolved] = field(default_factory=dict)
    """The first citation of each name in full, by the acronyms that may stand for it later."""
    lookup: Lookup = field(default_factory=lambda: Lookup(Index()))
    shorts: dict[tuple[object, ...], Resolved] = field(default_factory=dict)
    """The first citation by the same name and year, which all further ones are resolved as."""
    known: Spellings[str] = field(default_factory=Spellings)
    """The names by which `last` has citations."""
    before_by: dict[tuple[str, tuple[Person, ...]], CitedBefore] = field(default_factory=dict)
    titled: CitedBefore = field(default_factory=CitedBefore)
    """All citations so far, by their titles."""

    def run(self) -> Iterator[Resolved]:
        self._prepare()
        for thing in reading_order(self.document):
            self.group = []
            for citation in thing.citations:
                one = self._resolve(citation, thing)
                self.group.append(one)
                self.done.append(one)
                self._remember(one)
                yield one
            if isinstance(thing, Note):
                self.by_note[id(thing)] = self.group
            elif self.group:
                self.bracket_before = self.group
            self.cited_before = self.group or self.cited_before

    def _prepare(self) -> None:
        self.lookup = Lookup(self.index)
        notes, met = self.document.notes, self.document.notes_as_met
        self.notes = {note.note_id: note for note in reversed(notes)}
        self.labels = {note.label: note for note in reversed(notes)}
        self.before = {id(note): before for before, note in pairwise(met) if same_run(before, note)}
        entries = [(work.entry, work) for work in self.index.works if work.entry is not None]
        self.keys = {alias: work for entry, work in reversed(entries) for alias in entry.aliases}
        self.keys |= {entry.entry_id: work for entry, work in reversed(entries)}
        self.numbers = gathered((entry.number or "", work) for entry, work in entries)

    def _remember(self, one: Resolved) -> None:
        if one.citation.kind is CitationKind.IBID:
            return
        for author in one.citation.authors[:1]:
            for key in {fold(author.family), fold(author.family).rpartition(" ")[2]}:
                if key not in self.last:
                    self.known.add(key, key)
                self.last.setdefault(key, []).append(one)

    def _resolve(self, citation: Citation, thing: Note | Bracket) -> Resolved:
        pages = citation.locator.text if citation.locator else None
        note, bracket = (thing, None) if isinstance(thing, Note) else (None, thing)
        base = Resolved(citation, Status.MISSING, note=note, bracket=bracket, pages=pages)
        return _WAYS[citation.kind](self, base)

    def _number(self, base: Resolved) -> Resolved:
        works = self.numbers.get(base.citation.target, []) if base.citation.target else []
        return found(base, works[0]) if works else base

    def _key(self, base: Resolved) -> Resolved:
        work = self.keys.get(base.citation.target or "")
        return found(base, work) if work else base

    def _law(self, base: Resolved) -> Resolved:
        return replace(base, status=Status.NOTHING)

    def _author_and_year(self, base: Resolved) -> Resolved:
        return self._by_acronym(self._short(base))

    def _short(self, base: Resolved) -> Resolved:
        citation = base.citation
        key = (citation.authors, author_text(citation), citation.et_al, citation.year, citation.suffix, citation.weak)
        like = self.shorts.get(key)
        if like is None or like.status is Status.MISSPELT:
            # Where the name is misspelt depends on the place.
            return self.shorts.setdefault(key, self._short_anew(base)) if like is None else self._misspelt(base)
        return replace(
            base,
            status=like.status,
            work=like.work,
            candidates=like.candidates,
            years=like.years,
            certain=like.certain,
        )

    def _short_anew(self, base: Resolved) -> Resolved:
        one, plain = self._short_as(base), without_particle(base.citation)
        if one.status is not Status.MISSING or plain is None:
            return one
        # "the book by de Doe" in French is "l'ouvrage de Doe".
        other = self._short_as(replace(base, citation=plain))
        return one if other.status is Status.MISSING else replace(other, citation=base.citation)

    def _short_as(self, base: Resolved) -> Resolved:
        citation = base.citation
        text = author_text(citation)
        of_year = self.lookup.by_authors(citation.authors, text, citation.et_al, citation.year)
        if of_year := of_year or self.lookup.reordered(citation):
            return self._of_year(base, of_year)
        fitting = self.lookup.by_authors(citation.authors, text, citation.et_al)
        sure = [work for points, work in fitting if points >= 3]
        meant = first_published(sure, citation.year) or self._undated(citation, sure)
        if meant is not None:
            return found(base, meant)
        others = [work for work in sure if work.reference.year] if fitting else self._entitled(citation)
        if others:
            certain = citation.year != "n.d." and not citation.weak
            return replace(misdated(base, others, suffixed=True), certain=certain)
        near = self._misspelt(base)
        shorter = self._without_first(citation) if near.status is Status.MISSING and not fitting else None
        return found(base, shorter) if shorter is not None else near

    def _undated(self, citation: Citation, fitting: Sequence[Work]) -> Work | None:
        """The one source without a date of the cited authors, or one that is cited by its title in their place."""
        text = author_text(citation)
        undated = [work for work in fitting if work.reference.year is None]
        undated = undated or self.lookup.undated_start(citation.authors, text)
        return undated[0] if len(undated) == 1 else self.lookup.title_as_author(text, citation.year)

    def _of_year(self, base: Resolved, of_year: Sequence[tuple[int, Work]]) -> Resolved:
        """The citation as one of those that fit its authors and its year."""
        exact = [pair for pair in of_year if pair[1].reference.suffix == base.citation.suffix]
        if exact:
            return self._best(base, exact)
        works = tuple(work for _, work in of_year)
        if len(works) == 1:
            return replace(found(base, works[0]), candidates=works)
        return replace(base, status=Status.AMBIGUOUS, candidates=works)

    def _entitled(self, citation: Citation) -> list[Work]:
        """A body whose name is not read as an author's stands as the title of its entry."""
        named = self.index.by_title.get(fold(author_text(citation))) if len(citation.authors) == 1 else None
        return [named] if named is not None and named.reference.year and not named.reference.authors else []

    def _by_acronym(self, one: Resolved) -> Resolved:
        """A citation that resolves to nothing under an acronym that an earlier one gave to its source or may have."""
        text, year = author_text(one.citation), one.citation.year
        given = given_acronym(one.citation)
        if one.status is Status.MISSING:
            first = self.acronyms.get(f"{fold(text)} {year}")
            if first is not None:
                return found(one, first.work) if first.work else replace(one, root=first, certain=first.certain)
            given = {*acronyms(text), *given} if " " in fold(text) else set()
        for acronym in given:
            self.acronyms.setdefault(f"{acronym} {year}", one)
        return one

    def _best(self, base: Resolved, fitting: Sequence[tuple[int, Work]]) -> Resolved:
        top = fitting[0][0]
        works = [work for points, work in fitting if points == top]
        entries = [work for work in works if work.entry is not None] or works
        if len(entries) == 1:
            return found(base, entries[0])
        if one_source(entries):
            return found(base, entries[0])
        return replace(base, status=Status.AMBIGUOUS, candidates=tuple(entries))

    def _without_first(self, citation: Citation) -> Work | None:
        """The one work of the year, or else without a date, that the citation means without a part of its authors."""
        for year, authors in product((citation.year, None), shortened(citation)):
            shorter = " & ".join(author.family for author in authors)
            fitting = [
                work for points, work in self.index.by_authors(authors, shorter, citation.et_al, year) if points >= 2
            ]
            works = [work for work in fitting if work.reference.suffix == citation.suffix] or fitting
            if works and one_source(works):
                return works[0]
        return None

    def _misspelt(self, base: Resolved) -> Resolved:
        citation = base.citation
        # What lost its year, or gained a letter, may be meant all the same.
        lost = ("",) if len(self.index.by_year.get("", ())) <= LOST else ()
        tries = (self.lookup.misspelt(citation, author_text(citation), year) for year in (citation.year or "", *lost))
        near = next((found for found in tries if found is not None), None)
        if near is None:
            return base
        best, works, one_source = near
        if not one_source:
            return replace(base, candidates=tuple(work for work, _ in works))
        return misspelt(base, *works[0], certain=best == 1)

    def _title(self, base: Resolved) -> Resolved:
        citation = base.citation
        title = citation.title or ""
        if citation.authors:
            return self._authored_title(base, title)
        alike = self.lookup.same_title(title)
        exact = next((work for work in alike if work.reference.year == citation.year), None)
        if exact is not None:
            return found(base, exact)
        reworded = self.lookup.similar(title, citation.year, REWORDED)
        if len(reworded) == 1:
            return retitled(base, reworded[0])
        if alike:
            return dated_otherwise(base, alike)
        akin = self.lookup.akin(title, citation.year, COGNATES)
        return replace(retitled(base, akin[0]), certain=False) if len(akin) == 1 else base

    def _authored_title(self, base: Resolved, title: str) -> Resolved:
        citation = base.citation
        fitting = self.lookup.by_authors(citation.authors, author_text(citation), citation.et_al)
        alike = self.lookup.titled(citation.authors, author_text(citation), citation.et_al, title)
        dated = [work for work in alike if citation.year in (None, work.reference.year)]
        if dated:
            return found(base, dated[0])
        if alike:
            return dated_otherwise(base, alike)
        if len(fitting) == 1:
            return found(replace(base, certain=False), fitting[0][1])
        if not fitting and (near := self.lookup.misspelt_of(citation, author_text(citation), title)) is not None:
            return misspelt(base, *near)
        return replace(base, certain=False, candidates=tuple(work for _, work in fitting))

    def _full(self, base: Resolved) -> Resolved:
        reference = base.citation.reference
        work = self.index.same(reference) if reference is not None else None
        return found(base, work) if work is not None else replace(base, status=Status.NOTHING)

    def _ibid(self, base: Resolved) -> Resolved:
        repetition = self._of_the_last(base)
        authors = base.citation.authors
        if not authors or repetition.antecedent is None or not is_by_others(repetition.antecedent.origin, authors):
            return repetition
        # "Doe, ibid." behind a source of somebody else.
        return replace(base, status=Status.NO_ANTECEDENT, certain=False)

    def _of_the_last(self, base: Resolved) -> Resolved:
        """Ibid as a repetition of what was cited last, whoever it names."""
        if self.group:
            return repeated(base, self.group[-1])
        if base.note is not None:
            before = self.before.get(id(base.note))
            cited = self.by_note.get(id(before), []) if before is not None else []
        else:
            cited = self.bracket_before or self.cited_before
        # Beside a law, Ibid means the book.
        cited = [one for one in cited if one.citation.kind is not CitationKind.LAW] or cited
        cited = [one for one in cited if is_by(one.origin, base.citation.authors)] or cited
        if is_unread_between(base, cited[-1] if cited else None):
            return replace(base, status=Status.NOTHING)
        if not cited:
            return replace(base, status=Status.NO_ANTECEDENT)
        meant = {identity(one) for one in cited}
        return replace(repeated(base, cited[-1]), ambiguous=len(meant) > 1)

    def _op_cit(self, base: Resolved) -> Resolved:
        citation = base.citation
        if citation.title and not citation.authors:
            return self._by_title_alone(base, citation.title)
        before = self._cited_before(citation.authors)
        if not before.cited and citation.authors and (plain := VIDE.match(citation.authors[0].given)):
            # "V. J. Doe, op. cit.": the first letter is no initial.
            first, *rest = citation.authors
            first = replace(first, given=first.given[plain.end() :])
            citation = replace(citation, authors=(first, *rest))
            before = self._cited_before(citation.authors)
        if not before.cited:
            near = self._nearly_cited(citation.authors)
            return replace(base, status=Status.NO_ANTECEDENT, candidates=(near,) if near is not None else ())
        titled = before.titled(citation.title) if citation.title else None
        return repeated(base, titled or before.cited[-1], pages=False)

    def _by_title_alone(self, base: Resolved, title: str) -> Resolved:
        """The last citation of a work whose title is made of these words."""
        self.titled.cited = self.done
        titled = self.titled.titled(title)
        if titled is None:
            return replace(base, status=Status.NO_ANTECEDENT, certain=False)
        return repeated(base, titled, pages=False)

    def _nearly_cited(self, authors: Sequence[Person]) -> Work | None:
        """The one source cited before whose first author's name, or initials, are a slip of the pen away."""
        family = fold(authors[0].family) if authors else ""
        names = {family, family.rpartition(" ")[2]}
        # The same family name with other initials, or else nearly the same one.
        near = [one.work for name in names for one in self.last.get(name, ())] or [
            self.last[known][-1].work
            for name in names
            for known in self.known.near(name)
            if name[:1] == known[:1] and misspelling(name, known) == 1
        ]
        works = {work.key: work for work in near if work is not None}
        return works.popitem()[1] if len(works) == 1 else None

    def _cited_before(self, authors: tuple[Person, ...]) -> CitedBefore:
        """The citations of these authors so far; of nobody, the last one."""
        if not authors:
            return CitedBefore(cited=self.done[-1:])
        family = fold(authors[0].family)
        name = family if family in self.last else family.rpartition(" ")[2]
        held = self.last.get(name, [])
        before = self.before_by.setdefault((name, authors), CitedBefore())
        before.cited += [one for one in islice(held, before.seen, None) if is_by(one, authors)]
        before.seen = len(held)
        return before

    def _pointer(self, base: Resolved) -> Resolved:
        citation = base.citation
        target = citation.target or ""
        prefix = base.note.note_id.rpartition("/")[0] if base.note is not None else ""
        note = self.notes.get(f"{prefix}/{target}" if prefix else target) or self.labels.get(target)
        if note is None:
            return replace(base, status=Status.NO_ANTECEDENT)
        cited = self.by_note.get(id(note), [])
        cited = [one for one in cited if ends_with_first(one.origin.citation, citation.authors)] or cited
        if not cited:
            return replace(base, status=Status.NOTHING)
        return repeated(base, cited[0], pages=False)


_WAYS: Mapping[CitationKind, Callable[[_Resolver, Resolved], Resolved]] = {
    CitationKind.SHORT: _Resolver._author_and_year,
    CitationKind.TITLE: _Resolver._title,
    CitationKind.FULL: _Resolver._full,
    CitationKind.IBID: _Resolver._ibid,
    CitationKind.OP_CIT: _Resolver._op_cit,
    CitationKind.NOTE: _Resolver._pointer,
    CitationKind.NUMBER: _Resolver._number,
    CitationKind.KEY: _Resolver._key,
    CitationKind.LAW: _Resolver._law,
    CitationKind.LINK: _Resolver._full,
}
"""How the citations of each kind are resolved."""
