"""GitLab's Code Quality JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import given, settings

from citecheck.model.finding import State
from citecheck.model.report import Report
from citecheck.report.brief import posix
from citecheck.report.findings.gitlab import gitlab_report
from citecheck.report.visible import visible
from tests.report.hostile import reports
from tests.report.samples import judged_report, report
from tests.tried import tried


def issues(made: Report, **options: Any) -> list[dict[str, Any]]:
    data = json.loads(gitlab_report(made, **options))
    assert isinstance(data, list)
    return data


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_every_finding_is_an_issue_of_its_own(made: Report) -> None:
    told = issues(made)
    assert len(told) == len(made.findings) + len(made.crashes) + len(made.unreadable)
    assert len({one["fingerprint"] for one in told}) == len(told)
    assert {one["severity"] for one in told} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(1 <= one["location"]["lines"]["begin"] <= one["location"]["lines"]["end"] for one in told)
    places = Counter(
        (one["location"]["path"], one["location"]["lines"]["begin"]) for one in told if one["check_name"] == "NUM001"
    )
    assert places == Counter(
        (visible(posix(found.place.span.source.path)), found.place.span.line) for found in made.findings
    )


def test_a_fingerprint_depends_on_the_finding_alone() -> None:
    whole = {one["description"]: one["fingerprint"] for one in issues(report())}
    renamed = {one["description"]: one["fingerprint"] for one in issues(report(), named=lambda path: "b.md")}
    assert whole == renamed
    assert len(set(whole.values())) == len(whole)


def test_only_new_findings_are_more_than_information() -> None:
    severities = {one["description"]: one["severity"] for one in issues(judged_report())}
    entry = "French entry 1"
    assert severities[f"{entry}: Durand, 2019: “a” lacks a space. Write “b”. (waived: as | printed)"] == "info"
    assert severities["French note 1: Durand, 2019: “p.4” lacks a space. Write “p. 4”."] == "minor"
    assert sum(found.state is State.NEW for found in judged_report().findings) == 3


def test_what_could_not_be_checked_is_an_issue() -> None:
    names = [(one["check_name"], one["severity"]) for one in issues(report())]
    assert names[0] == ("CIT011", "critical")
    assert names[-1] == ("unreadable", "info")


def test_a_clean_report_is_an_empty_list() -> None:
    assert gitlab_report(report(clean=True)) == "[]\n"
