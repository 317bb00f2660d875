"""Resolving: each citation in reading order, with what was cited before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.languages.folding import fold
from citecheck.likeness.cognates import COGNATES
from citecheck.likeness.names import Spellings, acronyms, as_cited, full_name, misspelling, same_person
from citecheck.likeness.titles import REWORDED, Titles
from citecheck.likeness.works import one_source
from citecheck.model.citations import Habit, Resolved, Status, Work
from citecheck.model.document import Bracket, Document, Marker, Note
from citecheck.model.reference import Citation, CitationKind, Person
from citecheck.resolve.lookup import Lookup
from citecheck.resolve.works import Index, entry_works, note_works

GIVEN_ACRONYM = re.compile(r"\s[(\[]([A-Z][\w.&-]{1,12})[)\]]")
"""The acronym that a citation gives behind a name in full."""
VIDE = re.compile(r"[Vv]\.\s+(?=\S)")
"""``V.`` for "voir", before a name with initials."""
LOST = 50
"""Sources without a year beyond which none of them has lost it."""
CLEAR = 3
"""Citations of a kind that must resolve before one that does not is judged."""


def resolve_citations(document: Document) -> tuple[tuple[Work, ...], tuple[Resolved, ...], Habit]:
    """All works, all citations resolved, and how the document cites."""
    index = Index()
    for work in entry_works(document):
        index.add(work)
    for work in note_works(document):
        if index.same(work.reference) is None:
            index.add(work)
    resolver = _Resolver(document, index)
    resolved = tuple(resolver.run())
    habit = _habit(document, resolved)
    commaless = sum(one.citation.weak and one.bracket is not None and one.work is not None for one in resolved) >= CLEAR
    kept = tuple(one for one in resolved if _counts(one, habit, commaless))
    return tuple(index.works), kept, _habit(document, kept)


def _habit(document: Document, resolved: Sequence[Resolved]) -> Habit:
    found = (Status.ENTRY, Status.NOTE, Status.AMBIGUOUS)
    short = [one for one in resolved if one.note is not None and one.citation.kind is CitationKind.SHORT]
    brackets = [one for one in resolved if one.bracket is not None and one.citation.kind is CitationKind.SHORT]
    numbers = [one for one in resolved if one.citation.kind in (CitationKind.NUMBER, CitationKind.KEY)]
    sourced = {id(one.note) for one in resolved if one.note is not None}
    near = [one for one in (*short, *brackets) if one.certain and one.status in (Status.MISSPELT, Status.YEAR)]
    return Habit(
        notes=len(document.notes),
        sourced_notes=len(sourced),
        short=len(short),
        short_resolved=sum(one.status in found for one in short),
        full=sum(one.citation.kind is CitationKind.FULL and one.note is not None for one in resolved),
        brackets=len(brackets),
        brackets_resolved=sum(one.status in found for one in brackets),
        # A range is one citation: the numbers in a wrong one would outweigh all others.
        numbers=len({_at(one) for one in numbers}),
        short_misspelt=sum(one.note is not None and one.status is Status.MISSPELT for one in near),
        short_misdated=sum(one.note is not None and one.status is Status.YEAR for one in near),
        brackets_misspelt=sum(one.bracket is not None and one.status is Status.MISSPELT for one in near),
        brackets_misdated=sum(one.bracket is not None and one.status is Status.YEAR for one in near),
        numbers_resolved=len({_at(one) for one in numbers if one.status in found}),
    )


def _at(one: Resolved) -> tuple[str, int]:
    return one.citation.span.source.path, one.citation.span.start


def _counts(one: Resolved, habit: Habit, commaless: bool) -> bool:
    """Whether a citation is one: a doubtful form only if it resolves, or if the document clearly cites that way."""
    found = one.work is not None or one.status is Status.AMBIGUOUS
    if one.citation.kind in (CitationKind.NUMBER, CitationKind.KEY):
        return found or (habit.numbers_resolved >= CLEAR and habit.numbers_resolved * 2 > habit.numbers)
    if not one.citation.weak:
        return True
    if commaless and one.bracket is not None and not one.bracket.narrative and one.citation.sure:
        # "(Doe 2020)" without a comma is how this document cites.
        return True
    # The author is known, only the year is not: that is a citation all the same.
    return (found and one.certain) or one.status is Status.YEAR


class _Before(Struct):
    """The citations of some authors, in order: of those by the name of the first, as many were ``seen``."""

    cited: list[Resolved] = field(default_factory=list)
    seen: int = 0
    titles: Titles = field(default_factory=Titles)

    def titled(self, title: str) -> Resolved | None:
        """The last one of a title that is made of these words."""
        for one in islice(self.cited, len(self.titles.folded), None):
            self.titles.add((one.work.reference.title if one.work else None) or "")
        found = self.titles.made_of(title)
        return self.cited[found[-1]] if found else None


class _Resolver(Struct):
    """Goes through the citations in reading order, remembering what was cited before."""

    document: Document
    index: Index
    done: list[Resolved] = field(default_factory=list)
    last: dict[str, list[Resolved]] = field(default_factory=dict)
    by_note: dict[int, list[Resolved]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    labels: dict[str, Note] = field(default_factory=dict)
    before: dict[int, Note | None] = field(default_factory=dict)
    numbers: dict[str, list[Work]] = field(default_factory=dict)
    keys: dict[str, Work] = field(default_factory=dict)
    bracket_before: list[Resolved] = field(default_factory=list)
    acronyms: dict[str, Resolved] = field(default_factory=dict)
    """The first citation of each name in full, by the acronyms that may stand for it later."""
    lookup: Lookup = field(default_factory=lambda: Lookup(Index()))
    shorts: dict[tuple[object, ...], Resolved] = field(default_factory=dict)
    """The first citation by the same name and year, which all further ones are resolved as."""
    known: Spellings[str] = field(default_factory=Spellings)
    """The names by which `last` has citations."""
    before_by: dict[tuple[str, tuple[Person, ...]], _Before] = field(default_factory=dict)

    def run(self) -> Iterator[Resolved]:
        self.lookup = Lookup(self.index)
        previous: Note | None = None
        for note in self.document.notes:
            self.notes.setdefault(note.note_id, note)
            self.labels.setdefault(note.label, note)
            self.before[id(note)] = previous if previous and _same_run(previous, note) else None
            previous = note
        for work in self.index.works:
            if work.entry is not None:
                self.keys.setdefault(work.entry.entry_id, work)
                if work.entry.number:
                    self.numbers.setdefault(work.entry.number, []).append(work)
        for thing in _reading_order(self.document):
            group: list[Resolved] = []
            for citation in thing.citations:
                one = self._resolve(citation, thing, group)
                group.append(one)
                self.done.append(one)
                self._remember(one)
                yield one
            if isinstance(thing, Note):
                self.by_note[id(thing)] = group
            elif group:
                self.bracket_before = group

    def _remember(self, one: Resolved) -> None:
        if one.citation.kind is CitationKind.IBID:
            return
        for author in one.citation.authors[:1]:
            for key in {fold(author.family), fold(author.family).rpartition(" ")[2]}:
                if key not in self.last:
                    self.known.add(key, key)
                self.last.setdefault(key, []).append(one)

    def _resolve(self, citation: Citation, thing: Note | Bracket, group: Sequence[Resolved]) -> Resolved:
        note = thing if isinstance(thing, Note) else None
        bracket = thing if isinstance(thing, Bracket) else None
        base = Resolved(
            citation, Status.MISSING, note, bracket, pages=citation.locator.text if citation.locator else None
        )
        match citation.kind:
            case CitationKind.SHORT:
                return self._by_acronym(self._short(base))
            case CitationKind.TITLE:
                return self._title(base)
            case CitationKind.FULL:
                return self._full(base)
            case CitationKind.IBID:
                return self._ibid(base, group)
            case CitationKind.OP_CIT:
                return self._op_cit(base)
            case CitationKind.NOTE:
                return self._pointer(base)
            case CitationKind.NUMBER:
                works = self.numbers.get(citation.target or "", [])
                return _found(base, works[0]) if works else base
            case CitationKind.KEY:
                work = self.keys.get(citation.target or "")
                return _found(base, work) if work else base
            case CitationKind.LAW:
                return replace(base, status=Status.NOTHING)
            case CitationKind.LINK:
                linked = self.index.same(citation.reference) if citation.reference else None
                return _found(base, linked) if linked else replace(base, status=Status.NOTHING)

    def _short(self, base: Resolved) -> Resolved:
        citation = base.citation
        key = (citation.authors, _author_text(citation), citation.et_al, citation.year, citation.suffix, citation.weak)
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
        citation = base.citation
        text = _author_text(citation)
        of_year = self.lookup.by_authors(citation.authors, text, citation.et_al, citation.year)
        exact = [pair for pair in of_year if pair[1].reference.suffix == citation.suffix]
        if exact:
            return self._best(base, exact)
        if of_year:
            works = tuple(work for _, work in of_year)
            if len(works) == 1:
                return replace(_found(base, works[0]), candidates=works)
            return replace(base, status=Status.AMBIGUOUS, candidates=works)
        fitting = self.lookup.by_authors(citation.authors, text, citation.et_al)
        undated = [work for points, work in fitting if work.reference.year is None and points >= 3]
        undated = undated or self.lookup.undated_start(citation.authors, text)
        if len(undated) == 1:
            return _found(base, undated[0])
        titled = self.lookup.title_as_author(text, citation.year)
        if titled is not None:
            return _found(base, titled)
        others = [work for points, work in fitting if points >= 3 and work.reference.year]
        # A body whose name is not read as an author's stands as the title of its entry.
        named = self.index.by_title.get(fold(text)) if not fitting and len(citation.authors) == 1 else None
        if named is not None and named.reference.year and not named.reference.authors:
            others = [named]
        if others:
            years = tuple(sorted({f"{work.reference.year}{work.reference.suffix}" for work in others}))
            certain = citation.year != "n.d." and not citation.weak
            return replace(base, status=Status.YEAR, candidates=tuple(others), years=years, certain=certain)
        near = self._misspelt(base)
        shorter = self._without_first(citation) if near.status is Status.MISSING and not fitting else None
        return _found(base, shorter) if shorter is not None else near

    def _by_acronym(self, one: Resolved) -> Resolved:
        """A citation that resolves to nothing under an acronym that an earlier one gave to its source or may have."""
        name = fold(_author_text(one.citation))
        if one.status is not Status.MISSING:
            span = one.citation.author_span
            printed = GIVEN_ACRONYM.match(span.source.text, span.end) if span is not None else None
            if printed is not None:
                self.acronyms.setdefault(f"{fold(printed.group(1))} {one.citation.year}", one)
            return one
        first = self.acronyms.get(f"{name} {one.citation.year}")
        if first is not None and first.work is not None:
            return _found(one, first.work)
        if first is not None:
            return replace(one, root=first, certain=first.certain)
        span = one.citation.author_span
        printed = GIVEN_ACRONYM.match(span.source.text, span.end) if span is not None else None
        given = {fold(printed.group(1))} if printed is not None else set()
        for acronym in acronyms(_author_text(one.citation)) | given if " " in name else ():
            self.acronyms.setdefault(f"{acronym} {one.citation.year}", one)
        return one

    def _best(self, base: Resolved, fitting: Sequence[tuple[int, Work]]) -> Resolved:
        top = fitting[0][0]
        works = [work for points, work in fitting if points == top]
        entries = [work for work in works if work.entry is not None] or works
        if len(entries) == 1:
            return _found(base, entries[0])
        if one_source(entries):
            return _found(base, entries[0])
        return replace(base, status=Status.AMBIGUOUS, candidates=tuple(entries))

    def _without_first(self, citation: Citation) -> Work | None:
        """The one work of the year, or else without a date, that the citation means without its first word ("Pace Doe"), without an initial that
        is none ("V. Doe" for "voir Doe"), or without what follows the first author ("Insee, Enquête emploi")."""
        if not citation.authors:
            return None
        first, *rest = citation.authors
        text = _author_text(citation)
        listed = bool(rest) and "," in text and full_name(text) == fold(text)
        tries = [[Person(first.family), *rest]] if first.given else [[first]] if listed else []
        if " " in first.family:
            tries.append([Person(first.family.partition(" ")[2]), *rest])
        for year, authors in product((citation.year, None), tries):
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
        for year in (citation.year or "", *lost):
            near = self.lookup.misspelt(citation, _author_text(citation), year)
            if near is not None:
                break
        else:
            return base
        best, works, one_source = near
        if not one_source:
            return replace(base, candidates=tuple(work for work, _ in works))
        work, place = works[0]
        wrong = None
        known = work.reference.authors[place] if place >= 0 else None
        right = as_cited(citation.authors[place], known) if known is not None else work.reference.author_text
        if place < 0 and citation.author_span is not None and not right.isupper():
            wrong = (citation.author_span, right)
        elif citation.author_span is not None and place >= 0:
            at = citation.author_span.text.find(citation.authors[place].family)
            if at >= 0:
                wrong = (citation.author_span.part(at, at + len(citation.authors[place].family)), right)
        return replace(base, status=Status.MISSPELT, work=work, candidates=(work,), wrong=wrong, certain=best == 1)

    def _title(self, base: Resolved) -> Resolved:
        citation = base.citation
        title = citation.title or ""
        if citation.authors:
            return self._authored_title(base, title)
        alike = self.lookup.same_title(title)
        exact = next((work for work in alike if work.reference.year == citation.year), None)
        if exact is not None:
            return _found(base, exact)
        reworded = self.lookup.similar(title, citation.year, REWORDED)
        if len(reworded) == 1:
            return replace(base, status=Status.RETITLED, work=reworded[0], candidates=(reworded[0],))
        if alike:
            years = tuple(sorted({work.reference.year or "" for work in alike}))
            return replace(base, status=Status.YEAR, candidates=tuple(alike), years=years)
        akin = self.lookup.akin(title, citation.year, COGNATES)
        if len(akin) == 1:
            return replace(base, status=Status.RETITLED, work=akin[0], candidates=(akin[0],), certain=False)
        return base

    def _authored_title(self, base: Resolved, title: str) -> Resolved:
        citation = base.citation
        fitting = self.lookup.by_authors(citation.authors, _author_text(citation), citation.et_al)
        alike = self.lookup.titled(citation.authors, _author_text(citation), citation.et_al, title)
        dated = [work for work in alike if citation.year in (None, work.reference.year)]
        if dated:
            return _found(base, dated[0])
        if alike:
            years = tuple(sorted({work.reference.year or "" for work in alike}))
            return replace(base, status=Status.YEAR, candidates=tuple(alike), years=years)
        if len(fitting) == 1:
            return _found(replace(base, certain=False), fitting[0][1])
        return replace(base, certain=False, candidates=tuple(work for _, work in fitting))

    def _full(self, base: Resolved) -> Resolved:
        reference = base.citation.reference
        work = self.index.same(reference) if reference is not None else None
        return _found(base, work) if work is not None else replace(base, status=Status.NOTHING)

    def _ibid(self, base: Resolved, group: Sequence[Resolved]) -> Resolved:
        if group:
            return _again(base, group[-1])
        if base.note is not None:
            before = self.before.get(id(base.note))
            cited = self.by_note.get(id(before), []) if before is not None else []
        else:
            cited = self.bracket_before
        # Beside a law, Ibid means the book.
        cited = [one for one in cited if one.citation.kind is not CitationKind.LAW] or cited
        if not cited:
            return replace(base, status=Status.NO_ANTECEDENT)
        meant = {_identity(one) for one in cited}
        return replace(_again(base, cited[-1]), ambiguous=len(meant) > 1)

    def _op_cit(self, base: Resolved) -> Resolved:
        citation = base.citation
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
        return _again(base, titled or before.cited[-1], pages=False)

    def _nearly_cited(self, authors: Sequence[Person]) -> Work | None:
        """The one source cited before whose first author's name is a slip of the pen away."""
        if not authors:
            return None
        family = fold(authors[0].family)
        names = {family, family.rpartition(" ")[2]}
        near = {
            known: self.last[known][-1].work
            for name in names
            for known in self.known.near(name)
            if name[:1] == known[:1] and misspelling(name, known) == 1
        }
        works = [work for work in near.values() if work is not None]
        return works[0] if works and len({work.key for work in works}) == 1 else None

    def _cited_before(self, authors: tuple[Person, ...]) -> _Before:
        """The citations of these authors so far; of nobody, the last one."""
        if not authors:
            return _Before(cited=self.done[-1:])
        family = fold(authors[0].family)
        name = family if family in self.last else family.rpartition(" ")[2]
        held = self.last.get(name, [])
        before = self.before_by.setdefault((name, authors), _Before())
        before.cited += [one for one in islice(held, before.seen, None) if _by(one, authors)]
        before.seen = len(held)
        return before

    def _pointer(self, base: Resolved) -> Resolved:
        citation = base.citation
        prefix = base.note.note_id.rpartition("/")[0] if base.note is not None else ""
        target = f"{prefix}/{citation.target}" if prefix else citation.target or ""
        note = self.notes.get(target) or self.labels.get(citation.target or "")
        if note is None:
            return replace(base, status=Status.NO_ANTECEDENT)
        cited = self.by_note.get(id(note), [])
        if citation.authors:
            family = fold(citation.authors[0].family)
            cited = [
                one for one in cited if any(fold(name.family).endswith(family) for name in one.origin.citation.authors)
            ] or cited
        if not cited:
            return replace(base, status=Status.NOTHING)
        return _again(base, cited[0], pages=False)


