"""SourceReport: what became of every work that a report cites when the registries were asked for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from citecheck.model.citations import Citations
from citecheck.model.document import Entry
from citecheck.model.records import Outcome, Record, Update
from citecheck.model.reference import Person, Reference

SEARCHED = "en"
"""The language in which most registries have their titles."""


class SourceSettings(Struct, frozen=True):
    """How registries are asked: ``mailto`` is told to those that ask for it, and never guessed;
    ``retractions`` is a file of Retraction Watch."""

    mailto: str = ""
    offline: bool = False
    cache: bool = True
    refresh: bool = False
    retractions: str | None = None


class SourceClass(StrEnum):
    """What a source is, which decides who is asked for it."""

    IDENTIFIER = "identifier"
    """It has a DOI, an arXiv number or a PubMed number."""
    ARTICLE = "article"
    """It appeared in something with a volume or pages."""
    BOOK = "book"
    """It has an ISBN or a publisher."""
    PAGE = "page"
    """It is known by its address."""
    NOBODY = "nobody"
    """No registry has it: a law, a standard, an archive, an interview, or nothing that could be asked for."""


class SourceStatus(StrEnum):
    """What is known of a source."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    OTHER_WORK = "other_work"
    RETRACTED = "retracted"
    CONCERN = "concern"
    CORRECTED = "corrected"
    PUBLISHED_SINCE = "published_since"
    UNREGISTERED = "unregistered"
    NOT_FOUND = "not_found"
    """Every registry that was asked answered, and does not have it."""
    NOT_ANSWERED = "not_answered"
    NOT_EXPECTED = "not_expected"
    """No registry is expected to have it."""
    PAGE_CONFIRMS = "page_confirms"
    SKIPPED = "skipped"


class Printed(Struct, frozen=True):
    """An entry that prints a source, in one language."""

    lang: str
    entry: Entry
    reference: Reference


class Subject(Struct, frozen=True):
    """One work, however many entries of however many languages print it, as what registries can be asked for.

    ``titles`` are those printed, each with its language. Identifiers are bare: ``10.1000/x``, ``2312.07559``.
    """

    key: str
    kind: SourceClass
    printed: tuple[Printed, ...]
    titles: tuple[tuple[str, str], ...] = ()
    authors: tuple[Person, ...] = ()
    et_al: bool = False
    year: int | None = None
    container: str | None = None
    volume: str | None = None
    pages: str | None = None
    doi: str | None = None
    isbn: str | None = None
    arxiv: str | None = None
    pubmed: str | None = None
    url: str | None = None

    @property
    def title(self) -> str:
        """The first title; empty where none was read."""
        return self.titles[0][1] if self.titles else ""

    @property
    def sought(self) -> str:
        """The title to search for: most registries have the English one."""
        return dict(self.titles).get(SEARCHED, self.title)


class Asked(Struct, frozen=True):
    """A request to a registry, what it came to, and the day (ISO) on which it was answered."""

    registry: str
    request: str
    outcome: Outcome
    day: str


class Difference(Struct, frozen=True):
    """A field that every accepted record has otherwise. ``distance`` is that of the nearest year."""

    field: str
    printed: str
    found: tuple[str, ...]
    distance: int = 0


class Judged(Struct, frozen=True):
    """What is known of a work, whichever it is: for the examples of rules."""

    status: SourceStatus
    record: Record | None = None
    differences: tuple[Difference, ...] = ()
    update: Update | None = None


class Source(Struct, frozen=True):
    """A subject with all that is known of it. ``record`` is the accepted record, or the nearest one."""

    subject: Subject
    status: SourceStatus
    asked: tuple[Asked, ...] = ()
    record: Record | None = None
    differences: tuple[Difference, ...] = ()
    update: Update | None = None


class Retractions(Struct, frozen=True):
    """The file of retractions that was looked into: its name, its day (ISO) and its rows."""

    file: str
    day: str
    rows: int


class SourceReport(Struct, frozen=True, dict=True):
    """The sources of all versions, each work once, in the order in which they are printed."""

    versions: tuple[Citations, ...]
    sources: tuple[Source, ...]
    retractions: Retractions | None = None
    interrupted: str | None = None

    @cached_property
    def counts(self) -> Mapping[SourceStatus, int]:
        """How many sources have each status."""
        counted = dict.fromkeys(SourceStatus, 0)
        for one in self.sources:
            counted[one.status] += 1
        return counted
