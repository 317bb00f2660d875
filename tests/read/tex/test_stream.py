"""What is still to be read."""

from __future__ import annotations

from citecheck.read.tex.stream import Stream
from citecheck.read.tex.tokens import Kind, written
from tests.read.tex.samples import piece


def stream(text: str) -> Stream:
    made = Stream()
    made.push(piece(text))
    return made


def rest(left: Stream) -> str:
    return "".join(iter(lambda: getattr(left.next(), "text", ""), ""))


def test_arguments_are_groups_or_one_sign() -> None:
    left = stream("{a{b}c} de")
    assert written(left.argument()) == "a{b}c"
    assert written(left.argument()) == "d"
    assert rest(left) == "e"
    assert written(stream("").argument()) == ""
    assert written(stream("{never closed").argument()) == "never closed"


def test_options_stand_in_brackets() -> None:
    left = stream("[a][b]{c}")
    made = [left.optional(), left.optional(), left.optional()]
    assert [written(one) if one is not None else None for one in made] == ["a", "b", None]
    assert left.opens()
    assert stream("[a").optional() is None


def test_what_stands_for_a_command_is_read_before_the_rest() -> None:
    left = stream("b")
    left.push_items(list(piece("a")))
    left.push_items([])
    assert rest(left) == "ab"


def test_a_file_is_left_with_all_that_is_read_within_it() -> None:
    left = Stream()
    left.push(piece("b"), "a.tex")
    left.push(piece("c"), "b.tex")
    left.push(piece("d"))
    assert left.files == ["a.tex", "b.tex"]
    left.leave_file()
    assert rest(left) == "b"


def test_of_several_groups_the_last_is_left() -> None:
    left = stream("{a}{b}{c} d")
    assert left.groups() == 3
    assert written(left.argument()) == "c"
    assert stream("a").groups() == 0


def test_parentheses_hold_what_stands_in_one_piece() -> None:
    left = stream("(see)(also){a}")
    made = [left.parentheses(), left.parentheses(), left.parentheses()]
    assert [written(one) if one is not None else None for one in made] == ["see", "also", None]
    assert stream("()").parentheses() is not None


def test_formulas_end_at_their_sign_or_at_a_blank_line() -> None:
    left = stream("a$ b\n\nc $d\n\ne")
    closing = (Kind.MATH, "$")
    assert written(left.pass_math(closing, display=False)) == "a"
    assert left.next() is not None
    left = stream("c \n\n d")
    assert written(left.pass_math(closing, display=False)) == "c"
    left = stream("c \n\n d$$ e")
    assert written(left.pass_math((Kind.MATH, "$$"), display=True)) == "c d"
    left = stream("c \n\n d e")
    assert written(left.pass_math((Kind.MATH, "$$"), display=True)) == "c"


def test_empty_braces_are_passed_over() -> None:
    left = stream("{}{a}")
    left.pass_empty()
    left.pass_empty()
    assert written(left.argument()) == "a"


def test_conditions_are_passed_over_only_where_they_end() -> None:
    left = stream(r"a \if b\fi c\fi d")
    left.pass_condition(lambda name: name == "if", to_else=True)
    assert rest(left) == "d"
    left = stream(r"a \else b\fi c")
    left.pass_condition(lambda name: name == "if", to_else=True)
    assert rest(left) == "bfic"
    left = stream("a b")
    left.pass_condition(lambda name: name == "if", to_else=True)
    assert rest(left) == "a b"
