"""Where the characters of elements stand in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citecheck.amend.html.written import Written, written_characters
from citecheck.read.html.pages import Page
from tests.counting import calls


def written(text: str) -> Written:
    page = Page.of("", text.encode(), "a.html", "HTML page")
    assert page is not None
    return written_characters(page.root, text)


def test_characters_are_those_between_tags() -> None:
    text = "<p title='a > b'>x &amp;<!-- c --><b>&eacute;</b></p>"
    found = written(text)
    assert [text[start:end] for start, end in found.extents] == ["x", "&amp;", "&eacute;"]


def test_nothing_is_known_of_what_is_read_otherwise() -> None:
    page = Page.of("", b"<p>ab</p>", "a.html", "HTML page")
    assert page is not None
    made = written_characters(page.root, "<p>ba</p>")
    assert made == Written()
    assert made.first(page.root, tail=False) is None


@given(st.text("<>/a\"'=&;!-p ", max_size=40))
def test_whatever_is_written_is_passed_through(text: str) -> None:
    page = Page.of("", b"<p>a</p>", "a.html", "HTML page")
    assert page is not None
    written_characters(page.root, text)


def test_unclosed_tags_take_no_square_of_time() -> None:
    page = Page.of("", b"<p>a</p>", "a.html", "HTML page")
    assert page is not None
    few, many = (calls(lambda n=n: written_characters(page.root, "<a \"'" * n)) for n in (500, 1000))
    assert many < 3 * few + 100
