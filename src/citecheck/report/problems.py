"""The problems of a report as a person counts them: one thing to mend is one problem, however many findings tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.order import gathered

__all__ = ["REPEATED", "Case", "Problem", "problems"]

REPEATED = 3
"""How often a matter of consistency and style must come up to be one remark on the style of the house."""


class Case(Struct, frozen=True):
    """The findings that say the same, one of each version in which it is so; the first of them leads."""

    findings: tuple[Finding, ...]

    @property
    def lead(self) -> Finding:
        """The finding that stands for all."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """How much it matters, where that is set otherwise for some files: as in the worst of them."""
        return min((found.severity for found in self.findings), key=lambda severity: severity.rank)

    @property
    def places(self) -> Mapping[str | None, tuple[Place, ...]]:
        """The places of each version, by its language; that of the lead comes first."""
        named = gathered(
            (place.lang or found.lang, place) for found in self.findings for place in (found.place, *found.related)
        )
        return {lang: tuple(places) for lang, places in named.items()}


class Problem(Struct, frozen=True):
    """One thing to mend: a case, or several of one habit, which are one remark on the style of the house."""

    cases: tuple[Case, ...]

    @property
    def lead(self) -> Finding:
        """The finding that stands for all."""
        return self.cases[0].lead

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.cases[0].severity

    @property
    def state(self) -> State:
        """What is known of it from elsewhere."""
        return self.lead.state

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.lead.code

    @property
    def repeated(self) -> bool:
        """Whether it is a remark on several cases of one habit."""
        return len(self.cases) > 1

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings that tell it."""
        return tuple(found for case in self.cases for found in case.findings)


def problems(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """The problems that findings tell, in the order of those that lead them. Every finding tells one of them.

    Findings with one twin are one case; what is accepted or known of one version only is a case of its own. Where so
    many cases as `REPEATED` of one rule are a matter of consistency and style, and are worded alike, they are one
    problem.
    """
    cases = [Case(tuple(same)) for same in gathered((_identity(found), found) for found in findings).values()]
    made = gathered(_named(cases))
    return tuple(Problem(tuple(same)) for same in made.values())


def _identity(found: Finding) -> tuple[object, ...]:
    """What the findings of one case share."""
    return (found.twin or id(found), found.state, found.waiver)


def _named(cases: Sequence[Case]) -> Iterator[tuple[object, Case]]:
    """Each case with what the cases of one problem share."""
    habits = gathered((_habit(case), case) for case in cases if case.severity is Severity.INFO)
    for case in cases:
        many = case.severity is Severity.INFO and len(habits[_habit(case)]) >= REPEATED
        yield (_habit(case) if many else id(case)), case


def _habit(case: Case) -> tuple[object, ...]:
    return (case.lead.code, case.lead.message, case.lead.state, case.lead.waiver)
