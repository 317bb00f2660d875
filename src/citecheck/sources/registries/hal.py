"""HAL: the open archive of French research (https://api.archives-ouvertes.fr/docs/search)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, Record, RegistryAnswer, found
from citecheck.model.sources import SourceClass, Subject
from citecheck.sources.addresses import LONGEST, address
from citecheck.sources.decoding import child, items, json_of, listed, natural, text_of, years_in

NAME = "hal"
HOST = "api.archives-ouvertes.fr"
INTERVAL = 1.0
LANGUAGE = "fr"
"""The language of the titles that are looked for in it."""
FIELDS = "title_s,authFullName_s,producedDateY_i,publicationDateY_i,journalTitle_s,bookTitle_s,volume_s,issue_s,page_s,doiId_s,docType_s,language_s"


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return None


def by_words(subject: Subject, mailto: str) -> str | None:
    title = dict(subject.titles).get(LANGUAGE)
    if title is None or subject.kind not in (SourceClass.ARTICLE, SourceClass.BOOK):
        return None
    words = " ".join("".join(sign if sign.isalnum() else " " for sign in title[:LONGEST]).split())
    return address(HOST, "/search/", {"q": f"title_t:({words})", "rows": "5", "wt": "json", "fl": FIELDS})


def read(answer: Answer) -> RegistryAnswer:
    response = child(json_of(answer), "response")
    if not isinstance(response, Mapping) or not isinstance(response.get("docs"), list):
        return NO_ANSWER
    return found(tuple(map(_record, items(response["docs"]))))


def _record(work: Mapping[str, Any]) -> Record:
    authors = [natural(name) for name in listed(work.get("authFullName_s"))]
    return Record(
        registry=NAME,
        titles=listed(work.get("title_s")),
        authors=tuple(authors),
        authors_total=len(authors),
        years=years_in([work.get("publicationDateY_i"), work.get("producedDateY_i")]),
        containers=(*listed(work.get("journalTitle_s")), *listed(work.get("bookTitle_s"))),
        volume=text_of(work.get("volume_s")),
        issue=next(iter(listed(work.get("issue_s"))), None),
        pages=text_of(work.get("page_s")),
        doi=text_of(work.get("doiId_s")),
        type=(text_of(work.get("docType_s")) or "").casefold(),
        language=next(iter(listed(work.get("language_s"))), None),
    )
