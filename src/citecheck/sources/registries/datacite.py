"""DataCite: the DOIs of data, preprints, theses and repositories (https://support.datacite.org/docs/api)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, NOT_THERE, Record, RegistryAnswer, found
from citecheck.model.reference import Person
from citecheck.model.sources import Subject
from citecheck.sources.addresses import address
from citecheck.sources.decoding import child, items, json_of, natural, text_of, years_in

NAME = "datacite"
HOST = "api.datacite.org"
INTERVAL = 0.6
MISSING = 404
COUNTED = 50


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return address(HOST, f"/dois/{subject.doi}", {"mailto": mailto}) if subject.doi else None


def by_words(subject: Subject, mailto: str) -> str | None:
    return None


def read(answer: Answer) -> RegistryAnswer:
    if answer.status == MISSING and answer.complete and b'"errors"' in answer.body:
        return NOT_THERE
    attributes = child(json_of(answer), "data", "attributes")
    if not isinstance(attributes, Mapping) or not text_of(attributes.get("doi")):
        return NO_ANSWER
    return found((_record(attributes),))


def _record(work: Mapping[str, Any]) -> Record:
    authors = list(_people(work.get("creators"))) or list(_people(work.get("contributors")))
    container = child(work, "container", "title")
    first, last = text_of(child(work, "container", "firstPage")), text_of(child(work, "container", "lastPage"))
    dates = [one.get("date") for one in items(work.get("dates"))]
    return Record(
        registry=NAME,
        titles=tuple(_titles(work)),
        authors=tuple(authors[:COUNTED]),
        authors_total=len(authors),
        years=years_in([work.get("publicationYear"), *dates]),
        containers=(container,) if isinstance(container, str) and container else (),
        volume=text_of(child(work, "container", "volume")),
        issue=text_of(child(work, "container", "issue")),
        pages="-".join(filter(None, (first, last))) or None,
        doi=text_of(work.get("doi")),
        type=(text_of(child(work, "types", "resourceTypeGeneral")) or "").casefold(),
        language=text_of(work.get("language")),
        publisher=text_of(work.get("publisher")) or text_of(child(work, "publisher", "name")),
        published_as=_article(work),
    )


def _titles(work: Mapping[str, Any]) -> Iterator[str]:
    main: str | None = None
    for one in items(work.get("titles")):
        title = text_of(one.get("title"))
        if title is None:
            continue
        if one.get("titleType") == "Subtitle" and main:
            yield f"{main}: {title}"
        else:
            main = main or title
            yield title


def _people(value: Any) -> Iterator[Person]:
    for one in items(value):
        family, name = text_of(one.get("familyName")), text_of(one.get("name"))
        if family:
            yield Person(family, text_of(one.get("givenName")) or "")
        elif name:
            organised = one.get("nameType") == "Organizational" or "," not in name
            yield Person(name, corporate=True) if organised else natural(name)


def _article(work: Mapping[str, Any]) -> str | None:
    """The DOI of the article that a preprint became."""
    if (text_of(child(work, "types", "resourceTypeGeneral")) or "") not in ("Preprint", "Text"):
        return None
    related = items(work.get("relatedIdentifiers"))
    told = (one.get("relatedIdentifier") for one in related if one.get("relationType") == "IsVersionOf")
    return next((one.casefold() for one in told if isinstance(one, str) and one.startswith("10.")), None)
