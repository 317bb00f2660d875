"""Columns, in the order in which one reads them."""

from __future__ import annotations

from citecheck.read.pdf import layout
from citecheck.read.pdf.columns import flows_of
from citecheck.read.pdf.lines import Line
from tests.read.pdf.samples import LEFT, TOP, Rule, line, lines, notes, pdf, texts, up

LEFTS = [
    f"left {word} of the harbour and its" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")
]
RIGHTS = [text.replace("left", "right") for text in LEFTS]


def placed(text: str, left: float, base: float) -> Line:
    return Line([], base, 10, left, left + 5 * len(text), text)


def test_a_page_of_one_column_is_read_from_the_top() -> None:
    made = [placed(f"line {at} of a page that has only one", 50, 500 - 12 * at) for at in (2, 0, 1)]
    assert [[one.text[:6] for one in flow] for flow in flows_of(made)] == [["line 0", "line 1", "line 2"]]


def test_columns_are_read_one_after_the_other() -> None:
    page = [*lines(TOP, *LEFTS, x=40, size=9), *lines(TOP, *RIGHTS, x=225, size=9)]
    text = " ".join(texts(layout("a.pdf", pdf(page))))
    assert text.index("left eight") < text.index("right one")


def test_what_goes_over_both_columns_parts_them() -> None:
    title = line(TOP + 30, "A title that goes over both of the columns of this page", size=14, x=40)
    page = [title, *lines(TOP, *LEFTS, x=40, size=9), *lines(TOP, *RIGHTS, x=225, size=9)]
    assert texts(layout("a.pdf", pdf(page)))[0].startswith("A title")


def test_each_column_has_its_notes() -> None:
    left = lines(TOP, *LEFTS[:7], (LEFTS[7], up("1", 6, 3)), x=40, size=9)
    right = lines(TOP, *RIGHTS[:7], (RIGHTS[7], up("2", 6, 3)), x=225, size=9)
    foot = [
        Rule(40, 90, 95), line(80, up("1", 5, 2), " Roe, The nets.", x=40, size=7),
        Rule(225, 275, 95), line(80, up("2", 5, 2), " Doe, The ports.", x=225, size=7),
    ]  # fmt: skip
    made = layout("a.pdf", pdf([*left, *right, *foot]))
    assert notes(made) == {"1": "Roe, The nets.", "2": "Doe, The ports."}
    assert LEFT
