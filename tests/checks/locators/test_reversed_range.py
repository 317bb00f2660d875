"""PAG004: ranges of pages that run backwards."""

from __future__ import annotations

import pytest

from citecheck.model.finding import Severity
from tests.checks.locators.auditing import found, notes


@pytest.mark.parametrize(
    ("locator", "excerpt", "turned"),
    [
        ("p. 64-36", "64-36", "36-64"),
        ("pp. 64–36", "64–36", "36–64"),
        ("64-36", "64-36", "36-64"),
        ("p. 12, 64-36", "64-36", "36-64"),
        ("p. 64-36 et 12", "64-36", "36-64"),
        ("p. S64-S36", "S64-S36", "S36-S64"),
        ("p. 120-19", "120-19", "19-120"),
    ],
)
def test_what_is_flagged(locator: str, excerpt: str, turned: str) -> None:
    [one] = found(notes(f"Doe, 2020, {locator}"), "en", "PAG004")
    assert (one.place.span.text, one.severity) == (excerpt, Severity.ERROR)
    assert one.fix is not None
    assert ([edit.replacement for edit in one.fix.edits], one.fix.safe) == ([turned], False)


@pytest.mark.parametrize(
    "locator",
    ["p. 36-64", "p. 115-16", "p. 1055-7", "p. 36-36", "p. xii-iv", "§ 64-36", "art. 9-3", "p. 3-12–3-15", "p. 64, 36"],
)
def test_what_passes(locator: str) -> None:
    assert found(notes(f"Doe, 2020, {locator}"), "en", "PAG004") == []


def test_numbers_of_chapters_before_the_pages_are_no_ranges() -> None:
    assert found(notes("Doe, 2020, p. 5-2", "Doe, 2020, p. 7-3"), "en", "PAG004") == []


FULL = ("Roe, 2019, p. 115-118", "Roe, 2019, p. 201-212", "Roe, 2019, p. 330-331")
"""Ranges that could have been abbreviated."""


@pytest.mark.parametrize(
    ("others", "locator", "so"),
    [
        (FULL, "p. 120-99", True),
        (FULL, "p. 115-16", False),
        (FULL, "p. 120-81", True),
        (FULL[:2], "p. 120-99", False),
        ((*FULL, "Roe, 2019, p. 402-09"), "p. 120-99", False),
        (("Roe, 2019, p. 15-18", "Roe, 2019, p. 21-22", "Roe, 2019, p. 99-120"), "p. 120-99", False),
    ],
    ids=["far", "near", "not-so-far", "few", "habit", "none-to-abbreviate"],
)
def test_an_end_is_no_abbreviation_where_none_is_abbreviated_and_it_would_be_farther(
    others: tuple[str, ...], locator: str, so: bool
) -> None:
    made = found(notes(*others, f"Doe, 2020, {locator}"), "en", "PAG004")
    assert [one.place.span.text for one in made] == ([locator.removeprefix("p. ")] if so else [])


def test_the_same_range_again_is_the_same_finding() -> None:
    [one] = found(notes("Doe, 2020, p. 64-36", "Doe, 2020, p. 64-36"), "en", "PAG004")
    assert (one.place.note, [place.note for place in one.related]) == ("1", ["2"])


def test_two_wrong_ranges_of_a_source_are_two_findings() -> None:
    made = found(notes("Doe, 2020, p. 64-36", "Doe, 2020, p. 90-80"), "en", "PAG004")
    assert [one.place.span.text for one in made] == ["64-36", "90-80"]


def test_the_range_of_an_entry() -> None:
    entry = "A (Doe, 2020).\n\n## References\n\nDoe, J. (2020). On ledgers. *Journal of Books*, 12(3), {}.\n"
    [one] = found(entry.format("49–34"), "en", "PAG004")
    assert (one.message, one.place.span.text, one.place.entry_id is not None) == ("entry", "49–34", True)
    assert found(entry.format("149–54"), "en", "PAG004") == []
