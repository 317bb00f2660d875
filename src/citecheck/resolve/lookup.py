"""Looking works up: what a citation may mean where nothing is exactly what it says.

Each question costs about the same however many works there are, and is answered once for all citations that ask it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct, field

from citecheck.languages.folding import fold
from citecheck.likeness.cognates import Translations
from citecheck.likeness.names import Spellings, acronyms, as_cited, misspelling, same_person
from citecheck.likeness.titles import Titles
from citecheck.likeness.works import one_source
from citecheck.model.citations import Work
from citecheck.model.reference import Citation, Person
from citecheck.resolve.works import FARTHEST, Index, first_sentence

Near = tuple[int, Sequence[tuple[Work, int]], bool]
"""How far from the cited name the nearest ones are, the works with which of their authors is meant, and whether these are one
source."""


class Lookup(Struct):
    """The works of an index that nothing is added to any more. What is asked for of a year or a name is made when it is."""

    index: Index
    fitting: dict[tuple[object, ...], list[tuple[int, Work]]] = field(default_factory=dict)
    titles: dict[tuple[object, ...], Titles] = field(default_factory=dict)
    starts: dict[tuple[str, str | None], list[tuple[str, int]]] = field(default_factory=dict)
    spellings: dict[str, Spellings[int]] = field(default_factory=dict)
    near: dict[tuple[object, ...], Near | None] = field(default_factory=dict)
    entitled: dict[str | None, tuple[list[Work], Titles]] = field(default_factory=dict)
    translations: dict[str | None, tuple[list[Work], Translations]] = field(default_factory=dict)

    def by_authors(
        self, authors: tuple[Person, ...], text: str, et_al: bool, *years: str | None
    ) -> Sequence[tuple[int, Work]]:
        """As `Index.by_authors`."""
        key = authors, text, et_al, years
        if key not in self.fitting:
            self.fitting[key] = self.index.by_authors(authors, text, et_al, *years)
        return self.fitting[key]

    def reordered(self, citation: Citation) -> Sequence[tuple[int, Work]]:
        """The works of the year by exactly the cited authors, in another order."""
        works = self.index.by_year.get(citation.year or "", ()) if len(citation.authors) > 1 else ()
        return [(2, work) for work in works if _are_the_same(citation.authors, work.reference.authors)]

    def titled(self, authors: tuple[Person, ...], text: str, et_al: bool, title: str) -> list[Work]:
        """The works that fit cited authors and have this title; failing that, those whose title is made of its words."""
        fitting = self.by_authors(authors, text, et_al)
        titles = self.titles.get((authors, text, et_al))
        if titles is None:
            titles = self.titles[authors, text, et_al] = Titles.of([work.reference.title or "" for _, work in fitting])
        found = [at for at in titles.same(title) if fitting[at][1].reference.title] or titles.made_of(title)
        return [fitting[at][1] for at in found]

    def title_as_author(self, text: str, year: str | None) -> Work | None:
        """A source without author may be cited by its title, or its beginning, without quotation marks."""
        name = fold(text)
        key = name.partition(" ")[0], year
        works = self.index.anonymous.get(key, ())
        if len(name) < 4 or not works:
            return None
        if key not in self.starts:
            self.starts[key] = sorted((fold(work.reference.title or ""), at) for at, work in enumerate(works))
        found = _beginning(self.starts[key], name)
        alone = " " not in name
        fitting = [at for title, at in found if title == name or not alone]
        return works[min(fitting)] if fitting else None

    def undated_start(self, authors: Sequence[Person], text: str) -> list[Work]:
        """Entries without a date that begin with the cited name: without its date, an entry's author cannot be told.

        An institution may be cited by its acronym; persons are cited without their given names and what they did ("dir.").
        """
        name = fold(text)
        first = name.partition(" ")[0]
        works = self.index.undated.get(first, ())
        if not works:
            return []
        key = f"undated {first}", None
        if key not in self.starts:
            self.starts[key] = sorted((fold(work.reference.span.text[:FARTHEST]), at) for at, work in enumerate(works))
        found = _named(self.starts[key], name, [fold(author.family) for author in authors])
        if text.isupper():
            found |= {
                at
                for at, work in enumerate(works)
                if name in acronyms(first_sentence(work.reference.span.text[:FARTHEST]))
            }
        return [works[at] for at in sorted(found)]

    def misspelt(self, citation: Citation, text: str, year: str) -> Near | None:
        """The works of a year of which the citation's name, ``text``, is nearest to being a slip of the pen."""
        key = citation.authors, text, citation.et_al, citation.suffix, year
        if key not in self.near:
            self.near[key] = self._misspelt(citation, text, year)
        return self.near[key]

    def misspelt_of(self, citation: Citation, text: str, title: str) -> tuple[Work, int] | None:
        """The work of this title of which the citation's name, ``text``, is a slip of the pen, and which of its authors."""
        for work in self.same_title(title):
            near = self.misspelt(citation, text, work.reference.year or "")
            place = next((at for one, at in near[1] if one is work), None) if near is not None else None
            if place is not None:
                return work, place
        return None

    def _misspelt(self, citation: Citation, text: str, year: str) -> Near | None:
        works, spellings = self.index.by_year.get(year, ()), self._spelt(year)
        asked = {text, *(author.family for author in citation.authors)}
        candidates = sorted({at for name in asked for at in spellings.near(name)})
        slips = [(slip, works[at]) for at in candidates if (slip := _slip(citation, text, works[at])) is not None]
        near = [one for one in slips if one[1].reference.suffix in ("", citation.suffix)] or slips
        return _nearest(near) if near else None

    def _spelt(self, year: str) -> Spellings[int]:
        """The names of the authors of a year's works, by the ordinals of these."""
        spellings = self.spellings.get(year)
        if spellings is None:
            spellings = self.spellings[year] = Spellings()
            for at, work in enumerate(self.index.by_year.get(year, ())):
                families = [person.family for person in work.reference.authors]
                ends = (family.rpartition(" ")[2] for family in families)
                for name in {work.reference.author_text, *families, *ends}:
                    spellings.add(name, at)
        return spellings

    def same_title(self, title: str) -> list[Work]:
        """The works of this title."""
        works, titles = self._entitled(None)
        return [works[at] for at in titles.same(title)]

    def similar(self, title: str, year: str | None, least: float) -> list[Work]:
        """The works of a year, or of none, whose title is so similar to this one."""
        works, titles = self._entitled(year or "")
        return [works[at] for at in titles.similar(title, least)]

    def _entitled(self, year: str | None) -> tuple[list[Work], Titles]:
        """The works of a year, or all, that have a title."""
        if year not in self.entitled:
            every = self.index.works if year is None else self.index.by_year.get(year, ())
            works = [work for work in every if work.reference.title]
            self.entitled[year] = works, Titles.of([work.reference.title or "" for work in works])
        return self.entitled[year]

    def akin(self, title: str, year: str | None, least: float) -> list[Work]:
        """The works of a year, or of none, without author whose title has so large a share of this one's words or their cognates."""
        if year not in self.translations:
            works = [work for work in self._entitled(year or "")[0] if not work.reference.authors]
            self.translations[year] = works, Translations.of(work.reference.title or "" for work in works)
        works, translations = self.translations[year]
        return [works[at] for at in translations.akin(title, least)]


