"""Paragraphs as they are read."""

from __future__ import annotations

from citecheck.model.layout import Call, Role, Words
from citecheck.read.tex.flow import PLAIN, Flow, Label, Mark, Shape
from citecheck.read.tex.tokens import Kind, Token

PLACE = Token(Kind.TEXT, "", "a.tex", 3, 5)


def test_of_several_blanks_one_is_and_none_begins_a_paragraph() -> None:
    flow = Flow("text")
    for text in (" ", "a", " ", " b", "\u00a0", " c"):
        flow.words(text, PLACE, PLAIN)
    flow.end()
    [block] = flow.blocks(str, str)
    assert block.text == "a b\u00a0c"
    assert [one.column for one in block.inlines if isinstance(one, Words) and one.text == "b"] == [6]


def test_numbers_and_notes_are_known_at_the_end() -> None:
    flow = Flow("text", PLACE)
    flow.begin(Role.HEADING, 2, "1.1", PLACE)
    flow.add(Label("sec", Words("")))
    flow.add(Label("lost", Words("")))
    flow.add(Mark(7, PLACE))
    flow.add(Mark(8, PLACE))
    flow.end()
    [block] = flow.blocks(lambda key: "4" if key == "sec" else "", lambda key: "n" if key == 7 else "")
    assert block.inlines == (Words("4"), Call("n", 0, "a.tex", 3, 5))
    assert (block.role, block.level, block.number, block.line, block.column) == (Role.HEADING, 2, "1.1", 3, 5)


def test_empty_paragraphs_are_none_and_blanks_are_taken_back() -> None:
    flow = Flow("text")
    flow.end()
    flow.words("a ", PLACE, PLAIN)
    assert flow.ends_blank
    flow.trim()
    flow.begin(Role.ITEM)
    flow.end()
    assert [block.text for block in flow.blocks(str, str)] == ["a"]
    assert flow.is_empty


def test_marks_quote_nothing_in_code() -> None:
    flow = Flow("text")
    flow.words('"a"', PLACE, Shape(code=True))
    assert [one.text for one in flow.pieces if isinstance(one, Words)] == ["a "]
