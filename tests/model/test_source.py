"""Sources and spans: lines and columns as in the file, whatever was joined, blanked or masked in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.source import Anchor, Source, Span


@given(st.text("aé\n", max_size=30), st.data())
def test_a_position_is_a_line_and_a_column(text: str, data: st.DataObject) -> None:
    source = Source("a.md", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.position(offset)
    assert (line, column) == (text[:offset].count("\n") + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def test_columns_count_the_accents_of_the_file() -> None:
    # In the file, é and à are two code points each.
    source = Source("a.md", "été à\nété", composed=((1, 1), (3, 2), (5, 3), (7, 4), (9, 5)))
    assert [source.position(offset) for offset in (0, 1, 4, 6)] == [(1, 1), (1, 3), (1, 7), (2, 1)]
    assert source.place(4) == (1, 5)


def test_lines_that_are_left_out_are_counted() -> None:
    source = Source("a.md", "third\nninth\n", sparse=True, numbers=(3, 9, 10))
    assert source.position(6) == (9, 1)
    assert source.line_start(9) == 6
    with pytest.raises(LookupError):
        source.line_start(4)


def test_what_was_blanked_is_in_place_for_who_needs_it() -> None:
    front, comment = "---\na: 1\n---", "<!-- citecheck: x -->"
    text = f"{' ' * len(front)}\n\nSee https://***@a.example.\n\n{' ' * len(comment)}\n"
    masked = text.index("***")
    source = Source(
        "a.md",
        text,
        comments=((text.rindex(" " * len(comment)), comment),),
        unprinted=((0, front),),
        credentials=((masked, "u:p"),),
    )
    assert source.front == front
    assert source.quoted.text == front + text[len(front) :]
    assert source.written.text.endswith(f"{comment}\n")
    assert "u:p@" in source.told.text
    assert "u:p" not in source.written.text
    assert len(source.told.text) == len(text)
    assert Source("a.md", "Text.").written.text == "Text."


def test_code_at_the_beginning_is_no_front_matter() -> None:
    assert Source("a.md", "", unprinted=((0, "```\nx\n```"),)).front == ""
    assert Source("a.md", "", unprinted=((4, "---\nx\n---"),)).front == ""
    assert Source("a.md", "").front == ""


def test_a_span_tells_the_names_that_its_text_masks() -> None:
    source = Source("a.md", "*** and *** and ***", credentials=((0, "a"), (8, "b"), (16, "c")))
    assert Span(source, 1, 16).credentials == ("b",)
    assert Span(source, 0, 19).credentials == ("a", "b", "c")
    assert Span(Source("a.md", "***"), 0, 3).credentials == ()


def test_spans_of_one_source_hold_and_touch_each_other() -> None:
    source = Source("a.md", "first\nsecond")
    whole, first, second = Span(source, 0, 12), Span(source, 0, 5), Span(source, 6, 12)
    assert whole.holds(first)
    assert not first.holds(whole)
    assert whole.touches(second)
    assert not first.touches(Span(source, 5, 7)), "neighbours share no character"
    assert not whole.holds(Span(Source("a.md", "first\nsecond"), 0, 5)), "equal files are not one"
    assert second.part(1, 3).text == "ec"
    assert (second.line, second.column, second.end_line, second.end_column) == (2, 1, 2, 7)
    assert "second" not in repr(second)


LINED = Source(
    "a.tex",
    "One two\n\n[^1]: note\n\nthree",
    anchors=(
        Anchor(0, "text", 1, line=4, column=3),
        Anchor(9, "notes", 1, 0, "1", line=4, column=6),
        Anchor(15, "notes", 1, 0, "1", line=4, column=17),
        Anchor(21, "text", 2, file="b.tex", line=9, column=1),
    ),
)


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (4, 7, ("a.tex", 4, 7, 4, 10)),
        (9, 19, ("a.tex", 4, 6, 4, 21)),
        (21, 26, ("b.tex", 9, 1, 9, 6)),
        (4, 4, ("a.tex", 4, 7, 4, 7)),
        # From one file into the next: the end is where it begins, since lines of two files are no range.
        (4, 26, ("a.tex", 4, 7, 4, 7)),
    ],
)
def test_a_document_in_lines_has_those_of_its_files(start: int, end: int, place: tuple[object, ...]) -> None:
    span = Span(LINED, start, end)
    assert (span.path, span.line, span.column, span.end_line, span.end_column) == place
    assert span.anchor is None
    assert LINED.paths == ("a.tex", "b.tex")


def test_a_document_without_lines_has_anchors_instead() -> None:
    source = Source("a.docx", "One", anchors=(Anchor(0, "document", 3),))
    assert not source.is_lined
    assert Span(source, 1, 2).anchor == source.anchors[0]
    assert (Span(source, 1, 2).path, source.paths) == ("a.docx", ("a.docx",))


def test_lines_have_a_length() -> None:
    source = Source("a.md", "third\nninth", sparse=True, numbers=(3, 9))
    assert [source.line_length(line) for line in (3, 9)] == [5, 5]
