"""Semantic Scholar: asked with a key only, and never the only witness (https://api.semanticscholar.org/api-docs)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, NOT_THERE, Record, RegistryAnswer, found
from citecheck.model.sources import SourceClass, Subject
from citecheck.sources.addresses import LONGEST, address
from citecheck.sources.decoding import child, items, json_of, natural, text_of, years_in

NAME = "semantic-scholar"
HOST = "api.semanticscholar.org"
INTERVAL = 1.0
MISSING = 404
FIELDS = "title,authors,year,publicationDate,venue,journal,externalIds,publicationTypes"


def by_identifier(subject: Subject, mailto: str) -> str | None:
    named = f"DOI:{subject.doi}" if subject.doi else f"arXiv:{subject.arxiv}" if subject.arxiv else None
    return address(HOST, f"/graph/v1/paper/{named}", {"fields": FIELDS}) if named else None


def by_words(subject: Subject, mailto: str) -> str | None:
    if subject.kind is not SourceClass.ARTICLE or not subject.title:
        return None
    return address(HOST, "/graph/v1/paper/search/match", {"query": subject.sought[:LONGEST], "fields": FIELDS})


def read(answer: Answer) -> RegistryAnswer:
    if (
        answer.status == MISSING
        and answer.complete
        and b'"error"' in answer.body
        and b"not found" in answer.body.lower()
    ):
        return NOT_THERE
    value = json_of(answer)
    if isinstance(child(value, "data"), list):
        return found(tuple(map(_record, items(value["data"]))))
    return found((_record(value),)) if text_of(child(value, "paperId")) else NO_ANSWER


def _record(work: Mapping[str, Any]) -> Record:
    authors = [natural(name) for one in items(work.get("authors")) if (name := text_of(one.get("name")))]
    title, journal = text_of(work.get("title")), text_of(child(work, "journal", "name"))
    return Record(
        registry=NAME,
        titles=(title,) if title else (),
        authors=tuple(authors),
        authors_total=len(authors),
        years=years_in([work.get("year"), work.get("publicationDate")]),
        containers=tuple(dict.fromkeys(filter(None, (text_of(work.get("venue")), journal)))),
        volume=text_of(child(work, "journal", "volume")),
        pages=text_of(child(work, "journal", "pages")),
        doi=text_of(child(work, "externalIds", "DOI")),
    )
