"""The handle service: known, unknown, and neither."""

from __future__ import annotations

import pytest

from citecheck.model.records import Outcome
from citecheck.sources.registries.doi import agency_address, agency_of, by_identifier, by_words, read
from tests.sources.answers import HTML, SUBJECT, answer, recorded


@pytest.mark.parametrize(
    ("body", "status", "outcome"),
    [
        ({"responseCode": 1, "handle": "10.5555/ice.1"}, 200, Outcome.FOUND),
        ({"responseCode": 100, "handle": "10.5555/ice.1"}, 404, Outcome.NOT_THERE),
        ({"responseCode": 2}, 500, Outcome.NO_ANSWER),
        (HTML, 404, Outcome.NO_ANSWER),
    ],
)
def test_a_handle(body: object, status: int, outcome: Outcome) -> None:
    assert read(answer(body, status)).outcome is outcome


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        ([{"DOI": "10.1371", "RA": "Crossref"}], "crossref"),
        ([{"DOI": "10.9", "status": "DOI does not exist"}], ""),
        ([], None),
    ],
)
def test_an_agency(body: object, agency: str | None) -> None:
    assert agency_of(answer(body)) == agency


def test_the_recorded_agencies() -> None:
    named = {one["file"]: agency_of(given) for one, given in recorded("doi") if "/ra-" in one["file"]}
    assert named["doi/ra-jalc.json"] == "jalc"
    assert named["doi/ra-does-not-exist.json"] == ""


def test_what_is_asked() -> None:
    assert by_identifier(SUBJECT, "") == "https://doi.org/api/handles/10.5555/ice.1"
    assert by_words(SUBJECT, "") is None
    assert agency_address("10.5555/ice.1") == "https://doi.org/ra/10.5555"
