"""Pages as printed, and the ranges that they make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.checks.locators.pages import (
    cited,
    completed,
    counts_otherwise,
    is_page_label,
    names_pages,
    pages_of,
    printed_pages,
    ranges_of,
)
from citecheck.model.reference import Reference
from citecheck.parse.reference import read_reference
from tests.parse.texts import ANY_NOTE, QUICK, document, whole


def reference(text: str) -> Reference:
    return read_reference(whole(text), ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4-9, 115–16, 12", [(4, 9), (115, 116)]),
        ("20-10", [(20, 10)]),
        ("S3-S9", [(3, 9)]),
        ("S3-T9", []),
        ("4-9-12", []),
        ("", []),
    ],
)
def test_ranges(text: str, found: list[tuple[int, int]]) -> None:
    assert [(one.low, one.high) for one in ranges_of(whole(text))] == found


@QUICK
@given(text=ANY_NOTE)
def test_ranges_of_any_text_lie_in_it(text: str) -> None:
    for one in ranges_of(whole(text)):
        assert str(one.printed).lstrip("0") in one.span.text or one.printed == 0


@pytest.mark.parametrize(
    ("text", "reversed_", "abbreviated", "whole_", "rather"),
    [
        ("20-10", True, False, False, False),
        ("115-16", False, True, False, False),
        ("120-99", False, True, False, True),
        ("115-116", False, False, True, False),
        ("95-105", False, False, False, False),
    ],
)
def test_kinds_of_ranges(text: str, reversed_: bool, abbreviated: bool, whole_: bool, rather: bool) -> None:
    (one,) = ranges_of(whole(text))
    assert (one.reversed, one.abbreviated, one.whole, one.rather_reversed) == (reversed_, abbreviated, whole_, rather)


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_a_full_end_is_never_lowered(low: int, high: int) -> None:
    assert completed(str(low), str(high)) >= high


@pytest.mark.parametrize(("label", "page"), [("p.", True), ("Pages", True), ("chap.", False), ("§", False)])
def test_labels_of_pages(label: str, page: bool) -> None:
    assert is_page_label(label) is page


@pytest.mark.parametrize(
    ("behind", "otherwise"),
    [(" March", True), (":30", True), (" %", True), (" vols", True), (", and", False), ("", False)],
)
def test_a_bare_number_may_count_something_else(behind: str, otherwise: bool) -> None:
    assert counts_otherwise(whole(f"12{behind}").part(0, 2)) is otherwise


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Doe, J. (2019). Tides. *Studies*, 3(2), 40-62.", (40, 62)),
        ("Doe, J. (2019). Tides. In R. Roe (Ed.), *Ports* (pp. 115–16). Quay.", (115, 116)),
        ("Doe, J. (2019). Tides. *Studies*, 3(2), 40.", None),
        ("Doe, J. (2019). *Tides*. Quay.", None),
    ],
)
def test_the_range_that_a_reference_gives(text: str, pages: tuple[int, int] | None) -> None:
    made = pages_of(reference(text))
    assert ((made.low, made.high) if made is not None else None) == pages
    assert (printed_pages(reference(text)) is not None) == (reference(text).pages is not None)


def test_citations_in_notes_and_in_brackets_are_told_apart() -> None:
    made = document("As said (Doe, 2019, p. 4).<sup>1</sup>\n\n<sup>1</sup> Roe, 2018, chap. 3\n")
    found = list(cited(made))
    assert [one.group for one in found] == ["notes", "brackets"]
    locators = [one.citation.locator for one in found]
    assert [names_pages(one) for one in locators if one is not None] == [False, True]
    assert found[0].place("en", found[0].citation.span).note == "1"
