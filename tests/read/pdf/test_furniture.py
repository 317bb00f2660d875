"""Running heads and feet, and page numbers."""

from __future__ import annotations

from citecheck.read.pdf import layout
from tests.read.pdf.samples import PROSE, TOP, Item, line, lines, noted_page, pdf, texts


def page(at: int, *more: Item) -> list[Item]:
    return [*lines(TOP - 40, *PROSE[at % 4], x=50), *more]


def test_running_heads_and_numbers_are_no_text() -> None:
    pages = [
        page(at, line(TOP, f"The closed harbour  {at + 7}", size=8), line(30, "A. Doe", size=8)) for at in range(4)
    ]
    made = layout("a.pdf", pdf(*pages))
    assert made.labels == ("7", "8", "9", "10")
    assert not any("closed harbour " in text or "A. Doe" in text for text in texts(made))


def test_roman_numbers_are_labels() -> None:
    pages = [page(at, line(30, number)) for at, number in enumerate(("iv", "v", "vi"))]
    assert layout("a.pdf", pdf(*pages)).labels == ("iv", "v", "vi")


def test_labels_of_the_file_stand_in_for_numbers_that_are_not_printed() -> None:
    assert layout("a.pdf", pdf(page(0), page(1), labels="0<</S/r/St 3>>")).labels == ("iii", "iv")


def test_notes_that_say_the_same_at_the_foot_of_pages_are_no_running_foot() -> None:
    made = layout("a.pdf", pdf(*(noted_page(at) for at in range(1, 5))))
    assert len(made.notes) == 4


def test_a_number_in_the_text_is_none_of_a_page() -> None:
    made = layout("a.pdf", pdf(page(0, line(TOP - 80, "1984"), line(TOP - 120, "was the year in which it ended."))))
    assert "1984" in " ".join(texts(made))
