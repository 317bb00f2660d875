"""Which mark calls which note."""

from __future__ import annotations

from citecheck.read.pdf import layout
from tests.read.pdf.samples import LEFT, TOP, Rule, line, lines, notes, pdf, texts, up

NAMES = ("Anna Doe", up("1"), ", Berta Roe", up("2"), " and Carla Poe", up("1"))


def test_marks_of_authors_call_no_notes() -> None:
    page = [
        *lines(TOP, NAMES),
        *lines(TOP - 30, (up("1", 6, 3), " University of the Coast"), (up("2", 6, 3), " Archive of the Port"), size=9),
        *lines(TOP - 70, ("The harbour was closed", up("1"), " for the winter, and nobody in"), "the town knew it."),
        Rule(LEFT, 140, 95),
        line(80, up("1", 6, 3), " Roe, The nets.", size=9),
    ]
    made = layout("a.pdf", pdf(page))
    assert notes(made) == {"1": "Roe, The nets."}
    assert "closed[^1] for" in texts(made)[-1]


def test_a_numbered_list_below_a_rule_is_no_notes() -> None:
    page = [
        *lines(TOP, "7.1 What the council wrote", "7.2 What it did not write"),
        Rule(LEFT, 140, 120),
        *lines(100, "1. Who signs", "2. Who pays"),
    ]
    assert layout("a.pdf", pdf(page)).notes == ()


def test_a_note_between_two_that_are_called_is_kept() -> None:
    page = [
        *lines(
            TOP,
            ("The harbour was closed", up("1"), " for the winter, and nobody in"),
            ("the town knew", up("3"), " it."),
        ),
        Rule(LEFT, 140, 110),
        *lines(100, *((up(str(at), 6, 3), f" Note {at}.") for at in (1, 2, 3)), size=9.0),
    ]
    made = layout("a.pdf", pdf(page))
    assert list(notes(made)) == ["1", "2", "3"]
    assert "[^2]" not in texts(made)[0]
