"""What an audit covered, in words: every format for people ends with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from citecheck.model.finding import Severity, State
from citecheck.model.links import LinkStatus
from citecheck.model.report import Report
from citecheck.report.brief import cut
from citecheck.report.problems import Problem, problems
from citecheck.report.unchecked import NOT_ASKED
from citecheck.report.visible import visible
from citecheck.report.voice import counted, counted_reason, reason, say

__all__ = ["coverage_line", "tally", "told_once"]


def tally(report: Report, ui: str) -> str:
    """How many problems of each severity there are: what is waived or known asks for nothing and is counted apart."""
    made = problems(report.findings)
    counts = _of_each(made, State.NEW, ui, every=True)
    apart = [
        say(key, ui, counts=said)
        for key, state in (("of-them-waived", State.WAIVED), ("of-them-known", State.BASELINED))
        if (said := _of_each(made, state, ui))
    ]
    return f"{counts} ({say('between', ui).join(apart)})" if apart else counts


def _of_each(made: Sequence[Problem], state: State, ui: str, *, every: bool = False) -> str:
    """How many problems of one state there are of each severity, of ``every`` one or of those that have some."""
    found = Counter(problem.severity for problem in made if problem.state is state)
    return ", ".join(counted(level.value, found[level], ui) for level in Severity if every or found[level])


def told_once(report: Report, ui: str) -> str:
    """Why there are fewer problems than findings; nothing where there are as many."""
    new = [found for found in report.findings if found.state is State.NEW]
    return say("told-once", ui, count=len(new)) if len(problems(new)) < len(new) else ""


def coverage_line(report: Report, ui: str) -> str:
    """What was covered, on one line: the last one of every audit."""
    documents = [version.document for version in report.versions]
    resolved = [one for version in report.versions for one in version.resolved]
    citations = counted("citations", len(resolved), ui)
    found = counted("resolved", sum(one.work is not None for one in resolved), ui)
    why = Counter(one.reason for one in report.skipped if one.reason not in NOT_ASKED)
    alone = len(why) == 1
    reasons = ", ".join(sorted(cut(counted_reason(key, n, ui, alone=alone)) for key, n in why.items()))
    rules = f"{counted('run', len(report.run), ui)}, {counted('skipped', why.total(), ui)}"
    return " · ".join(
        (
            counted("versions", len(documents), ui),
            counted("notes", sum(len(document.notes) for document in documents), ui),
            counted("entries", sum(len(document.entries) for document in documents), ui),
            f"{citations} ({found})",
            _links(report, ui),
            f"{rules} ({reasons})" if reasons else rules,
            *([visible(say("configuration", ui, file=report.configuration))] if report.configuration else []),
        )
    )


def _links(report: Report, ui: str) -> str:
    """How many links there are and what became of them."""
    if report.links is None:
        printed = sum(len(version.document.urls) for version in report.versions)
        return f"{counted('links', printed, ui)} ({reason('offline', ui)})"
    counts = report.links.counts
    found = ", ".join(
        f"{counts[status]} {say(f'status.{status.value}', ui)}" for status in LinkStatus if counts[status]
    )
    said = counted("links-tried", len(report.links.links), ui)
    return f"{said} ({found})" if found else said
