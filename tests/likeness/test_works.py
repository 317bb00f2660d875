"""Comparing works: entered twice, described again, translated."""

from __future__ import annotations

import pytest

from citecheck.likeness.works import IDENTIFIED, Catalogue, one_source, translation_score
from citecheck.model.citations import Work
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span

AUTHOR = (Person("Morvan", "J."),)
TITLE = "The tides of the harbour"


def reference(
    title: str | None = TITLE,
    *,
    year: str | None = "2005",
    url: str | None = None,
    doi: str | None = None,
    authors: tuple[Person, ...] = AUTHOR,
) -> Reference:
    return Reference(Span(Source("a", ""), 0, 0), authors, year=year, title=title, url=url, doi=doi)


PAGE = "https://quai.example/tides"
ONE_PAGE = reference(url=PAGE), reference("Tides of the harbour: maps", url="http://www.quai.example/tides/", year=None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (reference(), reference("The Tides of the Harbour."), True),
        (reference(), reference("The tides of the harbours"), True),
        (reference(), reference("The quays of the harbour"), False),
        (reference(), reference(year="2006"), False),
        (reference(), reference(authors=(Person("Tanguy", "M."),)), False),
        (reference(doi="10.5555/A"), reference("Sardines", doi="10.5555/a", year=None), True),
        (reference(doi="10.5555/A"), reference(doi="10.5555/b"), False),
        (*ONE_PAGE, True),
        (reference(url=PAGE), reference("Sardines", url=PAGE), False),
        (
            reference(url="https://quai.example/"),
            reference("Of sardines", url="https://quai.example", year=None),
            False,
        ),
        (reference(url=PAGE + "?a=1", year=None), reference("The tides", url=PAGE + "?a=2"), False),
    ],
)
def test_what_describes_an_earlier_work_again(one: Reference, other: Reference, same: bool) -> None:
    catalogue = Catalogue()
    first = Work("entry:1", one)
    catalogue.add(first)
    assert catalogue.earlier(Work("entry:2", other)) == (first if same else None)
    assert not catalogue.crowded


def test_the_first_of_several_is_the_earlier_one_and_a_crowd_is_told() -> None:
    catalogue = Catalogue()
    works = [Work(f"entry:{number}", reference(url=PAGE)) for number in range(41)]
    for work in works:
        catalogue.add(work)
    assert catalogue.earlier(Work("entry:99", reference(url=PAGE))) == works[0]
    assert catalogue.crowded


def test_works_are_one_source_by_address_or_title() -> None:
    first = Work("note:1", reference(url=PAGE + "?id=1"))
    assert one_source([first])
    assert one_source([first, Work("note:2", reference("Sardines", url=PAGE + "?id=1"))])
    assert one_source([first, Work("note:2", reference("The Tides of the Harbour!"))])
    assert not one_source([first, Work("note:2", reference("Sardines", url=PAGE + "?id=2"))])
    assert not one_source([Work("note:1", reference(None)), Work("note:2", reference(None))])


def test_a_translation_keeps_names_and_year_and_an_address_outweighs_both() -> None:
    french = reference("Les marées du port", url=PAGE + "?lang=fr")
    assert translation_score(french, reference("Sardines", year="2006", url=PAGE)) >= IDENTIFIED
    assert 1 < translation_score(french, reference()) < IDENTIFIED
    assert translation_score(french, reference("Sardines", year="2006", authors=(Person("Tanguy", "M."),))) < 0
