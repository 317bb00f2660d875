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
from citecheck.model.finding import Severity, State
from citecheck.model.report import Report
from citecheck.report.findings.html import html_report
from tests.browser import FAINT, faint_texts, opened_page
from tests.report.audited import HOSTILE, TEXT, audited, many
from tests.report.hostile import PIECES
from tests.skips import REPORT, needs_report

CODES = [found.code for found in audited().findings]
SEVERITIES = [found.severity for found in audited().findings]
ERRORS = SEVERITIES.count(Severity.ERROR)


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


def settled(page: Any) -> list[int]:
    """What is done or may stay."""
    return listed(page, "one.classList.contains('done')")


def focused(page: Any) -> int:
    found = page.evaluate("document.activeElement.closest('.finding').dataset.at")
    return int(found)


def test_at_first_all_problems_are_listed_by_section_the_worst_of_each_first(page: Any) -> None:
    assert sorted(shown(page)) == list(range(len(CODES)))
    assert page.locator(".group h2 > span:first-child").all_inner_texts() == ["1 L'état des stocks", "2 Les ports"]
    for group in page.locator(".group").all():
        indexes = [int(one.get_attribute("data-at")) for one in group.locator(".finding").all()]
        assert indexes == sorted(indexes, key=lambda index: (SEVERITIES[index].rank, index))
    assert opened(page) == []
    assert page.locator("#count").inner_text() == f"{len(CODES)} of {len(CODES)}"


def test_a_closed_card_says_what_is_wrong_where_and_what_to_do(page: Any) -> None:
    one = card(page, at("CIT003"))
    said = one.inner_text()
    for part in ("CIT003", "Author spelling", "Le Goff & Tanguy, 2018", "French note 5; entry 2", "2 places", "→ "):
        assert part in said
    assert one.locator(".hint").inner_text() != "→ "


def test_the_verdict_leads_to_each_error(page: Any) -> None:
    assert page.locator("h2#verdict").inner_text() == f"Not ready: {ERRORS} problems that mislead the reader"
    links = page.locator(".worst a")
    assert links.count() == ERRORS
    for place, index in ((0, SEVERITIES.index(Severity.ERROR)), (0, SEVERITIES.index(Severity.ERROR)), (1, None)):
        page.locator("#search").fill("nothing of the kind")
        links.nth(place).click()
        page.locator(".finding.on").wait_for()
        assert index in (None, focused(page))
        assert SEVERITIES[focused(page)] is Severity.ERROR


def test_the_contents_lead_to_each_section(page: Any) -> None:
    links = page.locator(".outline a")
    assert links.all_inner_texts() == ["1 L'état des stocks", "2 Les ports"]
    sizes = [sum(map(int, re.findall(r"\d+", one))) for one in page.locator(".outline .sizes").all_inner_texts()]
    assert sizes == [one.locator(".finding").count() for one in page.locator(".group").all()]
    links.nth(1).click()
    assert page.evaluate("document.activeElement.textContent").startswith("2 Les ports")
    page.locator("#group").select_option(value="severity")
    assert links.first.inner_text() == "Errors"


def test_a_rule_is_explained_on_the_card(page: Any) -> None:
    one = card(page, at("CIT003"))
    why = one.locator(".why")
    why.click()
    assert "A name spelt otherwise than in its entry" in one.locator(".about").inner_text()
    assert (why.get_attribute("aria-expanded"), opened(page)) == ("true", [])
    why.press("Enter")
    assert one.locator(".about").count() == 0
    assert why.get_attribute("aria-expanded") == "false"


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
    assert page.locator(f"[data-severity={severity}]").get_attribute("aria-pressed") == "true"
    assert sorted(shown(page)) == [at for at, one in enumerate(audited().findings) if one.severity == severity]


@pytest.mark.parametrize(
    ("select", "option", "codes"),
    [
        ("rule", "BIL003 Locator differs", ["BIL003", "BIL003"]),
        ("rule", "PAG · Pages", ["PAG001", "PAG001"]),
        ("section", "1 L'état des stocks", ["CIT004", "CIT001", "PAG001", "BIL003", "BIL003"]),
        ("source", "Le Goff & Tanguy, 2018", ["CIT003", "PAG001"]),
        ("lang", "English", ["CIT001", "BIL003", "BIL003"]),
    ],
)
def test_filter_by_what_a_finding_is_about(page: Any, select: str, option: str, codes: list[str]) -> None:
    assert not page.locator(f"#{select}").is_visible()
    page.locator("#further").click()
    page.locator(f"#{select}").select_option(label=option)
    assert page.locator("#further b").inner_text() == "1"
    assert sorted(CODES[index] for index in shown(page)) == sorted(codes)
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
        for one in page.locator(".group h2 > span:first-child").all_inner_texts()
    ]
    assert found == (names if names is not None else sorted(found))
    sizes = [sum(map(int, re.findall(r"\d+", one))) for one in page.locator(".group h2 .sizes").all_inner_texts()]
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


