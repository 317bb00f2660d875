"""The report with one line for each problem."""

from __future__ import annotations

import re

from msgspec.structs import replace

from citecheck.model.finding import State
from citecheck.report.coverage import coverage_line
from citecheck.report.findings.concise import concise_report
from tests.report.findings.test_text import twins
from tests.report.samples import report

LINE = re.compile(r"report/sample\.md:\d+:\d+: ([A-Z]{3}\d{3}) (error|warning|info): ")


def test_each_problem_is_a_line_that_editors_know() -> None:
    lines = concise_report(report()).splitlines()
    assert lines[0] == (
        "report/sample.md:8:28: CIT001 error: French note 2: Petit, 2020 is cited in notes 2, 40 and 41 but has no "
        "entry. (also: notes 40 and 41)"
    )
    assert [LINE.match(line)[2] for line in lines[:5]] == ["error", "warning", "warning", "warning", "info"]  # type: ignore[index]
    assert lines[-1] == coverage_line(report(), "en")
    assert lines[-2] == "Summary: 1 error, 3 warnings, 1 info"


def test_in_the_order_of_the_document_what_stands_first_comes_first() -> None:
    lines = concise_report(report(), sort="document").splitlines()
    assert [LINE.match(line)[1] for line in lines[:5]] == ["PAG001", "CIT001", "PAG001", "STY003", "CIT003"]  # type: ignore[index]


def test_what_both_versions_have_is_one_line_with_both_places() -> None:
    [line] = (one for one in concise_report(replace(report(), findings=twins())).splitlines() if LINE.match(one))
    assert line.endswith(" (likewise: English entry 1 report/sample.md:12:33)")


def test_what_was_not_checked_is_said_and_what_is_known_is_counted() -> None:
    known = tuple(replace(found, state=State.BASELINED) for found in report().findings)
    lines = concise_report(replace(report(), findings=known)).splitlines()
    assert not any(LINE.match(line) for line in lines)
    assert "Summary: 0 errors, 0 warnings, 0 info (1 error, 3 warnings, 1 info known)" in lines
    assert "Not judged: CIT002, CIT006 (English): no bibliography" in lines
    assert any(line.startswith("Could not be read: report/sample.md:4:1") for line in lines)


def test_nothing_found_is_said() -> None:
    assert "Nothing found." in concise_report(report(clean=True))
    assert "Rien à signaler." in concise_report(report(clean=True), ui="fr")
