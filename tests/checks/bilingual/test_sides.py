"""What both sides of a group of notes cite, by common names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.checks.bilingual.sides import Sides, note_places, numbers, pages_in, printed, stand_against
from citecheck.model.alignment import Shape
from tests.checks.reading import aligned

FRENCH = """# 1. Le port

Le port a 40 quais<sup>1</sup>. Il en avait 12 en 1950<sup>2</sup>, puis 30<sup>3</sup>.

<sup>1</sup> Doe, 2019, p. 4 ; Roe, 2018, p. 9-11

<sup>2</sup> Ibid.

<sup>3</sup> Poe, 2001, p. 2

# Bibliographie

Doe, J. (2019). *Les quais du port*. Paris : Le Quai.

Roe, R. (2018). *Les marées*. Paris : Le Quai.
"""
ENGLISH = (
    FRENCH.replace("Le port a 40 quais", "The port has 40 quays")
    .replace("Il en avait 12 en 1950", "It had 12 of them in 1950")
    .replace("Bibliographie", "Bibliography")
    .replace("puis", "then")
)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("4", {"4"}),
        ("4, 7 et 9", {"4", "7", "9"}),
        ("9-11", {"9", "10", "11"}),
        ("115–16", {"115", "116"}),
        ("1-9999", {"1-9999"}),
        ("20-10", {"20-10"}),
        ("XII", {"xii"}),
        ("", set()),
        (None, set()),
    ],
)
def test_the_pages_of_a_locator(text: str | None, pages: set[str]) -> None:
    assert pages_in(text) == pages


@given(st.sets(st.integers(1, 60), max_size=20))
def test_pages_are_printed_as_ranges_and_read_back(pages: set[int]) -> None:
    shown = printed(str(page) for page in pages)
    assert {page for run in shown for page in pages_in(run)} == {str(page) for page in pages}
    assert len(shown) == sum(page - 1 not in pages for page in pages)


def test_what_is_no_number_stands_behind() -> None:
    assert printed(["xii", "4", "5"]) == ("4-5", "xii")


def test_both_sides_cite_under_the_same_names() -> None:
    sides = Sides.of(aligned(FRENCH, ENGLISH))
    for group in sides.alignment.groups:
        left, right = sides.cited(group)
        assert left.keys() == right.keys()
    first, second, third = sides.alignment.groups
    assert {tuple(sorted(one.pages)) for one in sides.cited(first)[0].values()} == {("4",), ("10", "11", "9")}
    assert all(one.choice for one in sides.cited(second)[0].values()), "an Ibid may mean each of two sources"
    (lone,) = sides.cited(third)[0].values()
    assert (lone.name, lone.known, lone.year) == ("cited:poe:2001", False, "2001")


def test_the_keys_of_groups_are_those_of_both_sides() -> None:
    sides = Sides.of(aligned(FRENCH, ENGLISH))
    assert sides.about(0) == ["fr:number:/1", "en:number:/1"]
    assert set(sides.because(1, instead=True)) == {"fr:near:/2", "en:near:/2"}
    assert set(sides.because(1)) == {f"{lang}:near:/{number}" for lang in ("fr", "en") for number in (1, 2, 3)}


def test_notes_have_numbers_and_places() -> None:
    alignment = aligned(FRENCH, ENGLISH)
    group = alignment.groups[0]
    assert numbers(group.left) == ("1",)
    (place,) = note_places(alignment.left, group.left)
    assert (place.note, place.span.text) == ("1", "Doe, 2019, p. 4 ; Roe, 2018, p. 9-11")
    assert stand_against(group)
    assert group.shape is Shape.ONE_TO_ONE
