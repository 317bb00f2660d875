"""Tracked changes."""

from __future__ import annotations

import pytest

from citecheck.read.word.changes import ACCEPTED, REJECTED
from tests.read.word.samples import element, laid, p, r, texts

INSERTED = f"<w:ins>{r('new ')}</w:ins>"
DELETED = '<w:del><w:r><w:delText xml:space="preserve">old </w:delText></w:r></w:del>'
MOVED = f"<w:moveFrom>{r('from ')}</w:moveFrom><w:moveTo>{r('to ')}</w:moveTo>"


@pytest.mark.parametrize(("rejected", "shown"), [(False, "a new to z"), (True, "a old from z")])
def test_changes_are_accepted_or_rejected(rejected: bool, shown: str) -> None:
    assert texts(laid(p("a ", INSERTED, DELETED, MOVED, "z"), rejected=rejected)) == [shown]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    body = p("one", shape="<w:rPr><w:del/></w:rPr>") + p("two") + p("three")
    assert texts(laid(body)) == ["one two", "three"]
    assert texts(laid(body, rejected=True)) == ["one", "two", "three"]


def test_a_paragraph_whose_end_was_inserted_goes_on_where_that_is_rejected() -> None:
    body = p("one ", shape="<w:rPr><w:ins/></w:rPr>") + p("two")
    assert texts(laid(body, rejected=True)) == ["one two"]
    assert texts(laid(p("one", shape="<w:rPr><w:ins/></w:rPr>"), rejected=True)) == ["one"]


def test_what_stands_for_something_newer_is_dropped_either_way() -> None:
    run = element("<mc:Fallback><w:r/></mc:Fallback><w:del><w:p/></w:del>")
    fallback, deletion = run
    assert ACCEPTED.drops(fallback[0])
    assert REJECTED.drops(fallback[0])
    assert (ACCEPTED.drops(deletion[0]), REJECTED.drops(deletion[0])) == (True, False)
