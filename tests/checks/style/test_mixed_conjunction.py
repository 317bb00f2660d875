"""What joins the last author to the others."""

from __future__ import annotations

import pytest

from tests.checks.style.auditing import flagged, found, mended, notes

PAIR = ("Doe & Roe, 2019, p. 4", "Low & Poe, 2020, p. 5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (notes(*PAIR, "Doe and Roe, 2019, p. 6"), [["and"]]),
        (notes(*PAIR, "Doe and Roe, 2019, p. 6", "Low and Poe, 2020", *PAIR), [["and", "and"]]),
        (notes("Doe et al., 2019", "Roe et al., 2020", "Low et al, 2021"), [["et al"]]),
        (notes("Doe *et al.*, 2019", "Roe *et al.*, 2020", "Low et al., 2021"), [["et al."]]),
        ("A (Doe & Roe, 2019). B (Low & Poe, 2020). C (Doe and Roe, 2019).\n", [["and"]]),
        ("A (Doe & Roe, 2019). B (Low & Poe, 2020).\n\n" + notes("Doe and Roe, 2019, p. 4"), [["and"]]),
        ("A (Doe et al., 2019). B (Low et al., 2020; U.S. Corps [USC], 2011). C (Roe et al, 2018; X [Y], 2016).\n", [["et al"]]),
    ],
    ids=["note", "several", "stop", "slant", "bracket", "lone-note", "unread-bracket"],
)  # fmt: skip
def test_another_form_is_found(text: str, expected: list[list[str]]) -> None:
    assert flagged("STY007", text) == expected


def test_each_language_has_its_own_word() -> None:
    assert flagged("STY007", notes(*PAIR, "Doe et Roe, 2019, p. 6"), "fr") == [["et"]]
    assert flagged("STY007", notes("Doe et Roe, 2019", "Low et Poe, 2020", "Doe & Roe, 2019"), "fr") == [["&"]]


@pytest.mark.parametrize(
    "text",
    [
        notes("Doe & Roe, 2019", "Doe and Roe, 2019"),
        notes(*PAIR, "Doe and Roe, 2019", "Low and Poe, 2020"),
        "Doe and Roe (2019) say so (Doe & Roe, 2019); Low and Poe (2020) do not (Low & Poe, 2020).\n",
        "Doe and Roe (2019) say so (Doe & Roe, 2019; Low & Poe, 2020).\n",
        notes(*PAIR, "Ministry of War and Peace, 2020"),
        notes(*PAIR, "Doe, 2020, p. 4, and Roe, 2021, p. 5"),
        notes(*PAIR, "Roe, R., *Salt and Sin*, Press, 2020"),
        notes("Doe et al., 2019", "Roe et al., 2020", "On the words et al and their use."),
    ],
    ids=["one-each", "half-and-half", "narrative", "lone-narrative", "bodies", "two-sources", "title", "words"],
)
def test_what_shows_no_habit_or_joins_no_authors_is_passed_over(text: str) -> None:
    assert flagged("STY007", text) == []


def test_entries_in_another_style_are_passed_over() -> None:
    entries = (
        "\n## References\n\nDoe, J., and Roe, R. (2019). *One*. Press.\n\nLow, L., and Poe, P. (2020). *Two*. Press.\n"
    )
    assert flagged("STY007", notes(*PAIR) + entries) == []


def test_one_body_with_two_names_is_one_author() -> None:
    text = notes(*PAIR, "Trinidad and Tobago, 2021, p. 3")
    entry = "\n## References\n\nTrinidad and Tobago. (2021). *A census of boats*. Port of Spain: Press.\n"
    assert flagged("STY007", text + entry) == []


def test_the_fix_writes_the_usual_form_but_takes_no_stop_from_an_abbreviation() -> None:
    assert "Doe & Roe, 2019, p. 6" in mended("STY007", notes(*PAIR, "Doe and Roe, 2019, p. 6"))
    assert "Low et al., 2021" in mended("STY007", notes("Doe et al., 2019", "Roe et al., 2020", "Low et al, 2021"))
    (one,) = found("STY007", notes("Doe et al, 2019", "Roe et al, 2020", "Low et al., 2021"))
    assert (one.message, one.fix) == ("stopless", None)
