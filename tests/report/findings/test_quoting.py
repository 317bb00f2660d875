"""A span with what stands around it, and what a correction changes."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from citecheck.report.findings.quoting import LONGEST, beginning, edited, quotation


def spanned(text: str, quoted: str, *, sparse: bool = False) -> Span:
    start = text.index(quoted)
    return Span(Source("a.md", text, sparse=sparse), start, start + len(quoted))


def test_a_span_is_quoted_with_some_words_of_its_paragraph() -> None:
    made = quotation(spanned("Before it.\n\nSome words HERE and others.\n\nBehind.", "HERE"), 80)
    assert (made.before, made.quoted, made.after) == ("Some words ", "HERE", " and others.")
    narrow = quotation(spanned("Some words HERE and others.", "HERE"), 20)
    assert (narrow.before, narrow.after) == ("…words ", " and…")


def test_a_sparse_source_has_nothing_around_and_a_long_span_no_middle() -> None:
    made = quotation(spanned("Some words HERE and others.", "HERE", sparse=True), 80)
    assert (made.before, made.after) == ("", "")
    long = quotation(spanned("a" * 300, "a" * 300), 200)
    assert " … " in long.quoted
    assert len(long.quoted) <= LONGEST


@pytest.mark.parametrize(
    ("old", "new", "said"), [("p.4", "p. 4", "“p.4” → “p. 4”"), ("", "p.", "insert “p.”"), ("s", "", "delete “s”")]
)
def test_what_an_edit_changes(old: str, new: str, said: str) -> None:
    assert edited(Edit(spanned("p.4s", old), new), "en") == said


def test_the_beginning_of_a_text_ends_between_words() -> None:
    assert beginning("one two three", 9) == "one two…"
    assert beginning("one two", 9) == "one two"
    assert beginning("\u6f22" * 6, 6, cell_len).endswith("…")
