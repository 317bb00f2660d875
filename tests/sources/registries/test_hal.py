"""HAL: asked for works with a French title."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.records import Outcome
from citecheck.model.sources import SourceClass
from citecheck.sources.registries.hal import by_identifier, by_words, read
from tests.sources.answers import SUBJECT, answer

DOC = {
    "title_s": ["La glace"],
    "authFullName_s": ["Jeanne Martin"],
    "publicationDateY_i": 2019,
    "journalTitle_s": "Glaces",
    "volume_s": "3",
}


def test_a_search() -> None:
    (record,) = read(answer({"response": {"docs": [DOC]}})).records
    assert (record.titles, record.authors[0].family, record.years, record.containers) == (
        ("La glace",),
        "Martin",
        (2019,),
        ("Glaces",),
    )
    assert read(answer({"response": {"docs": []}})).outcome is Outcome.NOT_THERE


def test_what_is_asked() -> None:
    french = replace(SUBJECT, kind=SourceClass.ARTICLE, titles=(("fr", "La glace (du Nord) : un état"),))
    assert "q=title_t%3A%28La+glace+du+Nord+un+%C3%A9tat%29" in (by_words(french, "") or "")
    assert by_words(SUBJECT, "") is None
    assert by_identifier(french, "") is None
