"""Crossref: what is taken of a work, and what is asked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.records import Outcome, UpdateKind
from citecheck.model.reference import Person
from citecheck.model.sources import SourceClass
from citecheck.sources.registries.crossref import by_identifier, by_words, read
from tests.sources.answers import SUBJECT, answer, crossref, recorded


def test_a_work() -> None:
    (record,) = read(crossref()).records
    assert record.titles == ("The ice of the northern harbours", "The ice of the northern harbours: A survey")
    assert record.authors == (Person("Doe", "Jane"), Person("Low", "Ann"))
    assert (record.years, record.volume, record.pages, record.doi) == ((2019,), "12", "45-67", "10.5555/ice.1")
    assert not record.notice


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("retraction", UpdateKind.RETRACTION),
        ("withdrawal", UpdateKind.RETRACTION),
        ("expression_of_concern", UpdateKind.CONCERN),
        ("correction", UpdateKind.CORRECTION),
        ("new_version", UpdateKind.NEW_VERSION),
    ],
)
def test_notices_are_told_apart(kind: str, meant: UpdateKind) -> None:
    notice = {"DOI": "10.5555/notice.1", "type": kind, "updated": {"date-parts": [[2021, 3, 4]]}}
    (record,) = read(crossref(**{"updated-by": [notice]})).records
    assert [(one.kind, one.day) for one in record.updates] == [(meant, "2021-03-04")]
    (record,) = read(crossref(**{"updated-by": [{**notice, "DOI": "10.5555/ice.1"}]})).records
    assert bool(record.updates) is (meant is UpdateKind.NEW_VERSION)


def test_a_notice_is_no_work() -> None:
    (record,) = read(crossref(**{"update-to": [{"DOI": "10.5555/ice.0", "type": "correction"}]})).records
    assert record.notice
    (record,) = read(crossref(**{"update-to": [{"DOI": "10.5555/ice.0", "type": "new_version"}]})).records
    assert not record.notice
    (record,) = read(crossref(type="peer-review")).records
    assert record.notice


def test_a_search() -> None:
    assert read(answer({"message": {"items": []}})).outcome is Outcome.NOT_THERE
    assert (
        len(read(answer({"message": {"items": [{"DOI": "10.5555/a", "title": ["A"]}, {"DOI": "10.5555/b"}]}})).records)
        == 2
    )


def test_not_there() -> None:
    assert read(answer(b"Resource not found.", 404)).outcome is Outcome.NOT_THERE
    assert read(answer({"status": "error"}, 404)).outcome is Outcome.NO_ANSWER


def test_what_is_asked() -> None:
    assert by_identifier(SUBJECT, "") == "https://api.crossref.org/works/10.5555/ice.1"
    assert by_identifier(SUBJECT, "a@b.example") == "https://api.crossref.org/works/10.5555/ice.1?mailto=a%40b.example"
    searched = by_words(replace(SUBJECT, kind=SourceClass.ARTICLE), "") or ""
    assert "query.bibliographic=The+ice+of+the+northern+harbours+Doe+2019" in searched
    assert by_words(replace(SUBJECT, kind=SourceClass.PAGE), "") is None


def test_all_recorded_retractions_are_found_and_nothing_else_is_one() -> None:
    for told, given_answer in recorded("crossref"):
        kinds = {update.kind for record in read(given_answer).records for update in record.updates}
        assert (UpdateKind.RETRACTION in kinds) is told["file"].startswith("crossref/retraction-retracted"), told[
            "file"
        ]
