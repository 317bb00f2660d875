"""The HTML page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.deciding import with_decisions
from citecheck.reconcile.decisions import comments
from citecheck.report.table.html import html_page
from tests.browser import faint_texts, opened_page
from tests.reconcile.samples import accept, alignment, desked, table


@pytest.fixture
def page(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """The sample's page, opened from disk, with everything that went wrong in it."""
    file = tmp_path / "page.html"
    file.write_text(html_page(table()), encoding="utf-8")
    with opened_page(chromium, file) as opened:
        yield opened


def shown(page: Any) -> list[int]:
    return [int(row.get_attribute("data-row")) for row in page.locator("tr.row:visible").all()]


def opened(page: Any) -> list[int]:
    return [int(row.get_attribute("data-row")) for row in page.locator("tr.detail:visible").all()]


def test_at_first_all_rows_are_shown_and_none_is_open(page: Any) -> None:
    assert (shown(page), opened(page)) == ([0, 1, 2, 3, 4, 5], [])


def test_a_click_on_a_line_shows_both_notes_and_their_passages(page: Any) -> None:
    page.locator("g.rung[data-row='1'] .hit").first.click(force=True)
    assert opened(page) == [1]
    detail = page.locator("#detail-1")
    for text in ("son gardien est parti", "Ibid., p. 12", "its keeper has left", "Audic, 2011, p. 9-12"):
        assert text in detail.inner_text()
    assert detail.locator("mark").all_inner_texts() == ["p. 9", "p. 12", "p. 9-12"]
    assert "on" in page.locator("g.rung[data-row='1']").get_attribute("class").split()


def test_a_click_on_a_row_opens_and_closes_it(page: Any) -> None:
    row = page.locator("#row-3")
    row.click()
    assert (opened(page), row.get_attribute("aria-expanded")) == ([3], "true")
    row.click()
    assert (opened(page), row.get_attribute("aria-expanded")) == ([], "false")


@pytest.mark.parametrize(
    ("name", "rows"),
    [("differing", [1, 3, 5]), ("missing", [5]), ("merged", [1]), ("same", [0, 2]), ("all", list(range(6)))],
)
def test_filters(page: Any, name: str, rows: list[int]) -> None:
    page.locator(f"[data-filter={name}]").click()
    assert shown(page) == rows
    assert page.locator("#count b").inner_text() == str(len(rows))
    assert page.locator("g.rung.off").count() == 6 - len(rows)


def test_search_ignores_case_and_accents(page: Any) -> None:
    page.locator("#search").fill("DISCUTE")
    assert shown(page) == [4]
    page.locator("#search").fill("nothing of the kind")
    assert shown(page) == []
    assert page.locator("#none").is_visible()


def test_sections(page: Any) -> None:
    page.locator("#section").select_option(label="1.1")
    assert shown(page) == [2, 3, 4, 5]


