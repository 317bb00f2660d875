"""Elements of HTML and rows of tables that may be notes or entries."""

from __future__ import annotations

import pytest

from citecheck.parse.markup import cell_number, elements, rows


def test_paragraphs_and_items_end_where_the_next_begins() -> None:
    text = "<p>One</p>\n<ol><li>Two</li><li><p>Three</p></li></ol>"
    found = [(text[one.body : one.end].partition("<")[0], one.ordinal) for one in elements(text)]
    assert found == [("One", None), ("Two", 1), ("Three", 2)]


def test_items_of_a_list_without_order_have_no_ordinal() -> None:
    assert [one.ordinal for one in elements("<ul><li>a<li>b</ul>")] == [None, None]
    assert list(elements("no element")) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("[12]", "12"),
        ("\\[12\\]", "12"),
        ("12.", "12"),
        ("<sup>1</sup>", "1"),
        ("**3**", "3"),
        ("12345", None),
        ("3 a", None),
        ("", None),
    ],
)
def test_a_cell_that_holds_a_number_alone(text: str, number: str | None) -> None:
    assert cell_number(text) == number


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("| 1 | Doe, 2019 |\n|---|:--|\n| 2 | Roe \\| Poe |\n", [["1", "Doe, 2019"], ["2", "Roe \\| Poe"]]),
        ("1 | Doe\n", [["1", "Doe"]]),
        ("no row\n", []),
        ("<table><tr><td>1</td><td> Doe </td></tr><tr><th>2<td>Roe</table>", [["1", "Doe"], ["2", "Roe"]]),
        ("", []),
    ],
)
def test_the_cells_of_rows(text: str, cells: list[list[str]]) -> None:
    assert [[text[slice(*cell)] for cell in row] for _, row in rows(text)] == cells
