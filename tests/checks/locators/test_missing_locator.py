"""PAG002: sources cited without a page that the others give."""

from __future__ import annotations

import pytest

from tests.checks.locators.auditing import found, notes

PAGED = ("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8")
LISTS = "\n## References\n\nDoe, J. (2020). *On ledgers*. Press.\n\nRoe, A. (2019). *Books*. Press.\n"


@pytest.mark.parametrize(
    "citation", ["Doe, 2020", "Doe, 2020.", "Doe, 2020; Roe, 2019", "Doe, 2020, Roe, 2019", "See Doe, 2020"]
)
def test_what_is_flagged(citation: str) -> None:
    [one] = found(notes(*PAGED, citation) + LISTS, "en", "PAG002")
    assert (one.message, one.place.span.text, one.place.note) == ("one", "Doe, 2020", "4")


@pytest.mark.parametrize(
    "citation",
    [
        *("Doe, 2020, p. 9", "Doe, 2020, 9", "Doe, 2020, passim", "Doe, 2020, l. 40", "Doe, 2020, § 12"),
        *(
            "Doe, 2020, introduction",
            "Doe, 2020, notamment p. 5",
            "Doe, 2020, especially chapter 3",
            "Doe, 2020 (p. 3)",
        ),
        *("Doe, 2020, 12:30", "Doe, 2020, Table 3", "Doe, 2020, n. 3", "Doe (2020)", "Ibid.", "Roe, 2019"),
    ],
)
def test_what_passes(citation: str) -> None:
    assert found(notes(*PAGED, citation) + LISTS, "en", "PAG002") == []


def test_two_pages_are_no_habit() -> None:
    assert found(notes(*PAGED[:2], "Doe, 2020") + LISTS, "en", "PAG002") == []


def test_an_ibid_that_may_mean_another_source_counts_for_none() -> None:
    text = notes(*PAGED[:2], "Roe, 2019; Doe, 2020", "Ibid., p. 3") + LISTS
    assert found(text, "en", "PAG002") == []


def test_several_citations_of_a_source_are_one_finding() -> None:
    [one] = found(notes(*PAGED, "Doe, 2020", "Roe, 2019", "Doe, 2020") + LISTS, "en", "PAG002")
    assert (one.message, one.place.note, [place.note for place in one.related]) == ("several", "4", ["6"])