def test_a_tick_means_done_and_survives_a_reload(page: Any) -> None:
    error = SEVERITIES.index(Severity.ERROR)
    assert page.locator("#progress-said").inner_text() == f"0 of {ERRORS} done"
    card(page, error).locator(".tick input").check()
    card(page, at("CIT003")).locator(".tick input").check()
    page.reload()
    assert sorted(ticked(page)) == sorted({error, at("CIT003")})
    done = sum(SEVERITIES[index] is Severity.ERROR for index in {error, at("CIT003")})
    assert page.locator(".worst .done").count() == done
    assert page.locator("#progress-said").inner_text() == f"{done} of {ERRORS} done"
    assert page.locator("#bar").get_attribute("aria-labelledby") == "progress-said"
    page.locator("#state").select_option(value="done")
    assert sorted(shown(page)) == sorted({error, at("CIT003")})
    page.locator("#state").select_option(value="open")
    assert at("CIT003") not in shown(page)
    page.locator("#state").select_option(value="")
    for index in (error, at("CIT003")):
        card(page, index).locator(".tick input").uncheck()
    page.reload()
    assert ticked(page) == settled(page) == []
    assert page.evaluate("localStorage.length") == 0


def test_when_all_errors_are_done_another_audit_will_tell(page: Any) -> None:
    for index, severity in enumerate(SEVERITIES):
        if severity is Severity.ERROR:
            card(page, index).locator(".tick input").check()
    said = page.locator("#progress-said").inner_text()
    assert said.startswith(f"{ERRORS} of {ERRORS} done. ")
    assert "Another audit will tell" in said


def test_what_is_done_asks_for_no_reason_and_is_not_exported(page: Any) -> None:
    one = card(page, at("CIT003"))
    one.locator(".tick input").check()
    assert one.locator(".reason").count() == 0
    assert page.locator("#export").is_disabled()


def test_what_may_stay_needs_a_reason(page: Any) -> None:
    one = card(page, at("CIT003"))
    stay = one.locator(".stay")
    assert stay.inner_text() == "May stay, because …"
    stay.click()
    reason = one.locator(".reason input")
    assert page.evaluate("document.activeElement === document.querySelector('.reason input')")
    assert "for example" in reason.get_attribute("placeholder")
    assert (stay.get_attribute("aria-expanded"), opened(page)) == ("true", [])
    reason.fill(" ")
    assert (page.locator("#export").is_disabled(), settled(page)) == (True, [])
    reason.fill("so in the original")
    assert (page.locator("#export").is_enabled(), settled(page)) == (True, [at("CIT003")])
    assert ticked(page) == []
    one.locator(".message").click()
    upper = "one => one.getBoundingClientRect().top"
    assert reason.evaluate(upper) < one.locator(".detail").evaluate(upper)
    page.reload()
    assert one.locator(".reason input").input_value() == "so in the original"
    one.locator(".stay").click()
    assert (one.locator(".reason").count(), page.locator("#export").is_disabled()) == (0, True)
    assert page.evaluate("localStorage.length") == 0


def test_without_a_mouse(page: Any) -> None:
    page.keyboard.press("j")
    [first, *_] = shown(page)
    page.keyboard.press("w")
    page.keyboard.type("as printed, xjk")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "stay"
    assert settled(page) == [first]
    page.keyboard.press("w")
    assert settled(page) == []
    reached = set()
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.id || document.activeElement.className || document.activeElement.type"
            )
        )
    assert {"search", "group", "state", "further", "all", "checkbox", "why", "message", "stay"} <= reached


def test_an_export_says_what_it_wrote(page: Any, tmp_path: Path) -> None:
    for code in ("CIT003", "CIT004"):
        card(page, at(code)).locator(".stay").click()
        card(page, at(code)).locator(".reason input").fill("as printed")
    exported(page, tmp_path / "made.toml")
    assert page.locator("#exported").inner_text() == "2 exported to citecheck.waivers.toml"
    card(page, at("BIL003")).locator(".tick input").check()
    assert page.locator("#exported").inner_text() == ""


