"""What is set for findings: severities, and rules that are ignored in some files."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.finding import Abstention, Confidence, Severity
from citecheck.model.gate import FileSettings, Gate
from citecheck.triage.severity import IGNORED_HERE, adjusted
from tests.triage.samples import GAP, LOST, RULES, STYLE, A, B, at

PATHS = (A.path, B.path)


def test_what_names_fewer_rules_goes_before_what_names_more() -> None:
    gate = Gate(severity=(("NUM001", Severity.INFO), ("NUM", Severity.WARNING)))
    findings, passed = adjusted([at(LOST, 1), at(GAP, 2), at(STYLE, 3)], gate, RULES, PATHS)
    assert [finding.severity for finding in findings] == [Severity.INFO, Severity.WARNING, Severity.INFO]
    assert passed == ()


def test_only_what_is_certain_is_an_error() -> None:
    gate = Gate(severity=(("STY", Severity.ERROR),))
    likely = replace(at(STYLE, 2), confidence=Confidence.LIKELY)
    findings, _ = adjusted([at(STYLE, 1), likely], gate, RULES, PATHS)
    assert [finding.severity for finding in findings] == [Severity.ERROR, Severity.WARNING]


def test_a_rule_that_is_ignored_in_a_file_is_silent_there_and_that_is_said() -> None:
    gate = Gate(files=(FileSettings("a.md", ignore=("mixed-ibid",), severity=(("NUM005", Severity.INFO),)),))
    here, there, gap = at(STYLE, 1), at(STYLE, 2, source=B), at(GAP, 3)
    across = replace(here, related=(there.place,))
    findings, passed = adjusted([here, there, across, gap], gate, RULES, PATHS)
    assert findings == (there, across, replace(gap, severity=Severity.INFO))
    assert passed == (Abstention("STY001", None, IGNORED_HERE),)
