"""Matching: whether a record of a registry is the work that a reference means.

The features and their order are those of `docs/decisions/sources.md`, where they were measured: titles over all forms that the record
has, the cited authors that it has, the least distance of its years, and what else places it (volume, first page, container).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from msgspec import Struct
from rapidfuzz import fuzz

from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.languages.patterns import any_of
from citecheck.model.records import Record
from citecheck.model.reference import Person
from citecheck.model.sources import Subject

__all__ = ["Features", "Match", "features_of", "judge", "title_likeness"]

LIKE, SURE_TITLE, NEAR, LEAST = 90.0, 95.0, 93.0, 65.0
"""Likeness of titles (0 to 100): from which two are one, from which they are without authors, of the same title by others, and below
which they have nothing to do with each other."""
DOI_TITLE = 70.0
SUBTITLE = 95.0
"""The likeness of a title and the same without its subtitle."""
FEWEST_WORDS, LONG = 3, 5
CONTAINER = 90.0
NAME = 85.0
"""The likeness of family names of five letters and more from which one is a slip of the other."""
HALF, QUARTER, FIFTH = 0.5, 0.25, 0.2
FAR = 3
COMPARED = 50
DIGITS = re.compile(r"[A-Za-z]?\d+")
SET_APART = re.compile(r"\s[-–—]\s|:\s")
SUBTITLED = re.compile(r"\s[-–—]\s|[:?!.]\s|\\n\s?")
BEHIND = re.compile(r"\s*[(\[][^()\[\]]{3,40}[)\]]\s*\Z")
"""What is said of a work behind its title: ``(extended abstract)``."""


class Match(StrEnum):
    """Whether a record is the work."""

    SAME = "same"
    PERHAPS = "perhaps"
    OTHER_AUTHORS = "other_authors"
    """It has the title, and nearly no author."""
    NO = "no"


class Features(Struct, frozen=True):
    """What a reference and a record have in common. ``share`` is that of the cited authors who are found, None where there are none
    to compare; ``gap`` the least distance of years; ``coordinates`` count volume, first page and container."""

    title: float
    words: int
    generic: bool
    first: bool
    share: float | None
    everyone: bool
    gap: int | None
    volume: bool
    page: bool
    container: bool
    doi: bool
    notice: bool

    @property
    def people(self) -> bool:
        """Whether enough of the cited authors are found."""
        return self.share is not None and (self.share >= HALF or (self.first and self.share >= QUARTER))

    @property
    def coordinates(self) -> int:
        """How many of volume, first page and container agree."""
        return self.volume + self.page + self.container


def judge(subject: Subject, record: Record) -> Match:
    """Whether a record is the work that a subject means."""
    return _verdict(features_of(subject, record))


def _verdict(x: Features) -> Match:
    if x.notice:
        return Match.NO
    if _is_same(x):
        return Match.SAME
    near = x.gap is None or x.gap <= FAR
    if x.title >= NEAR and x.words >= LONG and x.share is not None and x.share <= FIFTH and not x.first:
        return Match.OTHER_AUTHORS
    if (x.generic or x.words < FEWEST_WORDS) and x.title >= LIKE and x.people:
        return Match.PERHAPS
    if (x.title >= LEAST and x.first and near) or (x.title >= LIKE and (x.people or x.share is None)):
        return Match.PERHAPS
    return Match.NO


def _is_same(x: Features) -> bool:
    if x.doi and (x.title >= DOI_TITLE or x.people):
        return True
    if x.page and x.volume and x.people and (x.gap is None or x.gap <= 1):
        return True
    if x.generic or x.words < FEWEST_WORDS:
        return _is_same_generic(x)
    if x.title >= LIKE and x.people:
        return x.gap is None or x.gap <= FAR or x.coordinates >= 2
    return _is_same_nameless(x)


def _is_same_generic(x: Features) -> bool:
    """Of a title that many works have: what else places it must agree."""
    placed = x.coordinates >= 2 or (x.everyone and x.gap == 0)
    return x.title >= SURE_TITLE and x.people and placed


def _is_same_nameless(x: Features) -> bool:
    """Without authors to compare: a long title, word for word, and its year."""
    return x.share is None and x.title >= SURE_TITLE and x.words >= LONG and x.gap is not None and x.gap <= 1


def features_of(subject: Subject, record: Record) -> Features:
    """What a subject and a record have in common."""
    cited = [title for _, title in subject.titles]
    share, first, everyone = _shared(subject.authors, record)
    words_of_title = max((len(fold(title).split()) for title in cited), default=0)
    return Features(
        title=max((title_likeness(one, other) for one in cited for other in _titles(record, one)), default=0.0),
        words=words_of_title,
        generic=any(fold(title) in _generic() for title in cited),
        first=first,
        share=share,
        everyone=everyone,
        gap=min((abs(subject.year - year) for year in record.years), default=None) if subject.year else None,
        volume=bool(subject.volume and record.volume and fold(subject.volume) == fold(record.volume)),
        page=_first_page(subject.pages) is not None and _first_page(subject.pages) == _first_page(record.pages),
        container=_contained(subject, record),
        doi=bool(subject.doi and record.doi and subject.doi.casefold() == record.doi.casefold()),
        notice=_is_notice(cited, record),
    )


def _titles(record: Record, cited: str) -> tuple[str, ...]:
    """The titles of a record that a cited one is compared with: where it has a subtitle, none that the record has with one, too."""
    if SUBTITLED.search(cited) is None:
        return record.titles
    own, asked = [_bare(title) for title in record.titles], _bare(cited)
    return tuple(
        title
        for title, bare in zip(record.titles, own, strict=True)
        if bare == asked or not any(other != bare and other.startswith(f"{bare} ") for other in own)
    )


def title_likeness(one: str, other: str) -> float:
    """How alike a cited title and a record's are, 0 to 100: without case, accents, signs and marks of retraction; where one is the other without its
    subtitle, `SUBTITLE`."""
    a, b = _bare(one), _bare(other)
    if not a or not b:
        return 0.0
    whole = max(fuzz.ratio(a, b), fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")))
    short, long = sorted((a, b), key=len)
    # Behind a question or a stop, what a reference prints and a record lacks may be another title.
    signs = ((one, SET_APART), (other, SUBTITLED))
    heads = {_bare(sign.split(title, maxsplit=1)[0]) for title, sign in signs if sign.search(title)}
    if whole < SUBTITLE and len(short.split()) >= FEWEST_WORDS and short in heads and long.startswith(short):
        return SUBTITLE
    return whole


def _bare(title: str) -> str:
    return _retracted().sub("", fold(BEHIND.sub("", title).replace("\\n", " ") or title))


def _is_notice(cited: list[str], record: Record) -> bool:
    """Whether a record is a notice or a review, and the reference is none."""
    own = [fold(title) for title in record.titles]
    marked = record.notice or any(_notice().match(title) for title in own)
    return marked and not any(_notice().match(fold(title)) for title in cited)


def _shared(authors: tuple[Person, ...], record: Record) -> tuple[float | None, bool, bool]:
    """The share of the cited authors who are found, whether the first is, and whether all are."""
    known = [name for person in record.authors[:COMPARED] for name in _names(person)]
    cited = [one for one in authors[:COMPARED] if one.family]
    if not cited or not known:
        return None, False, False
    hits = [_is_among(person, known) for person in cited]
    return sum(hits) / len(hits), hits[0], all(hits)


def _names(person: Person) -> list[str]:
    """The names by which a person may be cited: lists come with given and family names swapped."""
    names = [fold(person.family)]
    if person.given:
        names += [fold(person.given), fold(f"{person.given} {person.family}")]
    return [name for name in names if len(name) > 1]


def _is_among(person: Person, known: list[str]) -> bool:
    name = fold(person.family)
    last = name.split()[-1] if name else ""
    for other in known:
        if name == other or (len(last) > 2 and last in other.split()):
            return True
        if person.given and other.startswith(name) and other.removeprefix(name) == fold(person.given).replace(" ", ""):
            return True
        if len(name) >= LONG and fuzz.ratio(name, other) >= NAME:
            return True
        if person.corporate and len(name) >= LONG and fuzz.token_set_ratio(name, other) >= CONTAINER:
            return True
    return False


def _first_page(pages: str | None) -> str | None:
    found = DIGITS.search(pages) if pages else None
    return found[0].casefold() if found is not None else None


def _contained(subject: Subject, record: Record) -> bool:
    if not subject.container:
        return False
    name = fold(subject.container)
    return any(fuzz.ratio(name, fold(other)) >= CONTAINER for other in record.containers)


@cache
def _generic() -> frozenset[str]:
    """Titles that many works have: "Introduction"."""
    return frozenset(fold(title) for title in words("generic_titles"))


@cache
def _retracted() -> re.Pattern[str]:
    """The mark of a retraction before a title: ``RETRACTED: …``"""
    return re.compile(rf"\A{any_of('retraction_marks')}\s", re.IGNORECASE)


@cache
def _notice() -> re.Pattern[str]:
    """How notices and reviews begin; what a reference says of itself is none."""
    return re.compile(rf"\A{any_of('notices')}(?!\w)", re.IGNORECASE)
