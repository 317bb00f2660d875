"""The numbers that a version gives: years by themselves, those of its notes, and numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from citecheck.checks.bilingual.numbers import Numbers
from citecheck.checks.bilingual.passages import Passages
from citecheck.model.alignment import Stretch
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve import resolve


def numbers(text: str, lang: str = "en") -> Numbers:
    source = Source("a.md", text)
    return Numbers.of(resolve(parse(Version(lang, (Span(source, 0, len(text)),)))))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("It closed in 1907, and again in 1911.", ["1907", "1911"]),
        ("The Agenda 2030 and the report of June 2014.", ["2014"]),
        ("In 1999 it closed. Since 2004 it is gone.", ["1999", "2004"]),
        ("From 1907-1911, in the 1920s and about 1980.", []),
    ],
)
def test_years_stand_by_themselves(text: str, years: list[str]) -> None:
    found = numbers(f"# Report\n\n{text}\n")
    assert [span.text for ones in found.years.values() for _, span in ones] == years


def test_the_years_of_notes_are_those_of_the_section_that_calls_them() -> None:
    found = numbers("# One\n\nText.<sup>1</sup>\n\n# Two\n\nMore.\n\n<sup>1</sup> See the minutes of 1907.\n")
    assert found.noted == {1: frozenset({"1907"})}


def test_a_number_in_words_stands_near_its_passage() -> None:
    found = numbers("# Report\n\nTwenty-five boats.\n")
    beside = found.beside(Passages(Stretch(range(2), range(2)), ()), left=True)
    assert [value for value in (5, 20, 25, 26) if beside(0, Decimal(value))] == [5, 20, 25]


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("Quatre-vingt-dix-neuf bateaux, deux mille cinq cents tonnes.", "fr", [99, 2500]),
        ("Deux millions de livres, une centaine de caisses.", "fr", [2_000_000, 100]),
        ("Une douzaine de quais, trois cent mille sacs.", "fr", [12, 300_000]),
        ("Ninety-nine boats, two thousand five hundred tonnes, a dozen quays.", "en", [99, 2500, 12]),
        ("Hundreds of millions of fish.", "en", [200_000_000, 850_000_000]),
        ("Des dizaines de milliers de poissons.", "fr", [20_000, 65_000]),
    ],
)
def test_numbers_in_words(text: str, lang: str, values: list[int]) -> None:
    found = numbers(f"# Report\n\n{text}\n", lang)
    beside = found.beside(Passages(Stretch(range(2), range(2)), ()), left=True)
    assert [value for value in values if beside(0, Decimal(value))] == values


def test_a_plural_of_few_is_no_number_of_many() -> None:
    found = numbers("# Report\n\nHundreds of boats, 5 millions of fish and hundreds of thousands of crates.\n")
    beside = found.beside(Passages(Stretch(range(2), range(2)), ()), left=True)
    assert [value for value in (200, 1978, 3_000_000, 200_000, 90_000) if beside(0, Decimal(value))] == [200, 200_000]
