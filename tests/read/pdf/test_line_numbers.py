"""The numbers of lines in the margin of a manuscript."""

from __future__ import annotations

import pytest

from citecheck.read.pdf import layout
from tests.read.pdf.samples import TOP, Item, line, pdf, texts

WORDS = (
    "The boats of the north were built",
    "of oak, and nobody has counted them",
    "since the year of the great ice. The",
    "council wrote a report, which says",
    "that the fishermen had left the port",
    "for the south, where the sea is warm",
    "and the winters are as short as they",
    "were in the years before the war, or",
    "so it seems.",
)


def numbered(first: int, every: int = 1, *, left: bool = True, words: tuple[str, ...] = WORDS) -> list[Item]:
    """A page whose lines have a number, or each of which the value can be divided by ``every``."""
    page: list[Item] = []
    for at, said in enumerate(words):
        height = TOP - 40 - 14 * at
        page.append(line(height, said, x=80))
        if (first + at) % every == 0:
            number = str(first + at)
            page.append(line(height, number, x=60 - 5 * len(number) if left else 400))
    return page


@pytest.mark.parametrize("left", [True, False])
@pytest.mark.parametrize("every", [1, 2])
def test_numbers_of_lines_are_no_text(every: int, left: bool) -> None:
    many = WORDS * 2
    made = layout(
        "a.pdf", pdf(numbered(1, every, left=left, words=many), numbered(len(many) + 1, every, left=left, words=many))
    )
    said = " ".join(texts(made))
    assert "built of oak, and nobody has counted them since the year" in said
    assert not any(sign.isdigit() for sign in said)


def test_numbers_begin_anew_on_each_page_and_a_last_page_has_few_of_them() -> None:
    made = layout("a.pdf", pdf(numbered(1), numbered(1), numbered(1, words=("The end came", "in winter."))))
    assert not any(sign.isdigit() for text in texts(made) for sign in text)


def test_the_numbers_of_a_list_stay() -> None:
    items = tuple(f"Item of the council, which is {name}" for name in ("dear", "cheap", "new", "old", "lost", "sold"))
    said = " ".join(texts(layout("a.pdf", pdf(numbered(1, words=items)))))
    assert "1 Item" in said
    assert "6 Item" in said


def test_items_of_several_lines_keep_their_numbers() -> None:
    many = WORDS * 2
    page = [
        item
        for at, said in enumerate(many)
        for height in [TOP - 40 - 14 * at]
        for item in (line(height, said, x=80), *([line(height, str(at // 3 + 1), x=55)] if at % 3 == 0 else []))
    ]
    assert any(sign.isdigit() for text in texts(layout("a.pdf", pdf(page))) for sign in text)


def test_pages_of_which_few_have_numbers_are_left_as_they_are() -> None:
    plain = [line(TOP - 40 - 14 * at, said, x=80) for at, said in enumerate(WORDS)]
    said = " ".join(texts(layout("a.pdf", pdf(numbered(1), plain, plain, plain))))
    assert any(sign.isdigit() for sign in said)