def test_a_narrow_screen_has_the_verdict_first_and_the_contents_folded(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    assert page.locator("#verdict").evaluate("one => one.getBoundingClientRect().bottom") < 844 / 2
    assert not page.locator(".outline a").first.is_visible()
    page.locator(".outline summary").click()
    page.locator(".outline a").first.click()
    assert page.locator(".group h2").first.evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_a_tick_survives_renumbering_and_does_not_reach_another_report(page: Any, written: Callable[..., Path]) -> None:
    card(page, at("CIT003")).locator(".tick input").check()
    written(replace(audited(), findings=tuple(reversed(audited().findings))))
    page.reload()
    assert ticked(page) == [len(CODES) - 1 - at("CIT003")]
    written(audit(["-"], stdin=TEXT.replace("La pêche côtière", "La pêche au large").encode()))
    page.reload()
    assert ticked(page) == []


def test_a_tick_holds_for_both_versions_and_one_of_one_version_not_for_both(
    chromium: Any, written: Callable[..., Path]
) -> None:
    first = audited().findings[at("CIT003")]
    other = replace(first, place=replace(first.place, lang="en"), fingerprint="v1:en")
    pair = (replace(first, twin=first.fingerprint), replace(other, twin=first.fingerprint))
    file = written(replace(audited(), findings=pair))
    with opened_page(chromium, file) as page:
        page.locator(".tick input").check()
        written(replace(audited(), findings=(first, other)))
        page.reload()
        assert sorted(ticked(page)) == [0, 1]
        page.locator(".tick input").last.uncheck()
        written(replace(audited(), findings=pair))
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
def test_what_may_stay_is_waived_once_the_export_is_in_the_configuration(
    chromium: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Path("citecheck.toml")
    settings.write_text(before, encoding="utf-8")
    Path("report.md").write_text(TEXT, encoding="utf-8")
    assert run(["audit", "report.md", "--format", "html", "--output", "page.html", "--ui", "en"]) == 1
    reasons = {"BIL003": 'the "French" edition\\ has other pages', "CIT003": "as printed"}
    with opened_page(chromium, tmp_path / "page.html", allowed=("blob:",)) as page:
        assert page.locator("#export").is_disabled()
        # This one has several places.
        assert audited().findings[at("CIT003")].occurrences
        for code, reason in reasons.items():
            one = page.locator(".finding", has_text=code).first
            one.locator(".stay").click()
            one.locator(".reason input").fill(reason)
        # For this one no reason is given, and this one is done.
        page.locator(".finding", has_text="CIT004").locator(".stay").click()
        page.locator(".finding", has_text="PAG001").first.locator(".tick input").check()
        waivers = exported(page, tmp_path / "citecheck.waivers.toml")
    with settings.open("a", encoding="utf-8") as file:
        file.write(waivers)
    assert run(["audit", "report.md", "--format", "json", "--output", "found.json"]) == 1
    found = json.loads(Path("found.json").read_text(encoding="utf-8"))["findings"]
    assert sorted((CODES.index(one["code"]), one["waiver"]) for one in found if one["state"] == "waived") == sorted(
        (at(code), reason) for code, reason in reasons.items()
    )
    # Every one of them is good for something.
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
              const { document: name, cards } = JSON.parse(document.getElementById("data").textContent);
              reasons.forEach((reason, at) => {
                localStorage.setItem(`citecheck:${name}:${cards[at].fingerprint}`, JSON.stringify({ reason }));
              });
            }""",
            reasons,
        )
        page.reload()
        text = exported(page, tmp_path / "made.toml")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", text)
    [(key, made)] = tomllib.loads(text).items()
    assert key == "waivers"
    wanted = [
        reason.replace("\ud800", "\ufffd").replace("\0", "\ufffd").strip(" \t\r\n\u2028\ufeff") for reason in reasons
    ]
    told = [(found.code, reason) for found, reason in zip(report.findings, wanted, strict=True) if reason]
    assert [(one["rule"], one["reason"]) for one in made] == told
    (tmp_path / "citecheck.toml").write_text(text, encoding="utf-8")
    assert [one.rule for one in load_config(tmp_path).waivers] == [code for code, _ in told]


def test_what_no_waiver_covers_cannot_stay(chromium: Any, written: Callable[..., Path]) -> None:
    first, *_ = audited().findings
    found = replace(first, code="WAI001", message="unused", values=(("rule", "PAG"),))
    with opened_page(chromium, written(replace(audited(), findings=(found,)))) as page:
        assert page.locator(".stay").count() == 0
        page.keyboard.press("j")
        page.keyboard.press("w")
        assert page.locator(".reason").count() == 0
        page.keyboard.press("x")
        assert ticked(page) == [0]


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
    assert all(name in keys for name in ("j", "k", "Enter", "x", "w", "/", "Esc"))


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
    assert HOSTILE in card(page, at("CIT001")).locator(".note").first.text_content()
    assert page.locator("script").count() == 2
    assert page.locator("img").count() == 0


@pytest.mark.parametrize(("scheme", "media"), [("light", "screen"), ("dark", "screen"), ("light", "print")])
def test_every_text_can_be_read(chromium: Any, written: Callable[..., Path], scheme: str, media: str) -> None:
    with opened_page(chromium, written(audited()), color_scheme=scheme) as page:
        page.locator(".tick input").first.check()
        page.locator(".stay").last.click()
        page.locator(".why").nth(1).click()
        page.locator("#all").click()
        page.locator("#further").click()
        page.keyboard.press("j")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
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
    page.locator("#outline").evaluate("one => { one.open = true; }")
    page.locator("#further").click()
    page.locator(".why").first.click()
    page.locator(".stay").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def printing(page: Any) -> None:
    """What the browser does before it prints."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def test_what_is_done_after_a_first_print_is_so_on_the_next(page: Any) -> None:
    printing(page)
    page.emulate_media(media="screen")
    assert not page.locator(".paper").is_visible()
    page.locator(".tick input").first.check()
    printing(page)
    assert page.locator(".paper").count() == page.locator(".paper .done").count() == 1


def test_on_paper_errors_have_their_text_and_warnings_a_line(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited())) as page:
        page.locator(".tick input").first.check()
        assert page.locator(".paper").count() == 0
        printing(page)
        for name in (".tools", ".layout", ".worst", ".progress", ".rules", ".no-script"):
            assert not page.locator(name).first.is_visible()
        assert page.locator("#verdict").is_visible()
        assert page.locator(".paper .error li:visible").count() == ERRORS
        assert page.locator(".paper .error .quote:visible").count() >= ERRORS
        assert page.locator(".paper .warning li:visible").count() == SEVERITIES.count(Severity.WARNING)
        assert page.locator(".paper .warning .quote").count() == 0
        assert page.locator(".paper .done").count() == 1


