"""The sources as a page: nothing in it is more than a text, and nothing is fetched."""

from __future__ import annotations

import pytest

from citecheck.model.sources import SourceReport
from citecheck.report.sources.html import html_sources
from tests.report.sources.samples import hostile
from tests.report.table.test_html import Page


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_text_is_escaped(ui: str) -> None:
    page = Page(html_sources(hostile(), ui=ui))
    assert page.tags.count("script") == 1
    text = "".join(page.texts)
    assert 'Fog<script>alert("x")</script>' in text
    assert "Ice <b>and</b> steam" in text
    assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_nothing_is_fetched() -> None:
    page = Page(html_sources(hostile()))
    assert not {"link", "img", "iframe", "object"} & set(page.tags)
    assert [value for name, value in page.attributes if name == "href"] == ['https://doi.org/10.5555/fog"onclick=']
    assert "url(" not in html_sources(hostile())


def test_each_status_that_occurs_has_its_chip() -> None:
    page = html_sources(hostile())
    assert 'data-filter="differs"' in page
    assert 'data-filter="retracted"' not in page


def test_no_work_at_all() -> None:
    assert "<article" not in html_sources(SourceReport((), ()))
