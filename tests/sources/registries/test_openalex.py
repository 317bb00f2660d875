"""OpenAlex: one work or a search."""

from __future__ import annotations

from citecheck.model.records import Outcome
from citecheck.sources.registries.openalex import by_words, read
from tests.sources.answers import SUBJECT, answer

WORK = {
    "id": "https://openalex.example/W1",
    "doi": "https://doi.org/10.5555/ice.1",
    "title": "Ice",
    "publication_year": 2019,
    "authorships": [{"raw_author_name": "Jane Doe"}, {"author": {"display_name": "Ann Low"}}],
    "biblio": {"volume": "12", "first_page": "45", "last_page": "67"},
    "type": "article",
}


def test_a_work() -> None:
    (record,) = read(answer(WORK)).records
    assert (record.titles, record.doi, record.years, record.pages) == (("Ice",), "10.5555/ice.1", (2019,), "45-67")
    assert [one.family for one in record.authors] == ["Doe", "Low"]


def test_a_search() -> None:
    assert len(read(answer({"results": [WORK, WORK]})).records) == 2
    assert read(answer({"results": []})).outcome is Outcome.NOT_THERE


def test_not_there() -> None:
    assert read(answer(b"<title>404 Not Found</title>", 404)).outcome is Outcome.NOT_THERE


def test_what_is_asked() -> None:
    assert by_words(SUBJECT, "") == "https://api.openalex.org/works?search=The+ice+of+the+northern+harbours&per_page=5"