def test_keys(page: Any) -> None:
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    assert opened(page) == [1]
    page.keyboard.press("Escape")
    assert opened(page) == []
    for key, row in (("j", 2), ("n", 3), ("ArrowDown", 4), ("p", 3), ("k", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"row-{row}"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("njp")
    assert page.locator("#search").input_value() == "njp"


def test_all_can_be_opened_and_closed(page: Any) -> None:
    page.locator("[data-filter=differing]").click()
    page.locator("#all").click()
    assert opened(page) == [1, 3, 5]
    page.locator("#all").click()
    assert opened(page) == []


def test_what_the_report_says_is_no_part_of_the_page(page: Any) -> None:
    page.locator("#row-3").click()
    assert '<script>alert("x")</script>' in page.locator("#detail-3").inner_text()


@pytest.mark.parametrize("width", [360, 800, 1300])
def test_nothing_is_wider_than_the_screen(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.locator("#all").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark(page: Any) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) != light


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    assert faint_texts(page) == []
    page.locator("#all").click()
    assert faint_texts(page) == []


def test_print_has_the_table_and_no_tools(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator("#table").is_visible()
    assert not page.locator("#tools").is_visible()
    assert not page.locator("#ladder").is_visible()


def test_without_script_everything_is_open(chromium: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(html_page(table()), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(file.as_uri())
    assert opened(bare) == [0, 1, 2, 3, 4, 5]
    context.close()


def edges(page: Any, selector: str) -> tuple[float, float]:
    """The upper and the lower edge of an element in the window."""
    box = page.locator(selector).first.evaluate(
        "one => { const { top, bottom } = one.getBoundingClientRect(); return [top, bottom]; }"
    )
    return box[0], box[1]


def test_the_heads_of_the_columns_stay(page: Any) -> None:
    page.set_viewport_size({"width": 1300, "height": 400})
    page.locator("#all").click()
    page.evaluate("window.scrollTo({ top: 500, behavior: 'instant' })")
    assert edges(page, ".top")[0] == 0
    assert edges(page, "th")[0] == pytest.approx(edges(page, ".top")[1], abs=1)
    assert page.locator("th").first.evaluate(
        """one => {
          const { left, top } = one.getBoundingClientRect();
          return document.elementFromPoint(left + 9, top + 9) === one;
        }"""
    )


def test_the_row_that_a_key_leads_to_is_in_view_at_once(page: Any) -> None:
    page.set_viewport_size({"width": 1300, "height": 330})
    page.locator("#all").click()
    for key, row in (("n", 1), ("n", 3), ("n", 5), ("p", 3), ("k", 2), ("k", 1), ("k", 0), ("n", 1)):
        page.keyboard.press(key)
        upper, lower = edges(page, f"#row-{row}")
        assert edges(page, "th")[1] <= upper < lower <= 330


def test_the_ladder_goes_along_with_the_table_and_stays_for_a_click(page: Any) -> None:
    page.set_viewport_size({"width": 1300, "height": 290})
    page.locator("#all").click()
    page.locator("#row-5").evaluate("one => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.wait_for_function("() => document.getElementById('ladder').scrollTop > 0")
    page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })")
    page.wait_for_function("() => document.getElementById('ladder').scrollTop === 0")
    page.locator("g.rung[data-row='2'] .hit").first.click(force=True)
    page.wait_for_function("() => window.scrollY > 0")
    assert page.evaluate("document.getElementById('ladder').scrollTop") == 0


# Deciding in the page.


@pytest.fixture
def desk(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """The page in which one can decide, with one decision in the file."""
    text = with_decisions("", (), [(accept(5, "BIL001"), "# en 6")], comments(alignment()))
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    file = tmp_path / "page.html"
    file.write_text(html_page(desked(read_decisions(tmp_path / FILE), text)), encoding="utf-8")
    with opened_page(chromium, file, accept_downloads=True) as page:
        yield page


def saved(page: Any, tmp_path: Path) -> list[tuple[str, str, str, str]]:
    """The decisions of the file that is saved: kind, notes, reason and author."""
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == FILE
    download.value.save_as(tmp_path / FILE)
    return [(one.kind.value, one.about, one.reason, one.author) for one in read_decisions(tmp_path / FILE)]


def test_nothing_is_shown_of_deciding_before_it_is_done(desk: Any) -> None:
    assert not desk.locator("#desk").is_visible()
    assert desk.locator(".here:visible").count() == 0
    desk.locator("#row-1").click()
    assert desk.locator("#decide-1 button").all_inner_texts() == ["Accept, because …", "Pair with …"]
    desk.locator("#row-0").click()
    assert desk.locator("#decide-0 button").all_inner_texts() == ["Pair with …"]


def test_a_difference_is_accepted_with_a_reason_and_never_without(desk: Any, tmp_path: Path) -> None:
    desk.locator("#row-1").click()
    desk.get_by_role("button", name="Accept, because …").click()
    desk.get_by_label("Why may this differ?").fill("  ")
    desk.get_by_role("button", name="Accept", exact=True).click()
    assert "Say why" in desk.locator("#decide-1").inner_text()
    desk.get_by_label("Why may this differ?").fill("merged on purpose")
    desk.keyboard.press("Enter")
    assert "Accepted here, not yet saved: merged on purpose" in desk.locator("#decide-1").inner_text()
    assert desk.locator("[data-filter=differing] b").inner_text() == "1"
    desk.get_by_label("Your name").fill("Zoë")
    assert saved(desk, tmp_path) == [
        ("accept", "fr 2, 3 = en 2", "merged on purpose", "Zoë"),
        ("accept", "row 5", "on purpose", "Yann"),
    ]


def test_notes_are_paired(desk: Any, tmp_path: Path) -> None:
    desk.locator("#row-5").click()
    desk.locator("#decide-5 .pair").click()
    left = desk.get_by_role("group", name="Notes: French (none: no counterpart)")
    right = desk.get_by_role("group", name="Notes: English (none: no counterpart)")
    assert right.locator(":checked").count() == 1
    right.locator("[value='5']").uncheck()
    desk.locator("#decide-5 .go").click()
    assert "Choose at least one note." in desk.locator("#decide-5").inner_text()
    left.locator("[value='5']").check()
    right.locator("[value='4']").check()
    right.locator("[value='5']").check()
    desk.locator("#decide-5 .go").click()
    assert desk.locator(".here:visible").count() == 2
    assert "Paired here, not yet saved: French 6 = English 5, 6" in desk.locator("#decide-5").inner_text()
    assert saved(desk, tmp_path)[0][:2] == ("pair", "fr 6 = en 5, 6")


def test_what_was_done_is_undone(desk: Any, tmp_path: Path) -> None:
    desk.locator("#row-5").click()
    desk.locator("#decide-5 .back").click()
    assert desk.locator("#made").inner_text() == "1 decision not yet saved"
    assert saved(desk, tmp_path) == []
    desk.locator("#undo").click()
    assert desk.locator("#undo").is_disabled()
    assert desk.locator("#decide-5 .back").is_visible()


def test_one_decides_by_keys_alone(desk: Any, tmp_path: Path) -> None:
    desk.keyboard.press("n")
    desk.keyboard.press("a")
    desk.keyboard.type("by keys: njpw")
    desk.keyboard.press("Enter")
    assert "by keys: njpw" in desk.locator("#decide-1").inner_text()
    assert desk.evaluate("document.activeElement.textContent") == "Undo"
    for key in ("n", "w"):
        desk.keyboard.press(key)
    assert desk.locator("#decide-3 form").count() == 1
    desk.keyboard.press("Escape")
    assert desk.locator("#decide-3 form").count() == 0
    desk.keyboard.press("u")
    assert desk.locator("#decide-1 .accept").is_visible()


def test_what_is_not_saved_is_there_when_the_page_is_opened_again(desk: Any) -> None:
    desk.locator("#row-1").click()
    desk.locator("#decide-1 .accept").click()
    desk.get_by_label("Why may this differ?").fill("kept")
    desk.keyboard.press("Enter")
    desk.reload()
    assert desk.locator("#made").inner_text() == "1 decision not yet saved"
    assert "kept" in desk.locator("#decide-1").text_content()


@pytest.mark.parametrize("width", [360, 1300])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_forms_fit_and_can_be_read(desk: Any, width: int, scheme: str) -> None:
    desk.set_viewport_size({"width": width, "height": 700})
    desk.emulate_media(color_scheme=scheme)
    desk.locator("#row-3").click()
    desk.locator("#decide-3 .pair").click()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert faint_texts(desk) == []
    desk.locator("#decide-3 .go").click()
    assert faint_texts(desk) == []


# Order, and what stands outside the notes.


def test_rows_in_another_order(page: Any) -> None:
    page.locator("#sort").select_option("verdict")
    assert shown(page) == [1, 3, 5, 4, 0, 2]
    page.keyboard.press("Escape")
    for row in (1, 3, 5):
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == f"row-{row}"
    page.locator("#sort").select_option("document")
    assert shown(page) == [0, 1, 2, 3, 4, 5]


def test_what_differs_outside_the_notes_stands_above_them_and_is_counted(page: Any) -> None:
    assert edges(page, "#outside")[1] <= edges(page, "#table")[0]
    assert page.locator("[data-filter=outside] b").inner_text() == "1"
    page.locator("[data-filter=outside]").click()
    assert shown(page) == []
    assert page.locator("#outside").is_visible()
    assert not page.locator("#none").is_visible()
    page.locator("[data-filter=same]").click()
    assert not page.locator("#outside").is_visible()


def test_where_a_note_has_no_counterpart_the_other_text_is_shown(page: Any) -> None:
    page.locator("#row-5").click()
    assert "Where it would stand: Ils étaient 40 en 1950[4]." in page.locator("#detail-5").inner_text()
