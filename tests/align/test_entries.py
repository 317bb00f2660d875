"""Pairing entries: by address, by authors and year, by number; translated titles are no obstacle."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.align.entries import pair_entries
from citecheck.model.document import Entry
from tests.align.reports import cited, report
from tests.tried import tried

few = settings(max_examples=tried(10), deadline=None, derandomize=True)


def entries(lang: str, *lines: str) -> list[Entry]:
    title = {"fr": "Bibliographie", "en": "Bibliography"}[lang]
    return list(cited(lang, f"# X\n\nText.\n\n## {title}\n\n" + "\n".join(lines) + "\n").document.entries)


def bodies(left: list[Entry], right: list[Entry]) -> list[tuple[str, str]]:
    return [
        (pair.left.number or "" if pair.left else "-", pair.right.number or "" if pair.right else "-")
        for pair in pair_entries(left, right)
    ]


def test_the_same_author_and_year_are_one_source_under_any_number_and_title() -> None:
    left = entries(
        "fr",
        "1. Kerbrat, A. (2012). *Les ports*. Brest : Quai.",
        "2. Morvan, J. (2005). *Les sardines*. Brest : Quai.",
    )
    right = entries(
        "en", "1. Morvan, J. (2005). *Fish in tins*. Brest: Quai.", "2. Kerbrat, A. (2012). *Harbours*. Brest: Quai."
    )
    assert bodies(left, right) == [("1", "2"), ("2", "1")]


def test_an_address_makes_a_pair_certain_though_year_and_title_differ() -> None:
    left = entries("fr", "1. Kerbrat, A. (2012). *Ports*. https://example.org/ports/12.pdf.")
    right = entries("en", "1. Kerbrat, A. (2011). *Ships*. https://www.example.org/ports/12.pdf.")
    (pair,) = pair_entries(left, right)
    assert pair.certain
    assert pair.left is not None
    assert pair.right is not None


def test_different_sources_are_no_pair_though_they_bear_one_number() -> None:
    left = entries("fr", "1. Kerbrat, A. (2012). *Ports*. Brest : Quai.")
    right = entries("en", "1. Tanguy, M. (1999). *Saffron*. Oslo: Nordlys.")
    assert bodies(left, right) == [("1", "-"), ("-", "1")]


def test_an_institution_without_a_date_is_known_by_the_words_of_its_title() -> None:
    left = entries(
        "fr",
        "1. Banque du fleuve. *Ports secs et routes*. Almaty : BF.",
        "2. Morvan, J. (2005). *Sardines*. Brest : Quai.",
    )
    right = entries(
        "en",
        "1. Kerbrat, A. (2012). *Ports*. Oslo: Nordlys.",
        "2. River Bank. (2022). *Dry Ports and Routes*. Almaty: BF.",
    )
    assert bodies(left, right) == [("1", "2"), ("2", "-"), ("-", "1")]


@given(st.integers(0, 10_000))
@few
def test_losing_an_entry_costs_its_pair_only(seed: int) -> None:
    french, english = report(seed, 2, 2, 4)
    left = list(cited("fr", french.text()).document.entries)
    right = list(cited("en", english.text()).document.entries)
    gone = random.Random(seed).randrange(len(right))
    found = pair_entries(left, [one for at, one in enumerate(right) if at != gone])
    expected = [(at, None if at == gone else at) for at in range(len(left))]
    assert [
        (left.index(pair.left) if pair.left else None, right.index(pair.right) if pair.right else None)
        for pair in found
    ] == expected


def test_a_bibliography_full_of_one_institution_pairs_with_itself() -> None:
    lines = [f"{at}. Ministry of Works. ({1900 + at % 100}). *Report {at} of the board*. Oslo: Nordlys." for at in range(1, 801)]  # fmt: skip
    every = entries("en", *lines)
    assert all(pair.left is pair.right for pair in pair_entries(every, every))
