"""Counters and what is printed for them."""

from __future__ import annotations

import pytest

from citecheck.read.tex.counters import Counters


def test_what_is_counted_within_another_begins_anew() -> None:
    counters = Counters()
    counters.with_chapters()
    for name in ("chapter", "section", "subsection", "footnote", "chapter", "footnote", "section", "subsection"):
        counters.step(name)
    assert counters.printed("subsection") == "2.1.1"
    assert counters.printed("footnote") == "1"


def test_without_chapters_sections_have_one_number() -> None:
    counters = Counters()
    counters.step("section")
    counters.step("subsection")
    assert (counters.printed("section"), counters.printed("subsection")) == ("1", "1.1")


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        (r"\arabic{footnote}", "3"),
        (r"\roman{footnote}", "iii"),
        (r"\Roman{footnote}.", "III."),
        (r"\alph{footnote}", "c"),
        (r"\Alph{footnote}", "C"),
        (r"\fnsymbol{footnote}", "‡"),
        (r"\textbf{\arabic{footnote}}", "3"),
        (r"\thesection-\arabic{footnote}", "0-3"),
        (r"\@arabic\c@footnote", "3"),
        (r"(\number\value{footnote})", "(3)"),
        (r"\arabic", "0"),
    ],
)
def test_a_document_says_what_is_printed(code: str, printed: str) -> None:
    counters = Counters()
    counters.set("footnote", 3)
    counters.format("footnote", code)
    assert counters.printed("footnote") == printed


def test_numbers_that_hold_each_other_end() -> None:
    counters = Counters()
    counters.format("a", r"\thea\thea\thea.")
    assert len(counters.printed("a")) <= 40
    assert counters.shown("thanks", "sign") == "*"


def test_counters_that_begin_each_other_anew_end() -> None:
    counters = Counters()
    counters.within |= {"a": "b", "b": "a"}
    counters.set("b", 7)
    assert counters.step("a") == 1
    assert counters.values["b"] == 0
