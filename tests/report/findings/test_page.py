"""The page in a real browser: what an editor does with it, and that nothing goes wrong meanwhile."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from citecheck import audit
from citecheck.cli import run
from citecheck.config import load_config
from citecheck.model.finding import State
from citecheck.model.report import Report
from citecheck.report.findings.html import html_report
from tests.browser import faint_texts, opened_page
from tests.report.audited import HOSTILE, TEXT, audited, many
from tests.report.hostile import PIECES

CODES = [found.code for found in audited().findings]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes the page of a report to a file."""

    def write(report: Report, ui: str = "en") -> Path:
        file = tmp_path / "page.html"
        file.write_text(html_report(report, ui=ui), encoding="utf-8")
        return file

    return write


@pytest.fixture
def page(chromium: Any, written: Callable[..., Path]) -> Iterator[Any]:
    with opened_page(chromium, written(audited()), allowed=("blob:",)) as opened:
        yield opened


def at(code: str, nth: int = 0) -> int:
    """The index of a finding of a rule."""
    return [place for place, one in enumerate(CODES) if one == code][nth]


def card(page: Any, index: int) -> Any:
    return page.locator(f".finding[data-at='{index}']")


def listed(page: Any, condition: str = "true") -> list[int]:
    """The indexes of the findings in the list for which a condition of JavaScript holds, in the list's order."""
    found: list[int] = page.evaluate(
        f"[...document.querySelectorAll('.finding')].filter((one) => {condition}).map((one) => Number(one.dataset.at))"
    )
    return found


def shown(page: Any) -> list[int]:
    return listed(page, "one.getClientRects().length")


def opened(page: Any) -> list[int]:
    return listed(page, "one.querySelector('.detail')?.getClientRects().length")


def ticked(page: Any) -> list[int]:
    return listed(page, "one.querySelector('.tick input').checked")


def focused(page: Any) -> int:
    found = page.evaluate("document.activeElement.closest('.finding').dataset.at")
    return int(found)


def test_at_first_all_findings_are_listed_errors_first(page: Any) -> None:
    severities = [found.severity.rank for found in audited().findings]
    assert sorted(shown(page)) == list(range(len(CODES)))
    assert [severities[index] for index in shown(page)] == sorted(severities)
    assert opened(page) == []
    assert page.locator("#count").inner_text() == f"{len(CODES)} of {len(CODES)}"


def test_a_finding_shows_its_passage_and_its_counterpart(page: Any) -> None:
    one = card(page, at("BIL003"))
    one.locator(".message").click()
    french, english = one.locator(".side").all()
    assert "reculé d'un tiers en dix ans" in french.inner_text()
    assert "shrunk by a third in ten years" in english.inner_text()
    assert english.locator("mark").all_inner_texts() == ["p. 15"]
    assert (french.locator(".note").get_attribute("lang"), english.locator(".note").get_attribute("lang")) == (
        "fr",
        "en",
    )
    assert one.locator(".message").get_attribute("aria-expanded") == "true"
    one.locator(".message").click()
    assert opened(page) == []


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_filter_by_severity(page: Any, severity: str) -> None:
    page.locator(f"[data-severity={severity}]").click()
    assert sorted(shown(page)) == [at for at, one in enumerate(audited().findings) if one.severity == severity]


