"""What is explained by what."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.evidence import Verdict
from citecheck.model.finding import Finding, Severity
from citecheck.model.rule import Rule
from tests.triage.samples import GAP, LOST, ORDER, at, judged, settled


def codes(*findings: Finding, **options: tuple[str, ...]) -> list[str]:
    return [found.code for found in judged(*findings, **options)]


def test_a_consequence_stays_silent_where_its_cause_is_found() -> None:
    assert codes(at(GAP, 1, "fr:note:12"), at(LOST, 5, "fr:note:12", "fr:note:13")) == ["NUM001"]


def test_what_would_explain_a_finding_is_not_explained_by_it() -> None:
    caused = replace(at(GAP, 5, "fr:note:13"), because=frozenset({"fr:near:12"}))
    assert codes(at(LOST, 1, "fr:near:12"), caused) == ["NUM001"]
    assert codes(caused, at(ORDER, 9, "fr:near:12")) == ["NUM005", "NUM006"]
    assert codes(caused, at(ORDER, 9, "fr:note:13")) == ["NUM005"]


def test_a_finding_about_something_else_stays() -> None:
    assert codes(at(GAP, 1, "fr:note:12"), at(LOST, 5, "en:note:12")) == ["NUM005", "NUM001"]
    assert codes(at(GAP, 1), at(LOST, 5)) == ["NUM005", "NUM001"]


def test_what_is_explained_explains_nothing_itself() -> None:
    lost, gap, order = at(LOST, 1, "a"), at(GAP, 2, "a", "b"), at(ORDER, 3, "b")
    assert codes(lost, gap, order) == ["NUM001", "NUM006"]
    assert codes(gap, order) == ["NUM005"]


def test_a_cause_explains_the_consequences_of_what_it_caused() -> None:
    lost, gap, order = at(LOST, 1, "a"), replace(at(GAP, 2, "b"), because=frozenset({"a"})), at(ORDER, 3, "b")
    assert codes(lost, gap, order) == ["NUM001"]
    assert codes(lost, order) == ["NUM001", "NUM006"]


def test_a_finding_stands_for_another_only_where_it_is_reported() -> None:
    lost = Rule("AAA001", "lost", Severity.ERROR, explains=("AAA002",))
    differs = Rule("AAA002", "differs", Severity.WARNING, replaces=("AAA003",))
    lacks = Rule("AAA003", "lacks", Severity.INFO)
    rules = {one.code: one for one in (lost, differs, lacks)}
    cause, difference, lack = (
        at(lost, 1, "a"),
        replace(at(differs, 2, "b"), because=frozenset({"a"})),
        at(lacks, 3, "b"),
    )

    def reported(*findings: Finding) -> list[str]:
        return [one.code for one in settled(Verdict(findings), rules).findings]

    assert reported(difference, lack) == ["AAA002"]
    assert reported(cause, difference, lack) == ["AAA001", "AAA003"]


def test_rules_that_explain_each_other_do_not_silence_both() -> None:
    one = Rule("AAA001", "one", Severity.WARNING, explains=("AAA002",))
    two = Rule("AAA002", "two", Severity.ERROR, explains=("AAA001",))
    verdict = Verdict((at(one, 1, "k"), at(two, 2, "k")))
    assert len(settled(verdict, {"AAA001": one, "AAA002": two}).findings) == 1


def test_a_rule_does_not_explain_itself() -> None:
    own = Rule("AAA001", "one", Severity.WARNING, explains=("AAA001",))
    verdict = Verdict((at(own, 1, "k"), at(own, 2, "k")))
    assert len(settled(verdict, {"AAA001": own}).findings) == 2


def test_an_ignored_cause_still_explains() -> None:
    findings = at(GAP, 1, "k"), at(LOST, 5, "k")
    assert codes(*findings, ignore=("NUM001",)) == []
    assert codes(*findings, select=("NUM005",)) == []
