"""Comments for citecheck: found, and blank in the text, with every other character in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model.source import Source
from citecheck.read.comments import without_comments
from citecheck.read.files import read_source

IGNORE = "<!-- citecheck: ignore CIT002 why -->"


def comments(text: str) -> list[str]:
    return [comment for _, comment in without_comments(text)[1]]


def test_a_comment_is_blank_in_the_text_and_keeps_its_lines() -> None:
    text, found = without_comments("One\n<!-- citecheck: ignore\nCIT002 why -->\nTwo\n")
    assert text == "One\n" + " " * 22 + "\n" + " " * 14 + "\nTwo\n"
    assert found == ((4, "<!-- citecheck: ignore\nCIT002 why -->"),)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "<!-- a note to the printer -->",
        "<!-- citechecked: no -->",
        "citecheck: ignore CIT002",
        f"```\n{IGNORE}\n```\n",
        f"~~~~ markdown\n{IGNORE}\n~~~\n~~~~\n",
        f"```\n{IGNORE}\n",
        f"Write `{IGNORE}` before the note.",
    ],
)
def test_other_comments_and_examples_stay(text: str) -> None:
    assert without_comments(text) == (text, ())


def test_comments_before_between_and_after_blocks_of_code_count() -> None:
    text = f"{IGNORE}\n```\n{IGNORE}\n```\n{IGNORE}\n```\nx\n```\n{IGNORE}\n"
    assert len(comments(text)) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- citecheck: ignore CIT002\nText", ["<!-- citecheck: ignore CIT002"]),
        (f"<!-- citecheck: ignore CIT002\nText\n{IGNORE}\n", ["<!-- citecheck: ignore CIT002", IGNORE]),
        (f"<!-- citecheck: open {IGNORE}\n", ["<!-- citecheck: open ", IGNORE]),
        ("<!--citecheck:ignore CIT002 x-->", ["<!--citecheck:ignore CIT002 x-->"]),
        ("<!--\n  citecheck: ignore CIT002 x\n-->", ["<!--\n  citecheck: ignore CIT002 x\n-->"]),
    ],
)
def test_where_a_comment_ends(text: str, found: list[str]) -> None:
    assert comments(text) == found


PIECES = st.sampled_from(
    ["<!--", "-->", " citecheck:", " ignore CIT002 x ", "\n", "```", "`", "Text ", "é\U0001f600", "~~~"]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_moves_and_nothing_is_lost(text: str) -> None:
    blank, found = without_comments(text)
    assert len(blank) == len(text)
    assert blank.count("\n") == text.count("\n")
    assert Source("a.md", blank, comments=found).written.text == text
    assert without_comments(blank) == (blank, ())


def test_thousands_of_comments_that_are_not_closed_on_one_line_end() -> None:
    assert len(comments("<!-- citecheck: ignore x " * 100_000)) == 100_000


def test_a_file_is_read_without_its_comments() -> None:
    source = read_source("-", f"A\r\n{IGNORE}\r\nB".encode())
    assert source.text.split() == ["A", "B"]
    assert source.written.text == f"A\n{IGNORE}\nB"
    assert read_source("-", b"A").written.text == "A"
