"""The table as a page: nothing in it is more than a text, and nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from citecheck.model.table import Table
from citecheck.report.table.html import html_page
from tests.reconcile.samples import table
from tests.report.table.decided import decided


class Page(HTMLParser):
    """The elements of a page, and its text outside of style sheet and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] not in ("style", "script"):
            self.texts.append(data)


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_text_is_escaped(ui: str) -> None:
    page = Page(html_page(decided(), ui=ui))
    assert page.tags.count("script") == 1
    assert 'Bihan, 2015, p. 31 <script>alert("x")</script> & ' in "".join(page.texts)
    assert "Entry 1 has another <b>address</b>." in "".join(page.texts)


def test_nothing_is_fetched() -> None:
    page = Page(html_page(decided()))
    assert not {"link", "img", "iframe", "object"} & set(page.tags)
    assert not {"src", "href", "action"} & {name for name, _ in page.attributes}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "url(" not in html_page(decided())


def test_the_page_speaks_the_language_asked_for() -> None:
    assert '<html lang="fr">' in html_page(decided(), ui="fr")
    assert "Sans équivalent" in html_page(decided(), ui="fr")
    assert "No counterpart" in html_page(decided(), ui="en")


def test_emphasis_is_shown_as_such() -> None:
    assert "&amp; <em>ibidem</em>" in html_page(decided())


def test_every_group_has_its_rung() -> None:
    page = html_page(decided())
    assert len(re.findall(r'<g class="rung ', page)) == len(decided().rows) == len(re.findall(r'<tr class="row ', page))
    assert len(re.findall(r"<circle ", page)) == 12
    statuses = re.findall(r'<g class="rung s-([a-z-]+)', page)
    assert statuses == ["same", "settled", "same", "differs", "not-compared", "only"]


def test_the_page_can_hold_no_rows() -> None:
    assert "<svg" in html_page(table().in_section("9"))


def test_the_sections_of_a_page_are_listed_once_and_not_for_each_row(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = []

    def sections(self: Table) -> tuple[str, ...]:
        listed.append(len(self.rows))
        return tuple(dict.fromkeys(row.section for row in self.rows))

    monkeypatch.setattr(Table, "sections", property(sections))
    assert "data-section" in html_page(table())
    assert len(listed) == 1
