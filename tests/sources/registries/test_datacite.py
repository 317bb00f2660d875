"""DataCite: titles with their subtitle, persons and bodies, dates."""

from __future__ import annotations

from citecheck.model.records import Outcome
from citecheck.sources.registries.datacite import by_identifier, read
from tests.sources.answers import SUBJECT, answer

WORK = {
    "data": {
        "attributes": {
            "doi": "10.5555/ICE.1",
            "titles": [{"title": "Ice"}, {"title": "A survey", "titleType": "Subtitle"}],
            "creators": [
                {"familyName": "Doe", "givenName": "Jane"},
                {"name": "Harbour Office", "nameType": "Organizational"},
            ],
            "publicationYear": 2019,
            "dates": [{"date": "2018-12-01", "dateType": "Created"}],
            "container": {"title": "Journal of Ice", "volume": "12", "firstPage": "45", "lastPage": "67"},
        }
    }
}


def test_a_work() -> None:
    (record,) = read(answer(WORK)).records
    assert record.titles == ("Ice", "Ice: A survey")
    assert [(one.family, one.corporate) for one in record.authors] == [("Doe", False), ("Harbour Office", True)]
    assert (record.years, record.pages, record.containers) == ((2019, 2018), "45-67", ("Journal of Ice",))


def test_not_there() -> None:
    assert read(answer({"errors": [{"status": "404"}]}, 404)).outcome is Outcome.NOT_THERE


def test_what_is_asked() -> None:
    assert by_identifier(SUBJECT, "") == "https://api.datacite.org/dois/10.5555/ice.1"
