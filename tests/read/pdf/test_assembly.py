"""Pages put together."""

from __future__ import annotations

from citecheck.read.pdf import layout
from tests.read.pdf.samples import TOP, lines, noted_page, pdf, up


def test_titles_that_programs_write_are_none() -> None:
    assert layout("a.pdf", pdf(noted_page(1), title="Microsoft Word - thesis.doc")).title == ""
    assert layout("a.pdf", pdf(noted_page(1), title="The ports")).title == "The ports"


def test_raised_figures_that_count_up_without_notes_are_told() -> None:
    page = lines(
        TOP,
        *(
            (f"The council wrote of the {word}", up(str(at)), ".")
            for at, word in enumerate(("sea", "port", "town", "boats", "nets", "tax"), 1)
        ),
    )
    assert layout("a.pdf", pdf(page)).remarks == ("marks-unpaired",)


def test_blocks_have_their_places() -> None:
    made = layout("a.pdf", pdf(noted_page(1)))
    assert [(block.part, block.paragraph) for block in made.blocks] == [("pages", 1)]
    assert [(note.blocks[0].part, note.blocks[0].paragraph) for note in made.notes] == [("footnotes", 1)]
