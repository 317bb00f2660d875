"""A report with one line for each problem, as compilers and linters tell theirs: editors jump to such lines."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.finding import State
from citecheck.model.report import Report
from citecheck.report.brief import in_one_line, named_places, position, remarks
from citecheck.report.coverage import coverage_line, tally
from citecheck.report.problems import Case, problems
from citecheck.report.unchecked import not_checked
from citecheck.report.visible import inert, visible
from citecheck.report.voice import say

__all__ = ["concise_report"]


def concise_report(report: Report, *, ui: str = "en", sort: str = "severity") -> str:
    """The report, each problem on a line of its own with the places in all versions; every case of a habit is one, too.

    The worst come first, or, where ``sort`` says so, those that come first in the ``document``. What is known from an
    earlier state is counted. What was not checked, the counts and what was covered stand below.
    """
    return "".join(f"{inert(line)}\n" for line in _lines(report, ui, by_severity=sort == "severity"))


def _lines(report: Report, ui: str, *, by_severity: bool) -> Iterator[str]:
    made = [problem for problem in problems(report.findings) if problem.state is not State.BASELINED]
    cases = [case for problem in made for case in problem.cases]
    order = {found.fingerprint: at for at, found in enumerate(report.findings)}
    cases.sort(key=lambda case: order[case.lead.fingerprint])
    if by_severity:
        cases.sort(key=lambda case: (case.lead.state is not State.NEW, case.severity.rank))
    for case in cases:
        yield _line(case, report, ui)
    for key, lines in not_checked(report, ui):
        for line in lines:
            yield f"{say(key, ui)} {visible(line)}"
    yield say("summary", ui, counts=tally(report, ui)) if report.findings else say("nothing", ui)
    yield coverage_line(report, ui)


def _line(case: Case, report: Report, ui: str) -> str:
    """A case with what qualifies it, its further places and those of the other versions."""
    found = case.lead
    qualified = [
        *remarks(found, ui),
        *([say("also", ui, places=named_places(found.related, found.place, ui))] if found.related else []),
        *([say("compare", ui, places=named_places(found.counterparts, found.place, ui))] if found.counterparts else []),
    ]
    for twin in case.findings[1:]:
        places = named_places((twin.place, *twin.related), found.place, ui)
        qualified.append(f"{say('likewise', ui, places=places)} {position(twin.place.span)}")
    line = in_one_line(found, report, ui)
    return f"{line} ({say('between', ui).join(qualified)})" if qualified else line
