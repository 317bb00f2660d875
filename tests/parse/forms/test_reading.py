"""Dates of references: in brackets, behind a title, of an issue."""

from __future__ import annotations

import pytest

from citecheck.parse.forms.reading import any_year, bracketed_date, edition_year, last_year, title_and_year, year_of

BRACKETS = [
    ("(2020)", ("2020", "", "2020")),
    ("(2020a)", ("2020", "a", "2020")),
    ("(2020, 4 March)", ("2020", "", "2020-03-04")),
    ("(4 March 2020)", ("2020", "", "2020-03-04")),
    ("(March 4, 2020)", ("2020", "", "2020-03-04")),
    ("(1er mars 2020)", ("2020", "", "2020-03-01")),
    ("(mars 2020)", ("2020", "", "2020-03")),
    ("(13/05/2020)", ("2020", "", "2020-05-13")),
    ("(c. 1980)", ("1980", "", "1980")),
    ("(vers 1980)", ("1980", "", "1980")),
    ("([1975] 1980)", ("1980", "", "1980")),
    ("(1980 [1975])", ("1980", "", "1980")),
    ("(1975/1980)", ("1980", "", "1980")),
    ("(2019/2020)", ("2019", "", "2019")),
    ("([1980])", ("1980", "", "1980")),
    ("[1980].", ("1980", "", "1980")),
    ("(n.d.)", ("n.d.", "", None)),
    ("(à paraître)", ("n.d.", "", None)),
]


@pytest.mark.parametrize(("text", "told"), BRACKETS, ids=[text for text, _ in BRACKETS])
def test_a_date_in_brackets(text: str, told: tuple[str, str, str | None]) -> None:
    match = bracketed_date().search(f"Doe, J. {text}")
    assert match is not None
    assert year_of(match) == told


@pytest.mark.parametrize("text", ["(20119)", "[2017] EWHC 88", "(see above)", "word(2020)"])
def test_what_is_no_date_in_brackets(text: str) -> None:
    assert bracketed_date().search(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (", *Review* 4/2015.", "2015"),
        (", Review 2011/2 (n° 64), p. 51-59.", "2011"),
        (", Press, 2010.", "2010"),
        (", in the 1980s.", None),
        (", forthcoming.", "n.d."),
    ],
)
def test_the_year_behind_a_title(text: str, year: str | None) -> None:
    assert last_year(text, 0)[0] == year


def test_a_decade_is_no_year() -> None:
    assert any_year().search("in the 1980s") is None


def test_of_two_years_the_edition_counts_and_of_a_season_the_first() -> None:
    assert [edition_year("1975", "1980"), edition_year("2019", "2020"), edition_year(None, "2020")] == [
        "1980",
        "2019",
        "2020",
    ]


def test_a_title_ends_before_its_place_and_press() -> None:
    text = "Doe, Jane. The ports: a past, Northport and Southport, VA: Harbour Press, 2010."
    title, year = title_and_year(text, 10)
    assert title is not None
    assert (text[slice(*title)].strip(), year[0]) == ("The ports: a past", "2010")