def _are_the_same(cited: Sequence[Person], known: Sequence[Person]) -> bool:
    """Whether as many authors are known as are cited, and each is one of these."""
    return len(cited) == len(known) and all(any(same_person(name, one) for name in cited) for one in known)


def _nearest(slips: Sequence[tuple[tuple[int, int], Work]]) -> Near:
    best = min(distance for (distance, _), _ in slips)
    nearest = tuple((work, place) for (distance, place), work in slips if distance == best)
    return best, nearest, one_source([work for work, _ in nearest])


def _beginning(texts: Sequence[tuple[str, int]], start: str) -> Sequence[tuple[str, int]]:
    """Those of some texts, in order, that begin with these words."""
    # "!" is the sign after the space.
    return texts[bisect_left(texts, (start, -1)) : bisect_left(texts, (f"{start}!", -1))] if start else ()


def _named(texts: Sequence[tuple[str, int]], name: str, families: Sequence[str]) -> set[int]:
    """Of some texts, in order, those that begin with a name, or with the first of some families and have all others."""
    whole = {at for _, at in _beginning(texts, name)} if len(name) >= 4 else set()
    if not families or len(families[0]) < 4:
        return whole
    begun = _beginning(texts, families[0])
    return whole | {at for text, at in begun if all(f" {family} " in f" {text} " for family in families)}


def _is_body(authors: Sequence[Person]) -> bool:
    """Whether the only author is a body, or written like one: of several words without a given name."""
    return len(authors) == 1 and " " in authors[0].family and not authors[0].given


def _slip(citation: Citation, text: str, work: Work) -> tuple[int, int] | None:
    """``(distance, which author)`` where exactly one cited name is a slip of the pen and all the others are right."""
    known, cited = work.reference.authors, citation.authors
    whole = misspelling(text, work.reference.author_text) if _is_body(known) else None
    if whole is not None:
        return whole, -1
    # One of several authors may stand for all.
    alone = len(cited) == 1 < len(known) and not citation.et_al
    place = _only_wrong(cited, known) if alone or citation.et_al or len(cited) == len(known) else None
    if place is None:
        return None
    distance = misspelling(cited[place].family, as_cited(cited[place], known[place]))
    if distance is None or (alone and distance > 1):
        return None
    return (2 if alone else distance), place


def _only_wrong(cited: Sequence[Person], known: Sequence[Person]) -> int | None:
    """The ordinal of the only cited author who is none of the known ones; None where more are cited than known."""
    if len(cited) > len(known):
        return None
    wrong = [place for place, pair in enumerate(zip(cited, known, strict=False)) if not same_person(*pair)]
    return wrong[0] if len(wrong) == 1 else None
