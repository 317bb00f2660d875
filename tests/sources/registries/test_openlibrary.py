"""OpenLibrary: books, by ISBN or title."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.records import Outcome
from citecheck.model.sources import SourceClass
from citecheck.sources.registries.openlibrary import by_identifier, by_words, read
from tests.sources.answers import SUBJECT, answer

DOC = {
    "title": "Ice",
    "subtitle": "A survey",
    "author_name": ["Jane Doe"],
    "publish_year": [2019, 2021],
    "isbn": ["9780000000002"],
}


def test_a_search() -> None:
    (record,) = read(answer({"docs": [DOC]})).records
    assert (record.titles, record.years, record.authors[0].family) == (("Ice", "Ice: A survey"), (2019, 2021), "Doe")
    assert read(answer({"docs": []})).outcome is Outcome.NOT_THERE


def test_what_is_asked() -> None:
    book = replace(SUBJECT, kind=SourceClass.BOOK, isbn="9780000000002")
    assert "isbn=9780000000002" in (by_identifier(book, "") or "")
    assert "title=The+ice" in (by_words(book, "") or "")
    assert by_words(SUBJECT, "") is None
