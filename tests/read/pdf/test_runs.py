"""The text of a page as it is drawn."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw

from citecheck.read.pdf.runs import Sheet, cut, drawn, turned
from tests.read.pdf.samples import TOP, Item, Part, line, pdf, up


def sheet(*items: Item, turn: int = 0) -> Sheet:
    document = pypdfium2.PdfDocument(pdf(items, turned=turn))
    page = document[0]
    text_page = page.get_textpage()
    return drawn(pypdfium2.raw, text_page.raw)


def test_a_mark_is_a_run_of_its_own() -> None:
    made = sheet(line(TOP, "The harbour", up("12"), " was closed."))
    assert [(run.text.strip(), run.size, round(run.base - TOP)) for run in made.runs] == [
        ("The harbour", 11, 0),
        ("12", 7, 4),
        ("was closed.", 11, 0),
    ]


def test_fonts_tell_italics_and_bold() -> None:
    made = sheet(line(TOP, "The ", Part("Ports", font="italic"), Part(" of ", font="bold"), Part("Doe")))
    assert [(run.text.strip(), run.italic, run.bold) for run in made.runs] == [
        ("The", False, False),
        ("Ports", True, False),
        ("of", False, True),
        ("Doe", False, False),
    ]


def test_hidden_text_is_counted() -> None:
    made = sheet(line(TOP, "Recognised", hidden=True))
    assert (made.glyphs, made.hidden) == (10, 10)


def test_a_run_is_cut() -> None:
    [run] = sheet(line(TOP, "Harbours")).runs
    part = cut(run, 3, 5)
    assert (part.text, len(part.edges)) == ("bo", 2)
    assert run.left < part.left < part.right < run.right


def test_boxes_are_turned_with_the_page() -> None:
    assert [turned(quarter, 1, 2, 3, 5) for quarter in range(4)] == [
        (1, 2, 3, 5),
        (3, 5, -2, -1),
        (-2, -1, -5, -3),
        (-5, -3, 1, 2),
    ]
