"""Comparing: what an accepted record has otherwise than the reference prints, where every accepted record has it otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from citecheck.languages.folding import fold
from citecheck.model.records import Record, Update, UpdateKind
from citecheck.model.sources import Difference, Subject
from citecheck.sources.match import features_of, title_likeness

__all__ = ["differences", "worst_update"]

ALIKE = 90.0
WITNESSES = 2
"""Records that must agree before an author is said to be another, unless the record is the DOI's own."""
SHOWN = 6
NUMBER = re.compile(r"\d+")
RANK = (UpdateKind.RETRACTION, UpdateKind.CONCERN, UpdateKind.CORRECTION)


def differences(subject: Subject, accepted: Sequence[Record]) -> tuple[Difference, ...]:
    """The fields in which all accepted records differ from what is printed."""
    if not accepted:
        return ()
    return (
        *_title(subject, accepted),
        *_year(subject, accepted),
        *_authors(subject, accepted),
        *_place(subject, accepted),
    )


def _title(subject: Subject, accepted: Sequence[Record]) -> Iterator[Difference]:
    """A title that no record has in its language; one in a language that the records are not in says nothing."""
    for lang, title in subject.titles:
        known = [other for one in accepted if _speaks(one, lang) for other in one.titles]
        if known and max(title_likeness(title, other) for other in known) < ALIKE:
            yield Difference("title", title, _shown(known[:1]))


def _speaks(record: Record, lang: str) -> bool:
    return record.language is not None and record.language[:2].casefold() == lang[:2].casefold()


def _year(subject: Subject, accepted: Sequence[Record]) -> Iterator[Difference]:
    years = sorted({year for one in accepted for year in one.years})
    if subject.year is None or not years:
        return
    distance = min(abs(subject.year - year) for year in years)
    if distance and all(one.years for one in accepted):
        yield Difference("year", str(subject.year), tuple(map(str, years)), distance)


def _authors(subject: Subject, accepted: Sequence[Record]) -> Iterator[Difference]:
    """A first author whom no record has, where enough of them tell."""
    told = [one for one in accepted if one.authors]
    own = any(subject.doi and one.doi and one.doi.casefold() == subject.doi.casefold() for one in told)
    if not subject.authors or not (own or len({one.registry for one in told}) >= WITNESSES):
        return
    if all(not features_of(subject, one).first for one in told):
        printed = "; ".join(person.family for person in subject.authors[:SHOWN])
        yield Difference("authors", printed, _shown(_names(one) for one in told))


def _names(record: Record) -> str:
    return "; ".join(person.family for person in record.authors[:SHOWN])


def _place(subject: Subject, accepted: Sequence[Record]) -> Iterator[Difference]:
    """A volume, or pages, that all records have otherwise."""
    volumes = [one.volume for one in accepted if one.volume]
    # What is printed as a year is often the volume of a journal that counts by years, and the other way round.
    volume = subject.volume if subject.volume != str(subject.year) else None
    if volume and volumes and all(_number(volume) != _number(one) for one in volumes):
        yield Difference("volume", volume, _shown(volumes))
    pages = [one.pages for one in accepted if one.pages]
    if subject.pages and pages and all(_first(subject.pages) != _first(one) for one in pages):
        yield Difference("pages", subject.pages, _shown(pages))


def _number(text: str) -> str:
    found = NUMBER.search(text)
    return found[0].lstrip("0") if found is not None else fold(text)


def _first(pages: str) -> str:
    return _number(pages)


def _shown(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))[:SHOWN]


def worst_update(accepted: Sequence[Record]) -> Update | None:
    """The notice about a work that a reader must know of first; a reinstatement undoes a retraction before it."""
    updates = [one for record in accepted for one in record.updates]
    back = max((one.day or "" for one in updates if one.kind is UpdateKind.REINSTATEMENT), default=None)
    standing = [
        one
        for one in updates
        if not (back is not None and one.kind is UpdateKind.RETRACTION and (one.day or "") <= back)
    ]
    return next((one for kind in RANK for one in standing if one.kind is kind), None)
