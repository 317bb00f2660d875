"""Crossref: the DOIs of most publishers (https://api.crossref.org, REST API; schema of ``works``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, NOT_THERE, Record, RegistryAnswer, Update, UpdateKind, found
from citecheck.model.reference import Person
from citecheck.model.sources import SourceClass, Subject
from citecheck.sources.addresses import address, words_of
from citecheck.sources.decoding import child, items, json_of, listed, text_of, years_in

NAME = "crossref"
HOST = "api.crossref.org"
INTERVAL = 0.34
ROWS = "5"
MISSING = 404
UNKNOWN = b"Resource not found."
DATES = ("issued", "published", "published-print", "published-online", "posted", "accepted", "content-created")
"""All dates but those of the record itself."""
COUNTED = 50
"""Authors that are kept: a record may have thousands."""
KINDS = {
    "retraction": UpdateKind.RETRACTION,
    "partial_retraction": UpdateKind.CORRECTION,
    "removal": UpdateKind.RETRACTION,
    "withdrawal": UpdateKind.RETRACTION,
    "expression_of_concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "corrigendum": UpdateKind.CORRECTION,
    "erratum": UpdateKind.CORRECTION,
    "addendum": UpdateKind.CORRECTION,
    "clarification": UpdateKind.CORRECTION,
    "new_version": UpdateKind.NEW_VERSION,
    "new_edition": UpdateKind.NEW_VERSION,
    "reinstatement": UpdateKind.REINSTATEMENT,
}
NOTICES = frozenset(("peer-review", "component", "journal", "journal-issue", "grant"))


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return address(HOST, f"/works/{subject.doi}", {"mailto": mailto}) if subject.doi else None


def by_words(subject: Subject, mailto: str) -> str | None:
    if subject.kind not in (SourceClass.IDENTIFIER, SourceClass.ARTICLE, SourceClass.BOOK) or not subject.title:
        return None
    return address(HOST, "/works", {"query.bibliographic": words_of(subject), "rows": ROWS, "mailto": mailto})


def read(answer: Answer) -> RegistryAnswer:
    if answer.status == MISSING and answer.complete and answer.body.strip() == UNKNOWN:
        return NOT_THERE
    value = json_of(answer)
    if isinstance(value, list):
        # What programs keep of a search: the list without what stands around it.
        return found(tuple(map(_record, items(value))))
    message = child(value, "message")
    if not isinstance(message, Mapping):
        return NO_ANSWER
    if isinstance(message.get("items"), list):
        return found(tuple(map(_record, items(message["items"]))))
    return found((_record(message),)) if text_of(message.get("DOI")) else NO_ANSWER


def _record(work: Mapping[str, Any]) -> Record:
    authors = list(_people(work.get("author"))) or list(_people(work.get("editor")))
    doi = text_of(work.get("DOI"))
    updates = tuple(_updates(work.get("updated-by"), doi))
    about = [one for one in items(work.get("update-to")) if _doi(one.get("DOI")) != _doi(doi) and _is_notice(one)]
    return Record(
        registry=NAME,
        titles=tuple(_titles(work)),
        authors=tuple(authors[:COUNTED]),
        authors_total=len(authors),
        years=years_in([_year(work.get(name)) for name in DATES]),
        containers=(*listed(work.get("container-title")), *listed(work.get("short-container-title"))),
        volume=text_of(work.get("volume")),
        issue=text_of(work.get("issue")),
        pages=text_of(work.get("page")),
        doi=doi,
        isbns=listed(work.get("ISBN")),
        type=text_of(work.get("type")) or "",
        language=text_of(work.get("language")),
        publisher=text_of(work.get("publisher")),
        notice=bool(about) or text_of(work.get("type")) in NOTICES,
        updates=updates,
        published_as=next((_doi(one.get("id")) for one in items(child(work, "relation", "is-preprint-of"))), None),
    )


def _is_notice(update: Mapping[str, Any]) -> bool:
    """Whether what updates another work is a notice about it, and not a new version of it."""
    return KINDS.get(text_of(update.get("type")) or "") is not UpdateKind.NEW_VERSION


def _titles(work: Mapping[str, Any]) -> Iterator[str]:
    main = listed(work.get("title"))
    yield from main
    for title in main[:1]:
        yield from (f"{title}: {subtitle}" for subtitle in listed(work.get("subtitle")))
    yield from listed(work.get("original-title"))
    yield from listed(work.get("short-title"))


def _people(value: Any) -> Iterator[Person]:
    for one in items(value):
        family, name = text_of(one.get("family")), text_of(one.get("name"))
        if family:
            yield Person(family, text_of(one.get("given")) or "")
        elif name:
            yield Person(name, corporate=True)


def _year(value: Any) -> Any:
    parts = child(value, "date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    return first[0] if isinstance(first, list) and first else None


def _updates(value: Any, doi: str | None) -> Iterator[Update]:
    for one in items(value):
        kind = KINDS.get(text_of(one.get("type")) or "")
        notice = text_of(one.get("DOI"))
        if kind is None or (kind is not UpdateKind.NEW_VERSION and notice and _doi(notice) == _doi(doi)):
            # A notice that names itself is no notice about the work.
            continue
        parts = child(one, "updated", "date-parts")
        yield Update(kind, notice, _day(parts))


def _day(parts: Any) -> str | None:
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not first or not all(isinstance(part, int) for part in first):
        return None
    return "-".join(f"{part:04}" if at == 0 else f"{part:02}" for at, part in enumerate(first[:3]))


def _doi(value: Any) -> str | None:
    return value.casefold() if isinstance(value, str) else None
