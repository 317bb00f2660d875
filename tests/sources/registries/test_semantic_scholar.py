"""Semantic Scholar: a match or a paper."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.records import Outcome
from citecheck.model.sources import SourceClass
from citecheck.sources.registries.semantic_scholar import by_identifier, by_words, read
from tests.sources.answers import SUBJECT, answer

PAPER = {
    "paperId": "a",
    "title": "Ice",
    "year": 2019,
    "authors": [{"name": "Jane Doe"}],
    "venue": "J. Ice",
    "externalIds": {"DOI": "10.5555/ice.1"},
}


def test_a_paper_and_a_match() -> None:
    (record,) = read(answer(PAPER)).records
    assert (record.titles, record.years, record.doi) == (("Ice",), (2019,), "10.5555/ice.1")
    assert len(read(answer({"data": [PAPER]})).records) == 1


def test_not_there() -> None:
    assert read(answer({"error": "Paper with id x not found"}, 404)).outcome is Outcome.NOT_THERE
    assert read(answer({"message": "Forbidden"}, 403)).outcome is Outcome.NO_ANSWER


def test_what_is_asked() -> None:
    assert "/graph/v1/paper/DOI:10.5555/ice.1" in (by_identifier(SUBJECT, "") or "")
    assert by_words(SUBJECT, "") is None
    assert "search/match" in (by_words(replace(SUBJECT, kind=SourceClass.ARTICLE), "") or "")
