"""OpenLibrary: books (https://openlibrary.org/dev/docs/api/search)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, Record, RegistryAnswer, found
from citecheck.model.sources import SourceClass, Subject
from citecheck.sources.addresses import LONGEST, address
from citecheck.sources.decoding import child, items, json_of, listed, natural, text_of, years_in

NAME = "openlibrary"
HOST = "openlibrary.org"
INTERVAL = 0.5
FIELDS = "title,subtitle,author_name,publish_year,first_publish_year,isbn,publisher,language"
ISBNS = 20


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return (
        address(HOST, "/search.json", {"isbn": subject.isbn, "fields": FIELDS, "limit": "3"}) if subject.isbn else None
    )


def by_words(subject: Subject, mailto: str) -> str | None:
    if subject.kind is not SourceClass.BOOK or not subject.title:
        return None
    author = subject.authors[0].family if subject.authors else ""
    return address(
        HOST, "/search.json", {"title": subject.sought[:LONGEST], "author": author, "fields": FIELDS, "limit": "5"}
    )


def read(answer: Answer) -> RegistryAnswer:
    docs = child(json_of(answer), "docs")
    return found(tuple(map(_record, items(docs)))) if isinstance(docs, list) else NO_ANSWER


def _record(work: Mapping[str, Any]) -> Record:
    title, subtitle = text_of(work.get("title")), text_of(work.get("subtitle"))
    authors = [natural(name) for name in listed(work.get("author_name"))]
    years = work.get("publish_year")
    return Record(
        registry=NAME,
        titles=tuple(filter(None, (title, f"{title}: {subtitle}" if title and subtitle else None))),
        authors=tuple(authors),
        authors_total=len(authors),
        years=years_in([*(years if isinstance(years, list) else ()), work.get("first_publish_year")]),
        isbns=listed(work.get("isbn"))[:ISBNS],
        type="book",
        publisher=next(iter(listed(work.get("publisher"))), None),
    )
