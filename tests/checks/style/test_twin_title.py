"""References that are translated by half."""

from __future__ import annotations

import pytest

from citecheck.checks.style.twin_title import translated
from citecheck.checks.style.vocabulary import Vocabulary
from tests.checks.reading import cited

FRENCH = """# 1. Le port

Les bateaux du port sont partis, et la ville se tait depuis des années.

## Bibliographie

Doe, J. (2019). *{title}*. {name}. https://www.theharbour.example/a
"""
ENGLISH = """# 1. The port

The boats of the port have left, and the harbour life of the town has changed. Its harbour life is no town life any more.

## Bibliography

Doe, J. (2019). *{title}*. {name}. https://www.theharbour.example/a
"""
TITLE = "The boats that left: harbour life"


def found(title: str, twin: str = TITLE, name: str = "Quay", other: str = "Quay") -> list[tuple[str, str, str]]:
    left = Vocabulary(cited(FRENCH.format(title=title, name=name), "fr"))
    right = Vocabulary(cited(ENGLISH.format(title=twin, name=other)))
    return [(one.message, one.place.lang or "", one.better) for one in translated(left, right)]


def test_half_a_title_in_translation() -> None:
    assert found("Les bateaux qui sont partis : harbour life") == [("half", "fr", TITLE)]


@pytest.mark.parametrize(
    "title",
    [TITLE, "Les bateaux qui sont partis : la vie du port", "Les bateaux qui sont partis", "The boats that left"],
    ids=["as it is", "translated", "one part", "shortened"],
)
def test_a_title_that_is_whole_is_none(title: str) -> None:
    assert found(title) == []


def test_the_translated_name_of_a_publication_whose_address_bears_it() -> None:
    assert ("publication", "fr", "The Harbour") in found(TITLE, name="Le Port", other="The Harbour")
    assert found(TITLE, name="The Harbour", other="The Harbour") == []
