"""The bibliography as Hayagriva; that it is read back is tested with its reader."""

from __future__ import annotations

import yaml

from citecheck.extract.exported import Exported
from citecheck.extract.hayagriva import hayagriva
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span

SPAN = Span(Source("", ""), 0, 0)


def written(reference: Reference) -> object:
    return yaml.safe_load(hayagriva([Exported("key", "en", reference)]))


def test_an_article_stands_in_its_journal() -> None:
    reference = Reference(
        SPAN,
        (Person("Doe", "J."), Person("Smith, Sons", corporate=True)),
        year="2020",
        date="2020-05",
        title="Elms {and} $x$",
        container="Journal of Elms",
        volume="12",
        issue="3-4",
        pages="12-34",
        url="https://example.org",
        accessed="2021-01-31",
        doi="10.1000/xyz",
        type="article-journal",
        et_al=True,
    )
    assert written(reference) == {
        "key": {
            "type": "article",
            "title": "Elms \\{and\\} \\$x\\$",
            "author": ["Doe, J.", {"name": "Smith, Sons"}, "others"],
            "date": "2020-05",
            "page-range": "12-34",
            "url": {"value": "https://example.org", "date": "2021-01-31"},
            "serial-number": {"doi": "10.1000/xyz"},
            "parent": {"type": "periodical", "title": "Journal of Elms", "volume": 12, "issue": "3-4"},
            "language": "en",
        }
    }


def test_a_book_has_its_publisher_and_no_words_for_a_date() -> None:
    reference = Reference(SPAN, year="n.d.", title="Elms", publisher="Harrow", place="London", volume="0", type="book")
    assert written(reference) == {
        "key": {
            "type": "book",
            "title": "Elms",
            "volume": 0,
            "publisher": {"name": "Harrow", "location": "London"},
            "language": "en",
        }
    }


def test_nothing() -> None:
    assert yaml.safe_load(hayagriva(())) == {}
