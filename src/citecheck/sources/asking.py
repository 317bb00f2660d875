"""Asking: each work in the order of its class, until the publisher's record is accepted; what failed stays unanswered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, Outcome, Record, RegistryAnswer, UpdateKind
from citecheck.model.sources import Asked, Difference, Source, SourceClass, SourceStatus, Subject
from citecheck.sources.compare import differences, worst_update
from citecheck.sources.match import Match, judge
from citecheck.sources.registries import Registry, load_registries
from citecheck.sources.registries.doi import agency_address, agency_of

__all__ = ["Ask", "Keep", "ask_all"]

UPDATED = {UpdateKind.RETRACTION: SourceStatus.RETRACTED, UpdateKind.CONCERN: SourceStatus.CONCERN}
TOGETHER = 8
"""Works that are asked for at once: each host has its own turn besides."""
OWNERS = ("crossref", "datacite")
"""The agencies whose records are the publisher's."""
BY_CLASS: Mapping[SourceClass, tuple[str, ...]] = {
    SourceClass.IDENTIFIER: ("arxiv", "pubmed", "crossref", "openalex"),
    SourceClass.ARTICLE: ("crossref", "openalex", "hal", "semantic-scholar"),
    SourceClass.BOOK: ("openlibrary", "crossref", "openalex", "hal"),
}
"""Who is asked for a work whose DOI tells nothing."""


class Ask(Protocol):
    """Asks for an address once, at most every so many seconds from one host. Never raises."""

    async def __call__(self, url: str, every: float) -> Answer | None:
        """The answer; None where nothing may be asked."""


class Keep(Protocol):
    """What earlier runs were told."""

    def get(self, url: str) -> tuple[RegistryAnswer, str] | None:
        """An answer that still counts, and its day."""

    def put(self, url: str, answer: RegistryAnswer) -> str:
        """Keeps an answer, and says which day it is."""


class _Known(Struct):
    """What is known of one work so far."""

    asked: list[Asked] = field(default_factory=list)
    accepted: list[Record] = field(default_factory=list)
    others: list[tuple[Match, Record]] = field(default_factory=list)
    unregistered: bool = False
    owner: Record | None = None


class _Asker:
    """One run. ``keys`` are the registries for which the environment has a key."""

    def __init__(self, ask: Ask, keep: Keep, mailto: str, keyed: frozenset[str]) -> None:
        self._ask, self._keep, self._mailto = ask, keep, mailto
        self._registries = {
            name: one for name, one in load_registries().items() if name != "semantic-scholar" or name in keyed
        }
        self._agencies: dict[str, str | None] = {}

    async def source(self, subject: Subject) -> Source:
        """What becomes of a work."""
        if subject.kind in (SourceClass.NOBODY, SourceClass.PAGE):
            return Source(subject, SourceStatus.NOT_EXPECTED)
        known = _Known()
        if subject.doi:
            await self._by_doi(subject, known)
        if not known.accepted and not known.unregistered and known.owner is None:
            for name in BY_CLASS[subject.kind]:
                if await self._by_registry(subject, name, known):
                    break
        return _source(subject, known)

    async def _by_doi(self, subject: Subject, known: _Known) -> None:
        """The record of the agency that owns the DOI; where it has none, whether the DOI is registered at all."""
        agency = await self._agency(subject, known)
        if agency in OWNERS:
            url = self._registries[agency].by_identifier(subject, self._mailto)
            answer = await self._told(agency, url, known)
            if answer.outcome is Outcome.FOUND:
                known.owner = answer.records[0]
                self._take(subject, answer, known)
            if answer.outcome is not Outcome.NOT_THERE:
                return
        if agency == "" or agency in OWNERS:
            url = self._registries["doi"].by_identifier(subject, self._mailto)
            twice = [await self._told("doi", url, known, anew=again) for again in (False, True)]
            known.unregistered = all(one.outcome is Outcome.NOT_THERE for one in twice) and agency != ""

    async def _agency(self, subject: Subject, known: _Known) -> str | None:
        """The agency of the DOI's prefix; empty where none has it, None where nothing is known."""
        url = agency_address(subject.doi or "")
        if url not in self._agencies:
            answer = await self._ask(url, self._registries["doi"].INTERVAL)
            self._agencies[url] = agency_of(answer) if answer is not None else None
            outcome = (
                Outcome.NOT_ASKED if answer is None else Outcome.FOUND if self._agencies[url] else Outcome.NO_ANSWER
            )
            known.asked.append(Asked("doi", _path(url), outcome, ""))
        return self._agencies[url]

    async def _by_registry(self, subject: Subject, name: str, known: _Known) -> bool:
        """Asks a registry by identifier or by words; tells whether that was enough."""
        registry = self._registries.get(name)
        if registry is None:
            return False
        by_number = (
            registry.by_identifier(subject, self._mailto) if name in ("arxiv", "pubmed", "openlibrary") else None
        )
        url = by_number or registry.by_words(subject, self._mailto)
        if url is None:
            return False
        self._take(subject, await self._told(name, url, known), known)
        return bool(known.accepted) and (name in OWNERS or name in ("arxiv", "pubmed", "openlibrary"))

    def _take(self, subject: Subject, answer: RegistryAnswer, known: _Known) -> None:
        """Sorts records by whether they are the work."""
        for record in answer.records:
            match = judge(subject, record)
            if match is Match.SAME:
                known.accepted.append(record)
            else:
                known.others.append((match, record))

    async def _told(self, name: str, url: str | None, known: _Known, *, anew: bool = False) -> RegistryAnswer:
        """What a registry says, from an earlier run where that still counts, unless it is to be asked ``anew``."""
        if url is None:
            return NO_ANSWER
        registry: Registry = self._registries[name]
        kept = self._keep.get(url) if not anew else None
        if kept is not None:
            known.asked.append(Asked(name, _path(url), kept[0].outcome, kept[1]))
            return kept[0]
        answer = await self._ask(url, registry.INTERVAL)
        if answer is None:
            known.asked.append(Asked(name, _path(url), Outcome.NOT_ASKED, ""))
            return NO_ANSWER
        said = registry.read(answer)
        known.asked.append(Asked(name, _path(url), said.outcome, self._keep.put(url, said)))
        return said