def _found(base: Resolved, work: Work) -> Resolved:
    return replace(base, status=Status.ENTRY if work.entry is not None else Status.NOTE, work=work)


def _again(base: Resolved, antecedent: Resolved, pages: bool = True) -> Resolved:
    """The citation as a repetition of another: the same source, and the same pages where it names none."""
    return replace(
        base,
        status=antecedent.status,
        work=antecedent.work,
        candidates=antecedent.candidates,
        antecedent=antecedent,
        root=antecedent.origin,
        pages=base.pages if base.pages is not None or not pages else antecedent.pages,
        years=antecedent.years,
        certain=antecedent.certain,
    )


def _identity(one: Resolved) -> str:
    """What a citation means, as far as telling two apart goes: its work, or its authors and year."""
    if one.work is not None:
        return one.work.key
    origin = one.origin.citation
    return f"{fold(_author_text(origin))}/{origin.year}{origin.suffix}/{fold(origin.title or '')}"


def _author_text(citation: Citation) -> str:
    if citation.author_span is not None:
        return citation.author_span.text.replace("*", "")
    return " & ".join(person.family for person in citation.authors)


def _by(one: Resolved, authors: Sequence[Person]) -> bool:
    """Whether all these authors are among those of a citation."""
    return all(
        any(same_person(name, other) or same_person(other, name) for other in one.citation.authors) for name in authors
    )


def _same_run(one: Note, other: Note) -> bool:
    return one.note_id.rpartition("/")[0] == other.note_id.rpartition("/")[0]


def _reading_order(document: Document) -> list[Note | Bracket]:
    """Notes where they are called and brackets where they stand: the order in which a reader meets the citations.

    Notes keep the order of their numbers among themselves, because Ibid looks at the note before.
    """
    call: dict[str, Marker] = {}
    for marker in document.markers:
        call.setdefault(marker.note_id, marker)
    order = {source: at for at, source in enumerate(document.sources)}
    things: list[tuple[tuple[int, int], int, Note | Bracket]] = []
    reached = (0, -1)
    for number, note in enumerate(document.notes):
        called = call.get(note.note_id)
        at = (order[called.span.source], called.span.start) if called is not None else reached
        reached = max(reached, at)
        things.append((reached, number, note))
    for bracket in document.brackets:
        things.append(((order[bracket.span.source], bracket.span.start), -1, bracket))
    return [thing for _, _, thing in sorted(things, key=lambda one: (one[0], one[1]))]
