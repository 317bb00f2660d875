"""The handle service of DOIs: whether one is registered, and with which agency (https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation)."""

from __future__ import annotations

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, NOT_THERE, Outcome, RegistryAnswer
from citecheck.model.sources import Subject
from citecheck.sources.addresses import address
from citecheck.sources.decoding import child, items, json_of, text_of

NAME = "doi"
HOST = "doi.org"
INTERVAL = 0.5
KNOWN, UNKNOWN = 1, 100
"""What ``responseCode`` says of a handle."""
REGISTERED = RegistryAnswer(Outcome.FOUND)


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return address(HOST, f"/api/handles/{subject.doi}") if subject.doi else None


def by_words(subject: Subject, mailto: str) -> str | None:
    return None


def agency_address(doi: str) -> str:
    """Where to ask for the agency of a DOI's prefix."""
    return address(HOST, f"/ra/{doi.partition('/')[0]}")


def agency_of(answer: Answer) -> str | None:
    """The agency that an answer names, in lower case; empty where it says that no agency has the prefix, None where it says nothing."""
    first = next(items(json_of(answer)), None)
    if first is None:
        return None
    named = text_of(first.get("RA"))
    return named.casefold() if named else "" if text_of(first.get("status")) else None


def read(answer: Answer) -> RegistryAnswer:
    # An unknown handle is answered with 404, and with what says so.
    value = json_of(answer if answer.status != 404 else _as_good(answer))
    match child(value, "responseCode"):
        case 1:
            return REGISTERED
        case 100:
            return NOT_THERE
    return NO_ANSWER


def _as_good(answer: Answer) -> Answer:
    return Answer(answer.url, answer.final_url, 200, body=answer.body, complete=answer.complete)