def _path(url: str) -> str:
    """A request without its host, and without the address of who asks."""
    path = "/" + url.split("/", 3)[3]
    head, sign, query = path.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("mailto="))
    return f"{head}{sign}{kept}".rstrip("?")


async def ask_all(
    subjects: Sequence[Subject],
    ask: Ask,
    keep: Keep,
    *,
    mailto: str = "",
    keyed: frozenset[str] = frozenset(),
    done: Callable[[Source], None] | None = None,
    stop: asyncio.Event | None = None,
) -> tuple[Source, ...]:
    """The sources, in the order of their subjects; those that were not reached before ``stop`` are skipped."""
    asker, room = _Asker(ask, keep, mailto, keyed), asyncio.Semaphore(TOGETHER)

    async def one(subject: Subject) -> Source:
        async with room:
            if stop is not None and stop.is_set():
                return Source(subject, SourceStatus.SKIPPED)
            source = await asker.source(subject)
        if done is not None:
            done(source)
        return source

    return tuple(await asyncio.gather(*map(one, subjects)))


def _source(subject: Subject, known: _Known) -> Source:
    """What is known of a work as one word, with what speaks for it."""
    made = Source(subject, SourceStatus.NOT_ANSWERED, tuple(known.asked))
    if known.accepted:
        return _accepted(made, known.accepted)
    if known.owner is not None:
        return replace(made, status=SourceStatus.OTHER_WORK, record=known.owner)
    if known.unregistered:
        return replace(made, status=SourceStatus.UNREGISTERED)
    outcomes = {one.outcome for one in known.asked if one.registry != "doi"}
    if outcomes and outcomes <= {Outcome.FOUND, Outcome.NOT_THERE}:
        near = next((record for match, record in known.others if match is Match.OTHER_AUTHORS), None)
        return replace(made, status=SourceStatus.NOT_FOUND, record=near)
    if outcomes == {Outcome.NOT_ASKED}:
        return replace(made, status=SourceStatus.SKIPPED)
    return made


def _accepted(made: Source, accepted: Sequence[Record]) -> Source:
    differs, update = differences(made.subject, accepted), worst_update(accepted)
    since = next((one.published_as for one in accepted if one.published_as), None)
    status = SourceStatus.DIFFERS if any(map(_counts, differs)) else SourceStatus.CONFIRMED
    if since is not None and since != (made.subject.doi or "").casefold():
        status = SourceStatus.PUBLISHED_SINCE
    if update is not None:
        corrected = SourceStatus.CORRECTED if status is SourceStatus.CONFIRMED else status
        status = UPDATED.get(update.kind, corrected)
    return replace(made, status=status, record=accepted[0], differences=differs, update=update)


def _counts(difference: Difference) -> bool:
    """Whether a difference is more than a year's distance, which publishers make of print and online."""
    return difference.field != "year" or difference.distance > 1
