"""JUnit XML, as a reader of test results understands it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from citecheck.model.finding import Severity, State
from citecheck.model.report import Report
from citecheck.report.brief import position, posix
from citecheck.report.findings.junit import junit_report
from tests.report.hostile import reports
from tests.report.samples import judged_report, report
from tests.tried import tried


def suites(made: Report, **options: Any) -> dict[str, TestSuite]:
    read = JUnitXml.fromstring(junit_report(made, **options).encode())
    assert isinstance(read, JUnitXml)
    found = list(read)
    assert (read.tests, read.failures, read.errors, read.skipped) == tuple(
        sum(getattr(suite, name) for suite in found) for name in ("tests", "failures", "errors", "skipped")
    )
    assert len({suite.name for suite in found}) == len(found)
    return {suite.name: suite for suite in found}


def cases(made: Report, **options: Any) -> dict[tuple[str, str], TestCase]:
    return {(name, case.name): case for name, suite in suites(made, **options).items() for case in suite}


def lines(made: Report, **options: Any) -> Iterator[tuple[str, str]]:
    """The lines that tell findings, each with where it stands."""
    for suite in suites(made, **options).values():
        for case in suite:
            for one in case.result:
                if isinstance(one, Failure):
                    yield from (("failure", line) for line in (one.text or "").splitlines())
            yield from (("output", line) for line in (case.system_out or "").splitlines())


def test_a_rule_passes_fails_or_is_skipped() -> None:
    told = cases(report())
    assert told["citecheck.en", "CIT001 missing-entry"].is_passed
    assert told["citecheck.fr", "CIT001 missing-entry"].is_failure
    [skipped] = told["citecheck.en", "CIT002"].result
    assert (type(skipped), skipped.message) == (Skipped, "no bibliography")
    [skipped] = told["citecheck", "CUR005"].result
    assert (type(skipped), skipped.message) == (Skipped, "needs the source file")
    [error] = told["citecheck", "CIT011"].result
    assert isinstance(error, Error)
    assert "a ␛[2Jb" in error.message


@pytest.mark.parametrize(("fail_on", "failing"), [("error", 1), ("warning", 3), ("info", 4), ("never", 0)])
def test_a_case_fails_where_the_run_does(fail_on: str, failing: int) -> None:
    assert sum(suite.failures for suite in suites(report(), fail_on=fail_on).values()) == failing


def test_waived_and_known_findings_fail_nothing() -> None:
    told = {line: where for where, line in lines(judged_report(), fail_on="info")}
    assert len(told) == 5
    entry = "French entry 1"
    waived = f"report/sample.md:12:33: warning: {entry}: Durand, 2019: “a” lacks a space. → Write “b”. (waived: as | printed)"
    assert told[waived] == "output"
    assert sum(where == "failure" for where in told.values()) == 3


def test_a_clean_report_has_a_case_for_each_rule_and_version() -> None:
    told = cases(report(clean=True))
    assert len(told) == 8
    assert all(case.is_passed for case in told.values())


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_every_finding_is_one_line_of_well_formed_xml(made: Report) -> None:
    ElementTree.fromstring(junit_report(made))
    told = list(lines(made))
    assert len(told) == len(made.findings)
    failing = [found for found in made.findings if found.state is State.NEW and found.severity is Severity.ERROR]
    assert sum(where == "failure" for where, _ in told) == len(failing)
    # A reader of XML may drop blanks at the ends of a text.
    wanted = Counter(position(found.place.span, posix).strip() for found in made.findings)
    assert all(any(line.strip().startswith(f"{where}:") for _, line in told) for where in wanted)


def test_the_suites_are_counted() -> None:
    found = suites(report())
    assert [(name, one.tests, one.failures, one.errors, one.skipped) for name, one in found.items()] == [
        ("citecheck.fr", 3, 1, 0, 0),
        ("citecheck.en", 6, 0, 0, 2),
        ("citecheck", 3, 0, 1, 2),
    ]
