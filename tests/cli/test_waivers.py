"""Waivers: in the text, in the configuration, beside decisions; what they waive, and what is said of those that do nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citecheck
from citecheck.model.finding import Severity, State
from tests.cli.conftest import Run
from tests.cli.reports import REPORT, SECOND, before
from tests.tried import tried

PAGE = "<sup>3</sup> Doe"
POE = "Poe, E."


def audit(cli: Run, text: str, *words: str, status: int | None = None, settings: str = "") -> dict[str, Any]:
    Path("a.md").write_text(text, encoding="utf-8")
    if settings:
        Path("citecheck.toml").write_text(settings, encoding="utf-8")
    ran = cli("audit", "a.md", "--format", "json", "--fail-on", "warning", *words)
    assert ran.status in (0, 1) if status is None else ran.status == status, ran.err
    found = json.loads(ran.out)
    assert isinstance(found, dict)
    return found


def states(found: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    made = {one["code"]: (one["state"], one["waiver"]) for one in found["findings"]}
    assert len(made) == len(found["findings"])
    return made


def test_the_report_has_three_findings_and_fails(cli: Run) -> None:
    assert set(states(audit(cli, REPORT, status=1))) == {"PAG001", "CIT001", "CIT002"}


def test_a_comment_waives_what_the_next_block_has(cli: Run) -> None:
    made = states(audit(cli, before(PAGE, "ignore PAG001 as the archive numbers it"), status=1))
    assert made == {
        "PAG001": ("waived", "as the archive numbers it"),
        "CIT001": ("new", None),
        "CIT002": ("new", None),
    }


def test_the_gate_opens_when_everything_is_waived(cli: Run) -> None:
    text = before(PAGE, "ignore PAG, CIT001 so", before(POE, "ignore uncited-entry until=2030-01-31 later"))
    text = text.replace("# Ports", "<!-- citecheck: ignore-file CIT001 not printed -->\n# Ports")
    made = audit(cli, text, "--today", "2030-01-31")
    assert {one["code"] for one in made["findings"] if one["state"] == "new"} == {"WAI001"}
    text = text.replace("PAG, CIT001 so", "PAG so")
    made = audit(cli, text, "--today", "2030-01-31", status=0)
    assert states(made)["CIT002"] == ("waived", "later (until 2030-01-31)")


@pytest.mark.parametrize(
    "text",
    [
        before("<sup>1</sup> Doe", "ignore PAG001 x"),
        before("# Bibliography", "ignore PAG001 x"),
        REPORT + "\n<!-- citecheck: ignore PAG001 x -->\n",
        before(PAGE, "ignore PAG003 x"),
    ],
    ids=["another note", "a heading", "nothing follows", "another rule"],
)
def test_a_waiver_elsewhere_waives_nothing_and_is_a_finding(cli: Run, text: str) -> None:
    made = audit(cli, text, status=1)
    assert states(made)["PAG001"] == ("new", None)
    [one] = [one for one in made["findings"] if one["code"] == "WAI001"]
    assert one["excerpt"].startswith("<!-- citecheck: ignore PAG")
    assert one["lang"] == "en"
    line = text.splitlines()[one["line"] - 1]
    assert line[one["column"] - 1 : one["end_column"] - 1] == one["excerpt"]


def test_findings_about_waivers_stand_in_reading_order(cli: Run) -> None:
    made = audit(cli, before("<sup>1</sup> Doe", "ignore PAG001 x"))
    assert [one["code"] for one in made["findings"]] == ["WAI001", "PAG001", "CIT001", "CIT002"]


def test_what_was_found_is_the_same_but_for_lines(cli: Run) -> None:
    plain = {one["fingerprint"] for one in audit(cli, REPORT)["findings"]}
    told = {one["fingerprint"] for one in audit(cli, before(PAGE, "ignore PAG001 x"))["findings"]}
    assert plain == told


@pytest.mark.parametrize(
    ("comment", "code", "words"),
    [
        ("ignore PAG001 until=2026-01-31 x", "WAI002", "31 January 2026"),
        ("ignore PGA001 x", "WAI003", "is PAG001 meant?"),
        ("ignore qqqqqq x", "WAI003", "There is no rule qqqqqq."),
        ("ignroe PAG001 x", "WAI004", "neither"),
        ("ignore", "WAI004", "names no rule"),
        ("ignore PAG001 until=2026-13-31 x", "WAI004", "no date"),
    ],
)
def test_a_waiver_that_cannot_hold_is_one_finding(cli: Run, comment: str, code: str, words: str) -> None:
    made = audit(cli, before(PAGE, comment), "--today", "2026-02-01", status=1)
    assert states(made)["PAG001"] == ("new", None)
    [one] = [one for one in made["findings"] if one["code"].startswith("WAI")]
    assert one["code"] == code
    assert words in one["message"]


def test_a_waiver_without_a_reason_holds_and_is_told(cli: Run) -> None:
    made = states(audit(cli, before(PAGE, "ignore PAG001")))
    assert made["PAG001"] == ("waived", "")
    assert made["WAI004"] == ("new", None)


@pytest.mark.parametrize(("day", "state"), [("2027-01-31", "waived"), ("2027-02-01", "new")])
def test_the_last_day_counts(cli: Run, monkeypatch: pytest.MonkeyPatch, day: str, state: str) -> None:
    text = before(PAGE, "ignore PAG001 until=2027-01-31 x")
    assert states(audit(cli, text, "--today", day))["PAG001"][0] == state
    seconds = {"2027-01-31": "1801353600", "2027-02-01": "1801440000"}[day]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert states(audit(cli, text))["PAG001"][0] == state


@pytest.mark.parametrize(
    ("variable", "words", "said"),
    [("x", [], "SOURCE_DATE_EPOCH is 'x'"), ("0", ["--today", "soon"], "--today soon: write a day")],
)
def test_a_day_that_is_none_is_one_line(
    cli: Run, monkeypatch: pytest.MonkeyPatch, variable: str, words: list[str], said: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", variable)
    ran = cli("audit", "a.md", *words)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert said in ran.err


def test_no_waivers_shows_everything(cli: Run) -> None:
    text = before(PAGE, "ignore PAG001 x")
    assert states(audit(cli, text, "--no-waivers", status=1))["PAG001"] == ("new", None)
    assert "WAI001" not in states(audit(cli, text, "--no-waivers"))


def test_a_finding_with_several_places_is_waived_at_all_of_them(cli: Run) -> None:
    text = REPORT.replace("# Bibliography", SECOND)
    first = before("<sup>4</sup> Moe", "ignore CIT001 x", text)
    made = audit(cli, first, status=1)
    assert states(made)["CIT001"] == ("new", None)
    [one] = [one for one in made["findings"] if one["code"] == "WAI001"]
    assert "1 of the 2 places" in one["message"]
    assert states(audit(cli, before("<sup>5</sup> Moe", "ignore CIT001 y", first)))["CIT001"] == ("waived", "x")


def test_rules_that_did_not_run_prove_nothing_about_a_waiver(cli: Run) -> None:
    text = before("<sup>1</sup> Doe", "ignore BIL003, PAG001 x")
    assert {one["code"] for one in audit(cli, text, "--ignore", "PAG001")["findings"]} == {"CIT001", "CIT002"}
    made = audit(cli, text, "--select", "NUM")
    assert made["findings"] == []
    assert "PAG001" not in made["coverage"]["run"]


def test_rules_about_waivers_see_the_others_where_these_are_not_selected(cli: Run) -> None:
    text = before(PAGE, "ignore PAG001 x", before("<sup>1</sup> Doe", "ignore PAG001 x"))
    made = audit(cli, text, "--select", "WAI")
    assert [one["code"] for one in made["findings"]] == ["WAI001"]
    assert {"code": "PAG001", "reason": "not selected"} in made["coverage"]["skipped"]
    assert "PAG001" not in made["coverage"]["run"]


COMMENTS = st.builds(
    "<!-- citecheck: {} {} {} -->".format,
    st.sampled_from(["ignore", "ignore-file", "ignroe", ""]),
    st.sampled_from(["PAG001", "CIT, STY", "CIT002 until=2020-01-01", "ABC", "BIL", "WAI", "", "12"]),
    st.sampled_from(["why", "", "Doe, 2020, p.4", "https://example.org", "<sup>9</sup>"]),
)
SPOTS = st.lists(st.tuples(st.integers(0, REPORT.count("\n\n") - 1), COMMENTS), max_size=6)


@settings(max_examples=tried(8), deadline=None)
@given(SPOTS)
def test_whatever_waivers_stand_there_no_finding_is_lost_and_none_made(spots: list[tuple[int, str]]) -> None:
    blocks = REPORT.split("\n\n")
    for at, comment in spots:
        blocks[at] += f"\n\n{comment}"
    found = [citecheck.audit(["-"], stdin=text.encode()) for text in (REPORT, "\n\n".join(blocks))]
    assert found[1].crashes == ()
    plain, told = ([one.fingerprint for one in report.findings if not one.code.startswith("WAI")] for report in found)
    assert told == plain
    waived = [one for one in found[1].findings if one.state is State.WAIVED]
    assert all(not one.code.startswith("WAI") for one in waived)
    said = " ".join(comment for _, comment in spots)
    assert all(one.code in said or one.code[:3] in said for one in waived)


def test_comments_in_code_and_other_comments_say_nothing(cli: Run) -> None:
    text = REPORT.replace("# Bibliography", "```\n<!-- citecheck: ignore PGA001 x -->\n```\n\n# Bibliography")
    assert set(states(audit(cli, text))) == {"PAG001", "CIT001", "CIT002"}


def waiver(*lines: str) -> str:
    return "[[waivers]]\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "waived"),
    [
        (['rule = "PAG001"'], {"PAG001"}),
        (['rule = ["CIT"]'], {"CIT001", "CIT002"}),
        (['rule = "malformed-locator"', 'path = "*.md"', 'note = "3"'], {"PAG001"}),
        (['rule = "PAG001"', 'note = "en:3"', 'source = "Doe 2019"'], {"PAG001"}),
        (['rule = "CIT001"', 'source = "Moe, 2017"'], {"CIT001"}),
        (['rule = "CIT002"', 'source = "Poe"'], {"CIT002"}),
        (['rule = "CIT"', 'source = "ports south"'], {"CIT002"}),
        (['rule = "PAG001"', 'path = "b.md"'], set()),
        (['rule = "PAG001"', 'note = "4"'], set()),
        (['rule = "PAG001"', 'note = "fr:3"'], set()),
        (['rule = "CIT001"', 'source = "Doe"'], set()),
        (['rule = "CIT001"', 'source = "…"'], set()),
        (['rule = "PAG001"', "until = 2026-01-01"], set()),
    ],
)
def test_the_configuration_waives_by_rule_path_note_and_source(cli: Run, lines: list[str], waived: set[str]) -> None:
    settings = waiver(*lines, 'reason = "it must  be\\nso"')
    made = audit(cli, REPORT, "--today", "2026-06-01", settings=settings)
    assert {one["code"] for one in made["findings"] if one["state"] == "waived"} == waived
    assert {one["waiver"] for one in made["findings"] if one["state"] == "waived"} <= {"it must be so"}
    own = [one for one in made["findings"] if one["code"].startswith("WAI")]
    assert len(own) == (0 if waived else 1)
    assert all((one["path"], one["line"], one["lang"]) == ("citecheck.toml", 2, None) for one in own)


def test_the_configuration_waives_by_fingerprint(cli: Run) -> None:
    text = REPORT.replace("# Bibliography", SECOND)
    marks = {one["code"]: one["occurrences"] or [one["fingerprint"]] for one in audit(cli, text)["findings"]}
    for known, state in ((marks["CIT001"], "waived"), (marks["CIT001"][:1], "new"), (marks["PAG001"], "new")):
        settings = waiver('rule = "CIT001"', f"fingerprint = {json.dumps(known)}", 'reason = "x"')
        assert states(audit(cli, text, "--ignore", "WAI", settings=settings))["CIT001"][0] == state
    assert states(audit(cli, REPORT, "--ignore", "WAI", settings=settings))["PAG001"][0] == "new"


def test_the_configuration_may_name_a_rule_that_is_none(cli: Run) -> None:
    made = audit(cli, REPORT, settings=waiver('rule = "CTI001"', 'reason = "x"'))
    [one] = [one for one in made["findings"] if one["code"] == "WAI003"]
    assert (one["excerpt"], one["line"], one["column"]) == ('"CTI001"', 2, 8)


def test_every_format_shows_what_is_waived(cli: Run) -> None:
    Path("a.md").write_text(before(PAGE, "ignore PAG001 as the archive numbers it"), encoding="utf-8")
    assert "(waived: as the archive numbers it)" in cli("audit", "a.md").out
    assert "(admis par dérogation\u00a0: as the archive numbers it)" in cli("audit", "a.md", "--ui", "fr").out


def test_waivers_in_the_text_survive_extraction(cli: Run) -> None:
    text = before(PAGE, "ignore PAG001 as printed", before("<sup>1</sup> Doe", "ignore NUM001 x"))
    plain = audit(cli, text)
    assert cli("extract", "a.md", "-o", "data").status == 0
    again = json.loads(cli("audit", "--format", "json").out)
    assert states(again)["PAG001"] == ("waived", "as printed")
    keys = ("code", "line", "column", "state", "excerpt", "fingerprint")
    assert [[one[key] for key in keys] for one in again["findings"]] == [
        [one[key] for key in keys] for one in plain["findings"]
    ]


def test_a_report_without_waivers_has_none_in_its_data(cli: Run) -> None:
    Path("a.md").write_text(REPORT, encoding="utf-8")
    cli("extract", "a.md", "-o", "data")
    assert "waivers" not in Path("data/footnotes.json").read_text(encoding="utf-8")


def test_severities_of_rules_about_waivers_can_be_set(cli: Run) -> None:
    made = audit(cli, before("<sup>1</sup> Doe", "ignore PAG001 x"), settings='severity.WAI = "info"\n')
    assert {one["severity"] for one in made["findings"] if one["code"] == "WAI001"} == {Severity.INFO.value}
