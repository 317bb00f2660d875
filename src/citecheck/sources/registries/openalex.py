"""OpenAlex: an open catalogue of scholarly works (https://docs.openalex.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, NOT_THERE, Record, RegistryAnswer, found
from citecheck.model.reference import Person
from citecheck.model.sources import SourceClass, Subject
from citecheck.sources.addresses import LONGEST, address
from citecheck.sources.decoding import child, items, json_of, natural, text_of, years_in

NAME = "openalex"
HOST = "api.openalex.org"
INTERVAL = 0.2
MISSING = 404
COUNTED = 50


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return address(HOST, f"/works/doi:{subject.doi}", {"mailto": mailto}) if subject.doi else None


def by_words(subject: Subject, mailto: str) -> str | None:
    if subject.kind not in (SourceClass.IDENTIFIER, SourceClass.ARTICLE, SourceClass.BOOK) or not subject.title:
        return None
    # A comma parts filters.
    words = " ".join(subject.sought[:LONGEST].replace(",", " ").replace("|", " ").split())
    return address(HOST, "/works", {"search": words, "per_page": "5", "mailto": mailto})


def read(answer: Answer) -> RegistryAnswer:
    if answer.status == MISSING and answer.complete and b"404 Not Found" in answer.body:
        return NOT_THERE
    value = json_of(answer)
    if isinstance(value, list):
        return found(tuple(map(_record, items(value))))
    if isinstance(child(value, "results"), list):
        return found(tuple(map(_record, items(value["results"]))))
    return found((_record(value),)) if isinstance(value, Mapping) and text_of(value.get("id")) else NO_ANSWER


def _record(work: Mapping[str, Any]) -> Record:
    authors = list(_people(work.get("authorships")))
    first, last = text_of(child(work, "biblio", "first_page")), text_of(child(work, "biblio", "last_page"))
    doi = text_of(work.get("doi"))
    titles = tuple(filter(None, (text_of(work.get("title")), text_of(work.get("display_name")))))
    source = text_of(child(work, "primary_location", "source", "display_name"))
    return Record(
        registry=NAME,
        titles=tuple(dict.fromkeys(titles)),
        authors=tuple(authors[:COUNTED]),
        authors_total=len(authors),
        years=years_in([work.get("publication_year"), work.get("publication_date")]),
        containers=(source,) if source else (),
        volume=text_of(child(work, "biblio", "volume")),
        issue=text_of(child(work, "biblio", "issue")),
        pages="-".join(filter(None, (first, last))) or None,
        doi=doi.removeprefix("https://doi.org/") if doi else None,
        type=text_of(work.get("type")) or "",
        language=text_of(work.get("language")),
        notice=text_of(work.get("type"))
        in ("erratum", "retraction", "paratext", "peer-review", "supplementary-materials"),
    )


def _people(value: Any) -> Iterator[Person]:
    for one in items(value):
        name = text_of(one.get("raw_author_name")) or text_of(child(one, "author", "display_name"))
        if name:
            yield natural(name)
