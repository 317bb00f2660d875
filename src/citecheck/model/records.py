"""Records: what registries of publications hold of a work, and what they answered when they were asked."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from citecheck.model.reference import Person

NAMES = {
    "crossref": "Crossref",
    "datacite": "DataCite",
    "openalex": "OpenAlex",
    "arxiv": "arXiv",
    "pubmed": "PubMed",
    "hal": "HAL",
    "openlibrary": "OpenLibrary",
    "semantic-scholar": "Semantic Scholar",
    "doi": "doi.org",
    "retraction-watch": "Retraction Watch",
}
"""What people call a registry, or a list of notices."""


class Outcome(StrEnum):
    """What asking a registry came to."""

    FOUND = "found"
    """It answered, and has records."""
    NOT_THERE = "not_there"
    """It answered, and has none."""
    NO_ANSWER = "no_answer"
    """It did not answer, or nothing that can be read: that says nothing of the work."""
    NOT_ASKED = "not_asked"
    """It was not asked: offline, or a key or an address is missing."""


class UpdateKind(StrEnum):
    """What was published about a work after it."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    NEW_VERSION = "new_version"
    REINSTATEMENT = "reinstatement"


class Update(Struct, frozen=True):
    """A notice about a work: its kind, its DOI and its day (ISO, as far as it is known)."""

    kind: UpdateKind
    doi: str | None = None
    day: str | None = None


class Record(Struct, frozen=True):
    """A work as a registry has it.

    ``titles`` are all that it holds: with and without the subtitle, the original and the short one. ``authors_total`` counts the
    authors where not all are listed. ``years`` are those of all its dates but that of its making. ``notice`` marks what is no work of
    its own: a correction, a review, a component. ``updates`` are the notices about it; ``published_as`` is the DOI of the article
    that a preprint became.
    """

    registry: str
    titles: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    authors_total: int = 0
    years: tuple[int, ...] = ()
    containers: tuple[str, ...] = ()
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    isbns: tuple[str, ...] = ()
    type: str = ""
    language: str | None = None
    publisher: str | None = None
    notice: bool = False
    updates: tuple[Update, ...] = ()
    published_as: str | None = None


class RegistryAnswer(Struct, frozen=True):
    """What a registry said: records where it has some, else only that it has none or did not answer."""

    outcome: Outcome
    records: tuple[Record, ...] = ()


NOT_THERE = RegistryAnswer(Outcome.NOT_THERE)
NO_ANSWER = RegistryAnswer(Outcome.NO_ANSWER)


def found(records: tuple[Record, ...]) -> RegistryAnswer:
    """The answer that these records are; none are that it has none."""
    return RegistryAnswer(Outcome.FOUND, records) if records else NOT_THERE


def registry_name(name: str) -> str:
    """A registry as people call it."""
    return NAMES.get(name, name)
