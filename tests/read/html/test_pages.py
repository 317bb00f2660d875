"""Pages."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.read.html import pages as module
from citecheck.read.html.pages import Page, laid_out


def page(name: str, body: str) -> Page:
    made = Page.of(name, body.encode(), "a.epub", "EPUB")
    assert made is not None
    return made


def test_what_holds_nothing_is_no_page() -> None:
    assert Page.of("", b"", "a", "EPUB") is None
    assert Page.of("", b"<!-- -->", "a", "EPUB") is None


def test_pages_are_laid_out_in_their_order() -> None:
    made = laid_out([page("1", "<title>A</title><p>One</p>"), page("2", '<html lang="fr"><p>Two</p></html>')], "Book")
    assert [(block.text, block.part, block.paragraph) for block in made.blocks] == [("One", "1", 1), ("Two", "2", 1)]
    assert (made.title, made.lang) == ("Book", "fr")


def test_without_the_library_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(InputError, match="pip install"):
        page("", "<p>A</p>")
