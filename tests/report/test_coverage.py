"""What an audit covered, in words."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.evidence import Skipped
from citecheck.model.finding import State
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.report.coverage import coverage_line, tally
from tests.report.samples import report


def test_findings_are_counted_and_what_is_waived_apart() -> None:
    made = report()
    assert tally(made, "en") == "1 error, 3 warnings, 1 info"
    waived = replace(made, findings=tuple(replace(one, state=State.WAIVED) for one in made.findings))
    assert tally(waived, "en").startswith("0 errors, 0 warnings, 0 info")
    assert "1 error, 3 warnings, 1 info" in tally(waived, "en")
    assert tally(report(clean=True), "fr").startswith("0 ")


def test_the_line_says_what_was_read_and_resolved() -> None:
    line = coverage_line(report(), "en")
    assert "\n" not in line
    for part in ("3 notes", "2 entries", "3 citations", "2 resolved", "2 links", "3 rules"):
        assert part in line


def test_why_rules_were_skipped_is_counted_once() -> None:
    made = replace(report(), skipped=(Skipped("CUR001", "offline"), Skipped("CUR002", "offline")))
    assert coverage_line(made, "en").count("2") >= 1
    both = replace(made, skipped=(*made.skipped, Skipped("CUR003", "needs-source")))
    assert coverage_line(both, "en") != coverage_line(made, "en")


def test_links_that_were_tried_are_told_with_their_verdicts() -> None:
    links = LinkReport((), (Link("https://a.example", LinkStatus.DEAD, Phrase.of("gone")),))
    assert "1 dead" in coverage_line(replace(report(), links=links), "en")


def test_the_configuration_is_named_and_steers_nothing() -> None:
    line = coverage_line(replace(report(), configuration="a\x1b[2J.toml"), "en")
    assert ".toml" in line
    assert "\x1b" not in line
