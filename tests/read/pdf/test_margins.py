"""Notes in the margin of a page."""

from __future__ import annotations

import pytest

from citecheck.read.pdf import layout
from tests.read.pdf.samples import PROSE, TOP, Item, line, lines, pdf, texts, up


def noted(first: int, x: float, edge: float) -> list[Item]:
    """A page of text at ``x``, three of whose lines call a note that stands at ``edge``."""
    page: list[Item] = [*lines(TOP - 40, *PROSE[0], x=x)]
    for at in range(3):
        height = TOP - 160 - 40 * at
        sign = str(first + at)
        page.append(line(height, "The boats were built of oak,", up(sign), " and counted.", x=x))
        page.append(line(height, up(sign, 5.0, 2.5), f"Doe, 20{first + at:02}, p. {first + at}.", x=edge, size=7.5))
        page.append(line(height - 9, "And others say so.", x=edge, size=7.5))
    return page


@pytest.mark.parametrize(("x", "edge"), [(50.0, 330.0), (150.0, 50.0)])
def test_notes_in_a_margin_are_notes(x: float, edge: float) -> None:
    made = layout("a.pdf", pdf(*(noted(3 * at + 1, x, edge) for at in range(3))))
    assert [note.printed for note in made.notes] == [str(number) for number in range(1, 10)]
    assert all("And others say so." in note.blocks[0].inlines[0].text for note in made.notes)  # type: ignore[union-attr]
    assert not any("And others" in text for text in texts(made))


def test_a_margin_without_notes_is_read_as_before() -> None:
    page = [*lines(TOP - 40, *PROSE[0], x=50), line(TOP - 60, "See below", x=330, size=7.5)]
    assert any("See below" in text for text in texts(layout("a.pdf", pdf(page))))