@pytest.mark.parametrize(
    ("select", "option", "codes"),
    [
        ("rule", "BIL003 locator-differs", ["BIL003", "BIL003"]),
        ("rule", "PAG · Pages", ["PAG001", "PAG001"]),
        ("section", "1 L'état des stocks", ["CIT004", "CIT001", "PAG001", "BIL003", "BIL003"]),
        ("source", "Le Goff & Tanguy, 2018", ["CIT003", "PAG001"]),
        ("lang", "English", ["CIT001", "BIL003", "BIL003"]),
    ],
)
def test_filter_by_what_a_finding_is_about(page: Any, select: str, option: str, codes: list[str]) -> None:
    page.locator(f"#{select}").select_option(label=option)
    assert [CODES[index] for index in shown(page)] == codes
    page.locator("#reset").click()
    assert len(shown(page)) == len(CODES)


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("severity", ["Errors", "Warnings"]),
        ("rule", sorted(set(CODES))),
        ("section", ["1 L'état des stocks", "2 Les ports"]),
        ("source", None),
    ],
)
def test_list_by(page: Any, group: str, names: list[str] | None) -> None:
    page.locator("#group").select_option(value=group)
    found = [
        one.split()[0] if group == "rule" else one
        for one in page.locator(".group h2 span:first-child").all_inner_texts()
    ]
    assert found == (names if names is not None else sorted(found))
    sizes = [int(one) for one in page.locator(".group h2 .num").all_inner_texts()]
    assert sizes == [one.locator(".finding").count() for one in page.locator(".group").all()]


def test_search_looks_at_everything_and_ignores_case_and_accents(page: Any) -> None:
    page.locator("#search").fill("CRIEE ferme")
    assert set(shown(page)) == {at("CIT001"), at("PAG001", 1), at("CIT003")}
    page.locator("#search").fill("bil003 TEN years")
    assert shown(page) == [at("BIL003"), at("BIL003", 1)]
    page.locator("#search").fill("nothing of the kind")
    assert shown(page) == []
    assert page.locator("#none").is_visible()
    page.keyboard.press("Escape")
    assert len(shown(page)) == len(CODES)


def test_a_chart_filters(page: Any) -> None:
    bar = page.locator("#chart-families .bar[data-value=BIL]")
    bar.click()
    assert [CODES[index] for index in shown(page)] == ["BIL003", "BIL003"]
    assert bar.get_attribute("aria-pressed") == "true"
    bar.focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) == len(CODES)


def test_a_tick_survives_a_reload_with_its_reason(page: Any) -> None:
    one = card(page, at("CIT003"))
    one.locator(".tick input").check()
    one.locator(".message").click()
    one.locator(".reason input").fill("so in the original")
    page.reload()
    assert ticked(page) == [at("CIT003")]
    card(page, at("CIT003")).locator(".message").click()
    assert card(page, at("CIT003")).locator(".reason input").input_value() == "so in the original"
    page.locator("#state").select_option(value="ticked")
    assert shown(page) == [at("CIT003")]
    page.locator("#state").select_option(value="unticked")
    assert at("CIT003") not in shown(page)


def test_the_reason_is_asked_for_where_the_tick_is(page: Any) -> None:
    one = card(page, at("CIT003"))
    assert one.locator(".reason").count() == 0
    one.locator(".tick input").check()
    reason = one.locator(".reason input")
    assert opened(page) == []
    assert reason.is_visible()
    assert "for example" in reason.get_attribute("placeholder")
    reason.fill("so in the original")
    one.locator(".message").click()
    upper = "one => one.getBoundingClientRect().top"
    assert reason.evaluate(upper) < one.locator(".detail").evaluate(upper)
    assert reason.input_value() == "so in the original"
    one.locator(".tick input").uncheck()
    assert one.locator(".reason").count() == 0


def test_an_export_says_what_it_wrote(page: Any, tmp_path: Path) -> None:
    for code in ("CIT003", "CIT004"):
        card(page, at(code)).locator(".tick input").check()
    exported(page, tmp_path / "made.toml")
    assert page.locator("#exported").inner_text() == "2 exported to citecheck.waivers.toml"
    card(page, at("BIL003")).locator(".tick input").check()
    assert page.locator("#exported").inner_text() == ""


def test_a_narrow_screen_folds_the_filters(page: Any) -> None:
    section = page.locator("#section")
    assert section.is_visible()
    assert not page.locator("#filters summary").is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    assert not section.is_visible()
    assert page.locator(".finding").first.evaluate("one => one.getBoundingClientRect().top") < 844 / 2
    page.locator("#filters summary").click()
    page.locator("#lang").select_option(label="English")
    assert page.locator("#filters summary b").inner_text() == "1"
    page.set_viewport_size({"width": 1300, "height": 800})
    assert section.is_visible()


