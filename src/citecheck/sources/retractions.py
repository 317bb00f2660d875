"""Retractions: a file of Retraction Watch, in which works are looked up on this machine so that nobody learns which.

One row a notice, with the DOI and the PubMed number of the work (https://doi.org/10.13003/c23rw1d9, Crossref's copy of the database).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import PurePath

from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.model.records import Record, Update, UpdateKind
from citecheck.model.sources import Retractions, Source, SourceStatus
from citecheck.sources.compare import worst_update

__all__ = ["keys_of", "read_retractions", "with_retractions"]

NAME = "retraction-watch"
COLUMNS = ("RetractionNature", "RetractionDate", "RetractionDOI", "OriginalPaperDOI", "OriginalPaperPubMedID")
KINDS = {
    "retraction": UpdateKind.RETRACTION,
    "expression of concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "reinstatement": UpdateKind.REINSTATEMENT,
}
UNKNOWN = frozenset(("", "0", "unavailable"))
LONGEST = 1 << 20
"""Characters of a field."""
Notices = Mapping[str, tuple[Update, ...]]


def read_retractions(raw: bytes, name: str, day: str, wanted: Iterable[str]) -> tuple[Notices, Retractions]:
    """The notices about works, by DOI in lower case or by ``pmid:`` and number, of those that are wanted; and what is said of the file
    with that name and day (ISO). Raises InputError where it is none of Retraction Watch."""
    asked, found, rows = frozenset(wanted), dict[str, list[Update]](), 0
    csv.field_size_limit(LONGEST)
    columns = ", ".join(COLUMNS)
    try:
        table = csv.DictReader(io.TextIOWrapper(io.BytesIO(raw), "utf-8-sig", errors="replace", newline=""))
        if not set(COLUMNS) <= set(table.fieldnames or ()):
            raise InputError(f"{name} is no file of Retraction Watch: it lacks the columns {columns}")
        for row in table:
            rows += 1
            for key in _keys(row):
                if key in asked and (update := _update(row)) is not None:
                    found.setdefault(key, []).append(update)
    except csv.Error as error:
        raise InputError(f"{name} cannot be read ({error})") from error
    return {key: tuple(updates) for key, updates in found.items()}, Retractions(PurePath(name).name, day, rows)


def _keys(row: Mapping[str, str | None]) -> Iterator[str]:
    doi, number = ((row[name] or "").strip().casefold() for name in ("OriginalPaperDOI", "OriginalPaperPubMedID"))
    if doi not in UNKNOWN:
        yield doi
    if number not in UNKNOWN:
        yield f"pmid:{number}"


def _update(row: Mapping[str, str | None]) -> Update | None:
    kind = KINDS.get((row["RetractionNature"] or "").strip().casefold())
    notice = (row["RetractionDOI"] or "").strip()
    return Update(kind, notice or None, _day(row["RetractionDate"] or "")) if kind is not None else None


def _day(written: str) -> str | None:
    """An American date, ``9/22/2021 0:00``, as ISO has it."""
    try:
        return datetime.strptime(written.partition(" ")[0], "%m/%d/%Y").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def keys_of(source: Source) -> tuple[str, ...]:
    """By what a source is looked up."""
    subject = source.subject
    dois = {doi.casefold() for doi in (subject.doi, source.record.doi if source.record is not None else None) if doi}
    return (*sorted(dois), *((f"pmid:{subject.pubmed}",) if subject.pubmed else ()))


STATUS = {UpdateKind.RETRACTION: SourceStatus.RETRACTED, UpdateKind.CONCERN: SourceStatus.CONCERN}


def with_retractions(source: Source, notices: Notices) -> Source:
    """The source with what a file says of it: that outranks what registries said but for another work's identifier."""
    told = [update for key in keys_of(source) for update in notices.get(key, ())]
    if not told or source.status is SourceStatus.OTHER_WORK:
        return source
    known = (source.update,) if source.update is not None else ()
    update = worst_update([Record(NAME, updates=(*known, *told))])
    if update is None:
        return source
    status = STATUS.get(
        update.kind, SourceStatus.CORRECTED if source.status is SourceStatus.CONFIRMED else source.status
    )
    record = source.record or Record(NAME, titles=(source.subject.title,), doi=source.subject.doi)
    return replace(source, status=status, update=update, record=record)
