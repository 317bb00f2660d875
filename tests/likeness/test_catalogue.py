"""A catalogue of works: which earlier one another one describes again."""

from __future__ import annotations

import pytest

from citecheck.likeness.catalogue import Catalogue
from citecheck.model.citations import Work
from citecheck.model.reference import Person, Reference
from tests.likeness.samples import PAGE, reference

ONE_PAGE = reference(url=PAGE), reference("Tides of the harbour: maps", url="http://www.quai.example/tides/", year=None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (reference(), reference("The Tides of the Harbour."), True),
        (reference(), reference("The tides of the harbours"), True),
        (reference(), reference("The quays of the harbour"), False),
        (reference("Tides of the harbour, bill HB515"), reference("Tides of the harbour, bill HB1606"), False),
        (reference(), reference(year="2006"), False),
        (reference(), reference(authors=(Person("Tanguy", "M."),)), False),
        (reference(authors=(Person("Tanguý", "M."),)), reference(authors=(Person("TANGUY", "Marc"),)), True),
        (reference(doi="10.5555/A"), reference("Sardines", doi="10.5555/a", year=None), True),
        (reference(doi="10.5555/A"), reference(doi="10.5555/b"), False),
        (*ONE_PAGE, True),
        (reference("Rules of the management of trees", url=PAGE), reference("Life of the trees", url=PAGE), True),
        (reference("Rules on managing projects", url=PAGE), reference("Life cycle of projects", url=PAGE), False),
        (reference(url=PAGE), reference("Sardines", url=PAGE), False),
        (
            reference(url="https://quai.example/"),
            reference("Of sardines", url="https://quai.example", year=None),
            False,
        ),
        (reference(volume="1"), reference(volume="2"), False),
        (reference(volume="1"), reference(), True),
        (reference(volume="5", issue="1"), reference(volume="5", issue="2"), False),
        # Pages of one site that all have its name, and copies of one work at two places.
        (reference(authors=(), url="https://a.example/x"), reference(authors=(), url="https://b.example/y"), False),
        (reference(url="https://a.example/elms"), reference(url="https://a.example/oaks"), False),
        (reference(url="https://a.example/elms"), reference(url="https://b.example/1234"), True),
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
