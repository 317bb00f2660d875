"""Comparing works: described again, translated."""

from __future__ import annotations

from citecheck.likeness.works import IDENTIFIED, one_source, translation_score
from citecheck.model.citations import Work
from citecheck.model.reference import Person
from tests.likeness.samples import PAGE, reference


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
