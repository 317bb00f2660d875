"""The text of pages."""

from __future__ import annotations

from citecheck.model.layout import Words
from citecheck.read.html.pages import Page, laid_out


def words(body: str) -> list[Words]:
    page = Page.of("", body.encode(), "a.html", "HTML page")
    assert page is not None
    return [one for block in laid_out([page]).blocks for one in block.inlines if isinstance(one, Words)]


def test_words_keep_their_shape_and_their_link() -> None:
    assert words('<p>See <em>The <b>Ports</b></em><sup>2</sup> <a href="https://example.org">here</a></p>') == [
        Words("See ", 0),
        Words("The ", 4, italic=True),
        Words("Ports", 8, italic=True),
        Words("2", 13, raised=True),
        Words(" ", 14),
        Words("here", 15, target="https://example.org"),
    ]


def test_blanks_are_as_the_reader_sees_them() -> None:
    assert [one.text for one in words("<div>\n  <p>a\n  b</p>\n  <p>\n c </p></div>")] == ["a b", " c "]
