"""Both texts as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from citecheck.model.finding import Severity
from citecheck.model.parallel import Facing, Parallel, Prose, Run
from citecheck.model.table import Difference
from citecheck.read.decisions import FILE, read_decisions
from citecheck.report.table.reading import reading_page
from tests.browser import faint_texts, opened_page
from tests.reconcile.samples import desked, table
from tests.reconcile.test_parallel import sample
from tests.report.table.test_html import Page


def whole() -> Parallel:
    """The sample with what it takes to decide, and with a difference in the text and one that stands nowhere."""
    made = replace(sample(), table=desked())
    amount = Difference("CUR004", Severity.ERROR, "The other version does not give <b>€9</b>.", "a.md", 3)
    facing = (*made.facing[:3], replace(made.facing[3], differences=(amount,)), *made.facing[4:])
    return replace(made, facing=facing, others=(replace(amount, accepted="on purpose"),))


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_text_is_escaped_and_nothing_is_fetched(ui: str) -> None:
    page = Page(reading_page(whole(), ui=ui))
    assert page.tags.count("script") == 2
    assert 'Bihan, 2015, p. 31 <script>alert("x")</script> & ' in "".join(page.texts)
    assert "The other version does not give <b>€9</b>." in "".join(page.texts)
    assert not {"link", "img", "iframe", "object"} & set(page.tags)
    links = [value for name, value in page.attributes if name in ("href", "src", "action")]
    assert all(value and value.startswith("#") for value in links)
    assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_every_call_leads_to_its_note() -> None:
    page = reading_page(whole())
    anchors = re.findall(r'<a class="call" href="#([^"]+)"', page)
    assert len(anchors) == 12
    assert set(anchors) == set(re.findall(r'id="(note-[\d-]+)"', page))


def test_a_paragraph_without_counterpart_says_so() -> None:
    lone = Facing((Prose((Run("Seul."),), "prose", "a.md", 1),), (), "1")
    page = reading_page(replace(sample(), facing=(lone,), rest=(0,)))
    assert "no paragraph here" in page
    assert "Notes that nothing calls" in page
    assert "Seul." in page


def test_texts_that_were_not_aligned_say_why() -> None:
    made = replace(sample(), table=replace(table(), unrelated="two different reports"))
    assert "two different reports" in reading_page(made)


@pytest.fixture
def page(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    file = tmp_path / "page.html"
    file.write_text(reading_page(whole()), encoding="utf-8")
    with opened_page(chromium, file, accept_downloads=True) as opened:
        yield opened


def place(page: Any, selector: str) -> tuple[float, float]:
    box = page.locator(selector).first.bounding_box()
    return box["x"], box["y"]


def test_what_stands_against_each_other_stands_on_one_height(page: Any) -> None:
    for at in range(4):
        left, right = (place(page, f"#p-{at} .two-sides:first-child .cell:nth-child({side})") for side in (1, 2))
        assert left[1] == right[1]
        assert left[0] < right[0]
    # Both go together, because they are one.
    page.set_viewport_size({"width": 1300, "height": 300})
    page.evaluate("window.scrollTo({ top: 200, behavior: 'instant' })")
    assert place(page, "#p-3 .cell")[1] == place(page, "#p-3 .cell + .cell")[1]


def test_one_goes_from_difference_to_difference(page: Any) -> None:
    for key, at in (("n", 1), ("n", 3), ("p", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"p-{at}"
    page.get_by_role("button", name="Next difference").click()
    assert page.evaluate("document.activeElement.id") == "p-3"
    page.locator("[data-filter=differing]").click()
    assert page.locator(".facing:visible").count() == 2
    page.locator("#search").fill("KERVAN")
    assert page.locator(".facing:visible").count() == 1
    page.locator("#search").fill("nothing of the kind")
    assert page.locator("#none").is_visible()


def test_notes_can_be_put_away_but_for_those_that_differ(page: Any) -> None:
    assert page.locator(".group:visible").count() == 6
    page.locator("#notes").click()
    assert page.locator(".group:visible").count() == 3


def test_one_decides_in_the_text_as_well(page: Any, tmp_path: Path) -> None:
    page.locator("#decide-1 .accept").click()
    page.get_by_label("Why may this differ?").fill("merged on purpose")
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.locator("#save").click()
    download.value.save_as(tmp_path / FILE)
    assert [one.reason for one in read_decisions(tmp_path / FILE)] == ["merged on purpose"]


@pytest.mark.parametrize("width", [360, 800, 1300])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_can_be_read(page: Any, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faint_texts(page) == []


def test_print_has_both_texts_and_no_tools(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator("#p-1 .prose").first.is_visible()
    assert not page.locator("#tools").is_visible()
    assert not page.locator("#decide-1").is_visible()
