"""The pages of a PDF: what is on them, and bounds."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.read.pdf import pages as module
from citecheck.read.pdf.pages import bookmarks_of, declared, opened, pages_of
from tests.read.pdf.samples import LEFT, TOP, Picture, Rule, line, noted_page, pdf


def test_rules_and_pictures_are_seen() -> None:
    [first, second] = pages_of("a.pdf", opened("a.pdf", pdf([line(TOP, "Boats"), Rule(LEFT, 140, 95)], [Picture()])))
    assert [tuple(map(round, rule)) for rule in first.rules] == [(50, 140, 95)] or len(first.rules) == 1
    assert (first.pictured, second.pictured) == (False, True)
    assert (first.number, second.number) == (1, 2)


def test_bookmarks_have_pages_and_levels() -> None:
    document = opened("a.pdf", pdf(noted_page(1), noted_page(2), outline=[("One", 0, 0), ("Two", 1, 1)]))
    assert [(one.title, one.page, one.level) for one in bookmarks_of(document)] == [("One", 1, 1), ("Two", 2, 2)]


def test_a_file_says_its_title_and_its_language() -> None:
    assert declared(opened("a.pdf", pdf(noted_page(1), lang="fr-CH", title="Ports"))) == ("Ports", "fr")
    assert declared(opened("a.pdf", pdf(noted_page(1)))) == ("", None)


def test_too_many_pages_or_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pdf(noted_page(1), noted_page(2))
    monkeypatch.setattr(module, "MOST_GLYPHS", 100)
    with pytest.raises(InputError, match="split it"):
        list(pages_of("a.pdf", opened("a.pdf", raw)))
    monkeypatch.setattr(module, "MOST_PAGES", 1)
    with pytest.raises(InputError, match="has 2 pages"):
        opened("a.pdf", raw)
