"""Lines joined: hyphens and addresses."""

from __future__ import annotations

import pytest

from citecheck.read.pdf import layout
from tests.read.pdf.samples import LEFT, TOP, Item, Link, lines, linked, pdf, texts

FULL = "The harbour had been closed for the whole winter, and who went to"


def joined(*rows: str, more: tuple[Item, ...] = ()) -> str:
    return " ".join(texts(layout("a.pdf", pdf([*lines(TOP, FULL, *rows), *more]))))


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            ("the fishing ports of the islands in spring found the remem-", "brance of it in the town."),
            "the remembrance of it",
        ),
        (
            ("the well-known house, or to some other and less well-", "known house, was told so."),
            "less well-known house",
        ),
        (
            ("the place that was called after the old saint, Saint-", "Denis, was told to leave."),
            "saint, Saint-Denis, was",
        ),
        (
            ("it in the months of the years that are told of here, 1990-", "1995, was told to leave."),
            "here, 1990-1995, was",
        ),
        (
            ("the house of the man who had brought all of that about, l'", "homme, was told to leave."),
            "about, l'homme, was",
        ),
    ],
)
def test_hyphens_of_syllables_go_and_others_stay(rows: tuple[str, ...], wanted: str) -> None:
    assert wanted in joined(*rows)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (("the page with the list of names at https://example.org/the/", "old-names.html was told."), "https://example.org/the/old-names.html was"),
        (("the page with the list of the names at https://example.org/old-", "names/1.html was told."), "https://example.org/old-names/1.html was"),
        (("the page with the list of all of the names at https://www.", "example.org/names was told."), "https://www.example.org/names was"),
        (("the page with the list of the names https://example.org/names.", "Then they were told."), "https://example.org/names. Then they"),
        (("the page with the list of names at https://example.org/names", "had to sign for it there."), "https://example.org/names had"),
    ],
)  # fmt: skip
def test_addresses_become_whole(rows: tuple[str, ...], wanted: str) -> None:
    assert wanted in joined(*rows)


def test_a_link_tells_the_whole_of_an_address() -> None:
    target = "https://example.org/a/b/long/way/to/the/names"
    boxes = (Link(LEFT, TOP - 16, 400, TOP - 2, target), Link(LEFT, TOP - 29, 120, TOP - 16, target))
    made = layout("a.pdf", pdf([*lines(TOP, FULL, "https://example.org/a/b/long/way/to/th", "e/names"), *boxes]))
    assert linked(made) == [(target, target)]
