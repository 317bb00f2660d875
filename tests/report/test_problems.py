"""The problems of a report as a person counts them."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.source import Span
from citecheck.report.problems import REPEATED, problems
from tests.triage.samples import GAP, STYLE, B, at, judged


def told(*findings: Finding) -> tuple[Finding, ...]:
    return judged(*findings)


def twin(found: Finding, first: Finding) -> Finding:
    return replace(found, twin=first.fingerprint)


def test_twins_are_one_problem_with_the_places_of_both_versions() -> None:
    first, alone, second = told(at(GAP, 3), at(GAP, 9, subject="other"), at(GAP, 8, lang="en", source=B))
    more = Place(Span(B, 20, 21), "en")
    made = problems([twin(first, first), alone, twin(replace(second, related=(more,)), first)])
    assert [problem.lead.fingerprint for problem in made] == [first.fingerprint, alone.fingerprint]
    [case] = made[0].cases
    assert {lang: len(places) for lang, places in case.places.items()} == {"fr": 1, "en": 2}
    assert len(made[0].findings) == 2
    assert not made[0].repeated


def test_a_problem_is_as_bad_as_the_worst_of_its_findings() -> None:
    first, second = told(at(STYLE, 3), at(STYLE, 8, lang="en", source=B))
    [made] = problems([twin(first, first), twin(replace(second, severity=Severity.ERROR), first)])
    assert made.severity is Severity.ERROR


def test_what_is_accepted_in_one_version_only_stays_to_be_done_in_the_other() -> None:
    first, second = told(at(GAP, 3), at(GAP, 8, lang="en", source=B))
    made = problems([twin(replace(first, state=State.WAIVED, waiver="so printed"), first), twin(second, first)])
    assert [problem.state for problem in made] == [State.WAIVED, State.NEW]


def test_a_habit_that_repeats_is_one_remark_and_errors_never_are() -> None:
    habits = told(*(at(STYLE, start, subject=str(start)) for start in range(REPEATED)))
    errors = told(*(at(GAP, start, subject=str(start)) for start in range(REPEATED)))
    [remark, *others] = problems([*habits, *errors])
    assert remark.repeated
    assert len(remark.cases) == REPEATED
    assert len(others) == REPEATED
    assert len(problems(habits[1:])) == REPEATED - 1


def test_every_finding_tells_one_problem() -> None:
    found = told(*(at(STYLE, start, subject=str(start % 2)) for start in range(6)), at(GAP, 1), at(GAP, 2))
    assert sorted(id(one) for problem in problems(found) for one in problem.findings) == sorted(map(id, found))
