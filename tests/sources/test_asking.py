"""Asking: in the order of the class, until the publisher's record is accepted; a failure is never "not found"."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.answer import Answer, Failure
from citecheck.model.records import Outcome, RegistryAnswer
from citecheck.model.reference import Person
from citecheck.model.sources import Source, SourceClass, SourceStatus, Subject
from citecheck.sources.asking import ask_all
from tests.sources.answers import HTML, SUBJECT, answer, crossref

AGENCY = {"/ra/10.5555": answer([{"DOI": "10.5555", "RA": "Crossref"}])}
NOT_THERE = answer(b"Resource not found.", 404)
UNKNOWN = answer({"responseCode": 100}, 404)
ARTICLE = replace(SUBJECT, kind=SourceClass.ARTICLE, doi=None)
NOTHING = {"/works?query": answer({"message": {"items": []}}), "/works?search": answer({"results": []})}


class Kept:
    """A cache for one test."""

    def __init__(self) -> None:
        self.told: dict[str, RegistryAnswer] = {}

    def get(self, url: str) -> tuple[RegistryAnswer, str] | None:
        return (self.told[url], "2026-01-02") if url in self.told else None

    def put(self, url: str, told: RegistryAnswer) -> str:
        if told.outcome in (Outcome.FOUND, Outcome.NOT_THERE):
            self.told[url] = told
        return "2026-01-03"


def asked(subject: Subject, answers: Mapping[str, Answer | None], kept: Kept | None = None) -> tuple[Source, list[str]]:
    """The source that comes of these answers, by the beginning of their path, and the requests that were made."""
    urls: list[str] = []

    async def ask(url: str, every: float) -> Answer | None:
        urls.append(url)
        path = "/" + url.split("/", 3)[3]
        return next(
            (told for begin, told in answers.items() if path.startswith(begin)),
            Answer(url, url, failure=Failure.TIMEOUT),
        )

    (source,) = asyncio.run(ask_all([subject], ask, kept or Kept()))
    return source, urls


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (crossref(), SourceStatus.CONFIRMED),
        (crossref(page="1-9"), SourceStatus.DIFFERS),
        (crossref(issued={"date-parts": [[2018]]}), SourceStatus.CONFIRMED),
        (crossref(title=["A grammar of tides"], subtitle=[], author=[{"family": "Hill"}]), SourceStatus.OTHER_WORK),
        (crossref(**{"updated-by": [{"DOI": "10.5555/n", "type": "retraction"}]}), SourceStatus.RETRACTED),
        (crossref(**{"updated-by": [{"DOI": "10.5555/n", "type": "expression_of_concern"}]}), SourceStatus.CONCERN),
        (crossref(**{"updated-by": [{"DOI": "10.5555/n", "type": "correction"}]}), SourceStatus.CORRECTED),
        (crossref(**{"updated-by": [{"DOI": "10.5555/ice.1", "type": "new_version"}]}), SourceStatus.CONFIRMED),
        (crossref(relation={"is-preprint-of": [{"id": "10.5555/ice.2"}]}), SourceStatus.PUBLISHED_SINCE),
    ],
)
def test_the_record_of_the_agency(told: Answer, status: SourceStatus) -> None:
    source, urls = asked(SUBJECT, {**AGENCY, "/works/10.5555/ice.1": told})
    assert source.status is status
    assert len(urls) == 2


def test_a_doi_that_is_not_registered_is_asked_for_twice() -> None:
    source, urls = asked(SUBJECT, {**AGENCY, "/works/10.5555": NOT_THERE, "/api/handles": UNKNOWN})
    assert source.status is SourceStatus.UNREGISTERED
    assert sum("/api/handles/" in url for url in urls) == 2


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"/ra/10.5555": answer(HTML, 503)},
        {**AGENCY, "/works/10.5555": answer(HTML)},
        {**AGENCY, "/works/10.5555": answer(b"", 429)},
        {**AGENCY, "/works/10.5555": NOT_THERE, "/api/handles": answer(HTML, 404)},
    ],
)
def test_a_failure_says_nothing(answers: Mapping[str, Answer]) -> None:
    assert asked(SUBJECT, answers)[0].status is SourceStatus.NOT_ANSWERED


def test_not_found_takes_an_answer_of_all() -> None:
    assert asked(ARTICLE, NOTHING)[0].status is SourceStatus.NOT_FOUND
    for left_out in NOTHING:
        some = {path: told for path, told in NOTHING.items() if path != left_out}
        assert asked(ARTICLE, some)[0].status is SourceStatus.NOT_ANSWERED


def test_a_work_of_that_title_by_others_is_shown() -> None:
    others = replace(ARTICLE, authors=(Person("Hill"), Person("Moss")), volume=None, pages=None)
    source, _ = asked(others, {**NOTHING, "/works?query": answer({"message": {"items": [_item()]}})})
    assert source.status is SourceStatus.NOT_FOUND
    assert source.record is not None
    assert [one.family for one in source.record.authors] == ["Doe", "Low"]


def _item() -> object:
    from tests.sources.answers import CROSSREF

    return CROSSREF


def test_the_search_stops_where_the_publishers_record_is_accepted() -> None:
    source, urls = asked(ARTICLE, {"/works?query": answer({"message": {"items": [_item()]}})})
    assert source.status is SourceStatus.CONFIRMED
    assert len(urls) == 1


@pytest.mark.parametrize("kind", [SourceClass.PAGE, SourceClass.NOBODY])
def test_nobody_is_asked_for_what_no_registry_has(kind: SourceClass) -> None:
    source, urls = asked(replace(SUBJECT, kind=kind, doi=None), {})
    assert (source.status, urls) == (SourceStatus.NOT_EXPECTED, [])


def test_what_was_told_before_is_not_asked_again() -> None:
    kept = Kept()
    answers = {**AGENCY, "/works/10.5555/ice.1": crossref()}
    asked(SUBJECT, answers, kept)
    source, urls = asked(SUBJECT, answers, kept)
    assert urls == ["https://doi.org/ra/10.5555"]
    assert ("crossref", "2026-01-02") in [(one.registry, one.day) for one in source.asked]


def test_who_asks_is_not_told_to_the_reader() -> None:
    async def ask(url: str, every: float) -> Answer | None:
        return AGENCY["/ra/10.5555"] if "/ra/" in url else crossref()

    (source,) = asyncio.run(ask_all([SUBJECT], ask, Kept(), mailto="jane@elms.example"))
    assert not any("jane" in one.request for one in source.asked)


def test_nothing_may_be_asked() -> None:
    source, _ = asked(ARTICLE, {"/": None})
    assert source.status is SourceStatus.SKIPPED


@given(
    status=st.sampled_from([200, 204, 301, 400, 403, 404, 410, 418, 429, 500, 502, 503]),
    body=st.one_of(st.binary(max_size=80), st.sampled_from([HTML, b"", b"{}", b"[]", b'{"message": {}}', b"<feed/>"])),
    failure=st.sampled_from([None, *Failure]),
)
def test_no_failure_of_a_registry_speaks_against_a_work(status: int, body: bytes, failure: Failure | None) -> None:
    told = Answer("u", "u", None if failure else status, failure=failure, body=body)
    for subject in (SUBJECT, ARTICLE, replace(ARTICLE, kind=SourceClass.BOOK)):
        status_of = asked(subject, {"/": told})[0].status
        assert status_of in (SourceStatus.NOT_ANSWERED, SourceStatus.NOT_FOUND)
        if body not in (b"[]",):
            assert status_of is SourceStatus.NOT_ANSWERED