def test_on_paper_information_is_only_counted(chromium: Any, written: Callable[..., Path]) -> None:
    found = tuple(replace(one, severity=Severity.INFO) for one in audited().findings)
    with opened_page(chromium, written(replace(audited(), findings=found))) as page:
        printing(page)
        assert page.locator(".only-paper").inner_text().startswith(f"{page.locator('.paper li').count()} info, ")
        assert page.locator(".paper li:visible").count() == 0


@needs_report
def test_the_report_is_printed_on_eight_pages_at_most(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audit([str(REPORT)]))) as page:
        printed = page.pdf(prefer_css_page_size=True)
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= 8


def test_a_clean_report_has_nothing_to_filter(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(replace(audited(), findings=()))) as page:
        assert page.locator("#verdict").inner_text() == "Ready: nothing found"
        assert page.locator("#tools").count() == 0
        assert page.evaluate(FAINT)["faint"] == []


def test_french(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited(), ui="fr")) as page:
        assert page.locator("html").get_attribute("lang") == "fr"
        assert page.locator("#count").inner_text() == f"{len(CODES)} sur {len(CODES)}"
        assert page.locator("#verdict").inner_text().startswith("Pas prêt\u00a0: ")
        assert "Orthographe d'un auteur" in card(page, at("CIT003")).inner_text()


def test_without_script_every_finding_is_listed(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited()), java_script_enabled=False) as page:
        assert page.locator(".plain li:visible").count() == len(CODES)
        assert page.locator(".no-script").is_visible()
        assert not page.locator("#tools").is_visible()


def test_without_storage_the_page_works_and_says_so(chromium: Any, written: Callable[..., Path]) -> None:
    with opened_page(chromium, written(audited())) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
        page.reload()
        assert page.locator("#not-kept").is_visible()
        page.locator(".tick input").first.check()
        page.locator(".stay").first.click()
        page.locator(".reason input").fill("as printed")
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
        card(page, 0).get_by_text("waived: as printed").wait_for()
        page.locator("#state").select_option(value="baselined")
        assert shown(page) == [1]
        page.locator("#state").select_option(value="open")
        assert sorted(shown(page)) == list(range(2, len(CODES)))
        page.locator("#not-checked a").click()
        card(page, 0).locator(".detail").wait_for()
