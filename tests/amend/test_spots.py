"""Edits of what is projected as changes of what stands in a document."""

from __future__ import annotations

from collections.abc import Callable

from citecheck.amend.spots import Change, Spot, changes, impossible
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span

KEY = ("document", 1)


def spots(text: str, signs: str) -> Callable[[int], Spot | None]:
    """Each character but for some signs stands in one paragraph, one behind the other."""
    known: dict[int, Spot] = {}
    at = 0
    for offset, char in enumerate(text):
        if char not in signs:
            known[offset] = Spot(KEY, at, at + 1)
            at += 1
    return known.get


def made(text: str, start: int, end: int, new: str, signs: str = "*\\[]^") -> tuple[Change, ...] | None:
    return changes(Edit(Span(Source("a.docx", text), start, end), new), spots(text, signs))


def test_words_are_changed_where_they_stand() -> None:
    assert made("a *bcd* e", 3, 6, "xd") == (Change(KEY, 2, 4, "x"),)


def test_signs_stay_and_what_is_around_them_changes() -> None:
    # A mark moves behind the stop by the stop moving before it.
    assert made("word[^].", 4, 8, ".[^]") == (Change(KEY, 4, 4, "."), Change(KEY, 4, 5, ""))
    assert made("a *b* c", 0, 7, "x *b* y") == (Change(KEY, 0, 1, "x"), Change(KEY, 4, 5, "y"))


def test_signs_that_would_change_are_refused() -> None:
    assert made("a *b* c", 0, 5, "a b") is None
    assert made("a b", 0, 1, "a\n") is None


def test_an_insertion_belongs_to_what_stands_before_it() -> None:
    assert made("a *b* c", 5, 5, "x") == (Change(KEY, 3, 3, "x", behind=True),)
    assert made("a *b* c", 4, 4, "x") == (Change(KEY, 3, 3, "x"),)
    assert made("***", 1, 1, "x") is None


def test_guards_stand_in_no_document() -> None:
    assert made("a b", 2, 3, "\\*") == (Change(KEY, 2, 3, "*"),)


def test_characters_that_stand_apart_are_not_one() -> None:
    apart = {0: Spot(KEY, 0, 1), 1: Spot(KEY, 5, 6)}
    assert changes(Edit(Span(Source("a.docx", "ab"), 0, 2), "xy"), apart.get) is None


def test_what_is_impossible_names_the_document() -> None:
    assert str(impossible("a.docx")).startswith("a.docx: ")