def test_a_tick_survives_renumbering_and_does_not_reach_another_report(page: Any, written: Callable[..., Path]) -> None:
    card(page, at("CIT003")).locator(".tick input").check()
    written(replace(audited(), findings=tuple(reversed(audited().findings))))
    page.reload()
    assert ticked(page) == [len(CODES) - 1 - at("CIT003")]
    written(audit(["-"], stdin=TEXT.replace("La pêche côtière", "La pêche au large").encode()))
    page.reload()
    assert ticked(page) == []


def exported(page: Any, file: Path) -> str:
    """What the page's export holds."""
    with page.expect_download() as download:
        page.locator("#export").click()
    assert download.value.suggested_filename == "citecheck.waivers.toml"
    download.value.save_as(file)
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("before", ["", 'fail_on = "warning"', '[[waivers]]\nrule = "STY"\nreason = "house style"\n'])
def test_what_is_ticked_is_waived_once_the_export_is_in_the_configuration(
    chromium: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Path("citecheck.toml")
    settings.write_text(before, encoding="utf-8")
    Path("report.md").write_text(TEXT, encoding="utf-8")
    assert run(["audit", "report.md", "--format", "html", "--output", "page.html", "--ui", "en"]) == 1
    with opened_page(chromium, tmp_path / "page.html", allowed=("blob:",)) as page:
        assert page.locator("#export").is_disabled()
        one = card(page, at("BIL003"))
        one.locator(".tick input").check()
        one.locator(".message").click()
        one.locator(".reason input").fill('the "French" edition\\ has other pages')
        # This one has several places, and no reason is given.
        assert audited().findings[at("CIT003")].occurrences
        card(page, at("CIT003")).locator(".tick input").check()
        waivers = exported(page, tmp_path / "citecheck.waivers.toml")
    with settings.open("a", encoding="utf-8") as file:
        file.write(waivers)
    assert run(["audit", "report.md", "--format", "json", "--output", "found.json"]) == 1
    found = json.loads(Path("found.json").read_text(encoding="utf-8"))["findings"]
    assert [(CODES.index(one["code"]), one["waiver"]) for one in found if one["state"] == "waived"] == [
        (at("CIT003"), "ticked on the audit's page, without a reason"),
        (at("BIL003"), 'the "French" edition\\ has other pages'),
    ]
    # Every one of them is good for something, and the first of the two findings of its rule is the one that was meant.
    assert [one["note"] for one in found if one["state"] == "waived"] == ["5", "1"]
    assert [one["code"] for one in found if one["code"].startswith("WAI")] == (["WAI001"] if "STY" in before else [])


def test_no_reason_breaks_or_forges_the_export(chromium: Any, written: Callable[..., Path], tmp_path: Path) -> None:
    reasons = [
        *PIECES,
        '"""',
        "\\",
        "\\u0041",
        "a'b",
        '"\n[[waivers]]\nrule = "CIT"\n',
        "\x85",
        "\x7f",
        "\U000e0041",
        "x" * 100_000,
    ]
    report = many(len(reasons))
    with opened_page(chromium, written(report), allowed=("blob:",)) as page:
        page.evaluate(
            """reasons => {
              const { document: name, findings } = JSON.parse(document.getElementById("data").textContent);
              reasons.forEach((reason, at) => {
                localStorage.setItem(`citecheck:${name}:${findings[at].fingerprint}`, JSON.stringify({ reason }));
              });
            }""",
            reasons,
        )
        page.reload()
        text = exported(page, tmp_path / "made.toml")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", text)
    [(key, made)] = tomllib.loads(text).items()
    assert key == "waivers"
    assert [one["rule"] for one in made] == [found.code for found in report.findings]
    kept = [one["reason"] for one in made]
    wanted = [reason.replace("\ud800", "\ufffd").strip(" \t\r\n\u2028\ufeff") for reason in reasons]
    assert kept == [reason or "ticked on the audit's page, without a reason" for reason in wanted]
    (tmp_path / "citecheck.toml").write_text(text, encoding="utf-8")
    assert [one.rule for one in load_config(tmp_path).waivers] == [found.code for found in report.findings]


def test_what_no_waiver_covers_is_exported_as_a_remark(
    chromium: Any, written: Callable[..., Path], tmp_path: Path
) -> None:
    first, *_ = audited().findings
    found = replace(first, code="WAI001", message="unused", values=(("rule", "PAG"),))
    with opened_page(chromium, written(replace(audited(), findings=(found,))), allowed=("blob:",)) as page:
        page.locator(".tick input").check()
        text = exported(page, tmp_path / "made.toml")
    assert tomllib.loads(text) == {}
    assert "(WAI001)" in text


def test_a_link_opens_its_finding_whatever_is_filtered(chromium: Any, written: Callable[..., Path]) -> None:
    file = written(many(400))
    with opened_page(chromium, file) as page:
        page.locator("#search").fill("nothing of the kind")
        for index in (399, 8):
            page.evaluate(f"location.hash = '#f-v1:{index:016x}'")
            page.locator(f".finding[data-at='{index}'] .detail").wait_for()
            assert card(page, index).evaluate("one => one.getBoundingClientRect().top < window.innerHeight")
            assert focused(page) == index
        assert opened(page) == [index for index in shown(page) if index in (399, 8)]


def test_a_link_works_from_the_start(chromium: Any, written: Callable[..., Path]) -> None:
    file = written(audited())
    with opened_page(chromium, file) as page:
        page.goto(f"{file.as_uri()}#f-{audited().findings[-1].fingerprint}")
        page.reload()
        assert opened(page) == [len(CODES) - 1]


def test_keys(page: Any) -> None:
    order = shown(page)
    page.keyboard.press("k")
    assert focused(page) == order[-1]
    page.keyboard.press("Escape")
    page.reload()
    for key, place in (("j", 0), ("j", 1), ("ArrowDown", 2), ("k", 1), ("ArrowUp", 0), ("k", 0)):
        page.keyboard.press(key)
        assert focused(page) == order[place]
    page.keyboard.press("Enter")
    assert opened(page) == [order[0]]
    page.keyboard.press("x")
    assert ticked(page) == [order[0]]
    page.keyboard.press("x")
    assert ticked(page) == []
    page.keyboard.press("Escape")
    assert opened(page) == []
    page.keyboard.press("/")
    page.keyboard.type("xjk/")
    assert page.locator("#search").input_value() == "xjk/"
    keys = page.locator("footer .keys").inner_text()
    assert all(name in keys for name in ("j", "k", "Enter", "x", "/", "Esc"))


def test_all_can_be_opened_and_closed(page: Any) -> None:
    page.locator("[data-severity=error]").click()
    page.locator("#all").click()
    assert opened(page) == shown(page) != []
    page.locator("#all").click()
    assert opened(page) == []


def test_of_five_thousand_findings_the_first_are_there_at_once(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(many(5000))) as page:
        # The script ran before the page was loaded: what it put there then is in the page in any case.
        assert page.locator("#count").inner_text() == "5000 of 5000"
        page.evaluate("window.requestIdleCallback = () => {}; document.getElementById('reset').click()")
        assert 0 < page.locator(".finding").count() < 100
        page.keyboard.press("k")
        assert page.locator(".finding").count() == 5000
        page.locator("#search").fill("BIL003")
        assert page.locator("#count").inner_text() == f"{5000 * CODES.count('BIL003') // len(CODES)} of 5000"


def test_the_others_follow_so_that_the_browser_can_find_them(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(many(500))) as page:
        page.locator(".finding").nth(499).wait_for(state="attached")


def test_what_the_report_says_is_no_part_of_the_page(page: Any) -> None:
    page.locator("#all").click()
    assert HOSTILE in card(page, at("CIT001")).locator(".note").first.inner_text()
    assert page.locator("script").count() == 2
    assert page.locator("img").count() == 0


@pytest.mark.parametrize(("scheme", "media"), [("light", "screen"), ("dark", "screen"), ("light", "print")])
def test_every_text_can_be_read(chromium: Any, written: Callable[..., Path], scheme: str, media: str) -> None:
    with opened_page(chromium, written(audited()), color_scheme=scheme) as page:
        page.locator(".tick input").first.check()
        page.locator("#all").click()
        page.keyboard.press("j")
        page.emulate_media(media=media)
        assert faint_texts(page) == []
        page.emulate_media(media="screen")
        page.locator("#all").click()
        page.emulate_media(media=media)
        assert faint_texts(page) == []


def test_everything_that_can_be_used_has_a_name_and_the_headings_are_in_order(page: Any) -> None:
    page.locator("#all").click()
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, a, [role=button]")].filter((one) =>
          !(one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.[0]?.textContent.trim()))
          .map((one) => one.outerHTML)"""
    )
    assert nameless == []
    levels = [
        int(one[1]) for one in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => one.tagName)")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert page.locator("main").count() == 1


@pytest.mark.parametrize("width", [320, 390, 800, 1300])
def test_nothing_is_wider_than_the_screen(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.locator("#all").click()
    page.locator("#summary").evaluate("one => { one.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_has_every_passage_and_no_tools(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(many(300))) as page:
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".detail:visible").count() == 300
        assert not page.locator("#tools").is_visible()
        assert page.locator("#chart-families").is_visible()
        # The findings first.
        upper = "one => one.getBoundingClientRect().top"
        assert page.locator(".finding").last.evaluate(upper) < page.locator("#chart-families").evaluate(upper)
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator(".detail:visible").count() == 0


def test_a_chart_can_be_broken_between_its_bars(page: Any) -> None:
    # A drawing is never broken: one that is higher than a column leaves the rest of a sheet empty.
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('.chart svg')].map((one) => one.getBoundingClientRect().height)"
    )
    assert len(heights) > len(audited().versions)
    assert max(heights) < 60


def test_french(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited(), ui="fr")) as page:
        assert page.locator("html").get_attribute("lang") == "fr"
        assert page.locator("#count").inner_text() == f"{len(CODES)} sur {len(CODES)}"
        assert page.locator(".group h2").first.inner_text().startswith("Erreurs")


def test_without_script_every_finding_is_listed(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited()), java_script_enabled=False) as page:
        assert page.locator(".plain li").count() == len(CODES)
        assert not page.locator("#tools").is_visible()


def test_without_storage_the_page_works_and_says_so(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited())) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
        page.reload()
        assert page.locator("#not-kept").is_visible()
        page.locator(".tick input").first.check()
        assert page.locator("#export").is_enabled()


def test_what_is_waived_or_known_can_be_listed(chromium: Any, written: Callable[..., Path]) -> None:
    first, second, *others = audited().findings
    findings = (
        replace(first, state=State.WAIVED, waiver="as printed"),
        replace(second, state=State.BASELINED),
        *others,
    )
    with opened_page(chromium, written(replace(audited(), findings=findings))) as page:
        page.locator("#state").select_option(value="waived")
        assert shown(page) == [0]
        assert "waived: as printed" in card(page, 0).inner_text()
        page.locator("#state").select_option(value="baselined")
        assert shown(page) == [1]
        page.locator("#state").select_option(value="unticked")
        assert sorted(shown(page)) == list(range(2, len(CODES)))
        page.locator("#not-checked a").click()
        card(page, 0).locator(".detail").wait_for()
