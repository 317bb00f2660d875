"""Pages and other places in a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.parse.locators import expand, is_label, is_locator_text, ranges, read_locator
from citecheck.parse.reader import Reader
from tests.parse.texts import whole


@pytest.mark.parametrize(
    ("text", "label", "pages", "found"),
    [
        (", p. 4", "p.", "4", ((4, 4),)),
        (", pp. 4-6, 115–16 and 9", "pp.", "4-6, 115–16 and 9", ((4, 6), (115, 116), (9, 9))),
        (" p. 4 et 7.", "p.", "4 et 7", ((4, 4), (7, 7))),
        (": 12-14", None, "12-14", ((12, 14),)),
        (", 4, 2019", None, "4", ((4, 4),)),
        (", p. 4, 2019", "p.", "4", ((4, 4),)),
        (", p. xii", "p.", "xii", ()),
        (", chap. 3", "chap.", "3", ()),
        (", § 12", "§", "12", ()),
    ],
)
def test_locators(text: str, label: str | None, pages: str, found: tuple[tuple[int, int], ...]) -> None:
    locator, end = read_locator(Reader.of(whole(f"Doe{text}"), ()), 3)
    assert locator is not None
    assert (locator.label, locator.text, locator.ranges) == (label, pages, found)
    assert f"Doe{text}"[:end].endswith(pages)


@pytest.mark.parametrize("text", [", 2019", " 12", ", the quay", "", ", p. quay’s"])
def test_what_is_no_locator(text: str) -> None:
    assert read_locator(Reader.of(whole(f"Doe{text}"), ()), 3) == (None, 3)


def test_a_locator_may_stand_in_a_bracket() -> None:
    locator, end = read_locator(Reader.of(whole("Doe 2019 [p. 4]"), ()), 9, bracket=True)
    assert locator is not None
    assert (locator.text, end) == ("4", 14)


@given(st.integers(1, 99_999), st.integers(1, 500))
def test_an_abbreviated_end_means_the_full_one(low: int, more: int) -> None:
    high = str(low + more)
    shared = next((at for at, (one, other) in enumerate(zip(str(low), high, strict=False)) if one != other), 0)
    written = high[shared:] if len(high) == len(str(low)) else high
    assert expand(str(low), written) == high


def test_an_end_below_its_beginning_stays_as_it_is() -> None:
    assert expand("115", "14") == "14"
    assert ranges("p. 115–14, x, 7") == ((115, 14), (7, 7))
    assert ranges("") == ()


def test_a_labelled_page_and_a_whole_locator() -> None:
    assert is_label("p. 4 and more")
    assert not is_label("4")
    assert is_locator_text(", p. 4")
    assert not is_locator_text(", p. 4 and more")
