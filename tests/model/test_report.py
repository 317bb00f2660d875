"""When a report fails a run, and how many findings of each severity it has."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span

PLACE = Place(Span(Source("a.md", "Text."), 0, 4))
WARNING = Finding(code="CIT002", place=PLACE, message="m", severity=Severity.WARNING, subject="s")


def report(*findings: Finding) -> Report:
    return Report(findings, (), {})


def test_findings_are_counted_by_severity_whatever_is_known_of_them() -> None:
    made = report(WARNING, replace(WARNING, severity=Severity.INFO), replace(WARNING, state=State.WAIVED))
    assert [made.count(severity) for severity in Severity] == [0, 2, 1]


@pytest.mark.parametrize(
    ("level", "fails"), [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.INFO, True), (None, False)]
)
def test_a_report_fails_from_the_level_of_its_findings_on(level: Severity | None, fails: bool) -> None:
    assert report(WARNING).fails(level) is fails


@pytest.mark.parametrize("state", [State.BASELINED, State.WAIVED])
def test_what_is_known_or_accepted_fails_nothing(state: State) -> None:
    assert not report(replace(WARNING, state=state)).fails(Severity.INFO)
    assert not report().fails(Severity.INFO)
