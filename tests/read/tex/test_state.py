"""What is open in a document."""

from __future__ import annotations

from citecheck.read.tex.flow import Flow, Shape
from tests.read.tex.samples import state


def test_what_closes_closes_all_within_it() -> None:
    made = state()
    closed: list[str] = []
    made.push("env a", lambda: closed.append("a"))
    made.shape = Shape(italic=True)
    made.push("", lambda: closed.append("group"))
    made.pop("env b")
    made.pop("env a")
    assert closed == ["group", "a"]
    assert not made.shape.italic
    assert not made.frames


def test_all_closes_at_the_end() -> None:
    made = state("{a")
    assert made.opens()
    made.close_all()
    assert not made.frames


def test_notes_are_entered_and_left() -> None:
    made = state()
    note = Flow("footnotes")
    made.enter_note(note)
    assert made.in_note
    assert made.flow is note
    made.leave_note(note)
    assert not made.in_note


def test_quotation_marks_are_those_of_the_language() -> None:
    made = state()
    assert made.marks[0] == ("“", "”")
    made.lang = "fr"
    assert made.marks[0] == ("«", "»")
    made.lang = "la"
    assert made.marks[0] == ("“", "”")


def test_a_remark_is_made_once() -> None:
    made = state("a")
    token = made.stream.next()
    assert token is not None
    made.remark("include-missing", token)
    made.remark("include-missing", token)
    assert len(made.remarks) == 1
