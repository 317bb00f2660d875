"""Runs that are split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.patch.runs import Runs, alone, holder, split_before
from citecheck.read.elements import name
from citecheck.read.word.traces import Piece
from tests.read.word.samples import element, mark, p, r

if TYPE_CHECKING:
    from lxml.etree import _Element


def runs_of(root: _Element) -> Runs:
    at, pieces = 0, []
    for one in root.iter("{*}t"):
        pieces.append(Piece(at, len(one.text or ""), one))
        at += len(one.text or "")
    return Runs(pieces)


def shown(root: _Element) -> list[str]:
    return ["".join(t.text or "" for t in run.iter("{*}t")) for run in root.iter("{*}r")]


def test_a_run_is_split_where_words_begin_and_end() -> None:
    root = element(p(r("One two three", "<w:i/>")))
    runs = runs_of(root)
    first, last = runs.first(4), runs.last(7)
    assert first is last
    assert shown(root) == ["One ", "two", " three"]
    assert all(run.find("{*}rPr") is not None for run in root.iter("{*}r"))


def test_nothing_is_split_where_a_run_begins_and_ends() -> None:
    root = element(p("One ", "two"))
    runs = runs_of(root)
    assert runs.first(4) is runs.last(7)
    assert shown(root) == ["One ", "two"]


def test_there_is_no_run_for_characters_that_are_not_there() -> None:
    runs = runs_of(element(p("One")))
    assert runs.first(3) is None
    assert runs.last(9) is None


def test_an_element_gets_a_run_of_its_own() -> None:
    root = element(p('<w:r><w:t>a</w:t><w:footnoteReference w:id="1"/><w:t>b</w:t></w:r>'))
    run = alone(next(root.iter("{*}footnoteReference")))
    assert [name(one) for one in run] == ["footnoteReference"]
    assert shown(root) == ["a", "", "b"]


def test_a_sign_set_by_hand_stays_with_its_mark() -> None:
    root = element(p(mark(1, custom="*")))
    run = alone(next(root.iter("{*}footnoteReference")))
    assert [name(one) for one in run] == ["footnoteReference", "t"]
    assert split_before(next(root.iter("{*}t"))) is run


def test_what_programs_show_instead_of_something_is_not_opened() -> None:
    root = element(p(f"<mc:AlternateContent><mc:Choice>{r('One')}</mc:Choice></mc:AlternateContent>"))
    held = holder(next(root.iter("{*}t")))
    assert name(held) == "AlternateContent"
    assert runs_of(root).first(1) is held
