"""Paragraphs and entries."""

from __future__ import annotations

from citecheck.read.pdf import layout
from tests.read.pdf.samples import LEADING, PROSE, TOP, Item, line, lines, pdf, texts

ENDS = "of it in the town."


def read(*items: Item) -> list[str]:
    return texts(layout("a.pdf", pdf(items)))


def test_an_indent_begins_a_paragraph() -> None:
    rows = [
        *lines(TOP, *PROSE[0], ENDS),
        line(TOP - 3 * LEADING, PROSE[1][0], x=64),
        *lines(TOP - 4 * LEADING, PROSE[1][1], ENDS),
    ]
    assert [text[:9] for text in read(*rows)] == ["The harbo", "Two boats"]


def test_a_gap_begins_a_paragraph() -> None:
    rows = [
        *lines(TOP, *PROSE[0], ENDS),
        *lines(TOP - 4.5 * LEADING, *PROSE[1], ENDS),
        *lines(TOP - 9 * LEADING, *PROSE[2]),
    ]
    assert len(read(*rows)) == 3


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    made = layout("a.pdf", pdf(lines(TOP, *PROSE[0], *PROSE[1]), lines(TOP, *PROSE[2])))
    assert len(made.blocks) == 1


def test_entries_that_hang_are_one_each() -> None:
    rows: list[Item] = []
    for at in range(6):
        y = TOP - 2 * at * LEADING
        rows += [
            line(y, f"Doe, Anna. 199{at}. A history of the harbours of the coast and of"),
            line(y - LEADING, f"their boats. Vol. {at}.", x=75),
        ]
    made = read(*rows)
    assert len(made) == 6
    assert made[2] == "Doe, Anna. 1992. A history of the harbours of the coast and of their boats. Vol. 2."


def test_entries_that_are_numbered_are_one_each() -> None:
    rows: list[Item] = []
    for at in range(8, 12):
        y = TOP - 2 * at * LEADING
        rows += [
            line(y, f"{at}. Doe, A.: A history of the harbours of the coast and of their", x=45 if at > 9 else 50),
            line(y - LEADING, "boats, which in the year of the war were lost, Vol. 10. In: Studies", x=62),
        ]
    assert [text.split(".")[0] for text in read(*rows)] == ["8", "9", "10", "11"]


def test_cells_of_a_table_stand_alone() -> None:
    rows = [
        item
        for at in range(3)
        for item in (line(TOP - at * 13, f"Boat {at}"), line(TOP - at * 13, f"{at} tons", x=250))
    ]
    assert "Boat 1" in read(*rows)
