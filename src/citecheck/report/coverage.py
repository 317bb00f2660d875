"""What an audit covered, in words: every format for people ends with it."""

from __future__ import annotations

from collections import Counter

from citecheck.model.finding import Severity, State
from citecheck.model.links import LinkStatus
from citecheck.model.report import Report
from citecheck.report.brief import cut
from citecheck.report.visible import visible
from citecheck.report.voice import counted, counted_reason, reason, say

__all__ = ["coverage_line", "tally"]


def tally(report: Report, ui: str) -> str:
    """How many findings of each severity there are: what is waived asks for nothing and is counted apart."""
    waived = Counter(found.severity for found in report.findings if found.state is State.WAIVED)
    counts = ", ".join(counted(level.value, report.count(level) - waived[level], ui) for level in Severity)
    if not waived:
        return counts
    apart = ", ".join(counted(level.value, waived[level], ui) for level in Severity if waived[level])
    return f"{counts} ({say('of-them-waived', ui, counts=apart)})"


def coverage_line(report: Report, ui: str) -> str:
    """What was covered, on one line: the last one of every audit."""
    documents = [version.document for version in report.versions]
    resolved = [one for version in report.versions for one in version.resolved]
    citations = counted("citations", len(resolved), ui)
    found = counted("resolved", sum(one.work is not None for one in resolved), ui)
    why = Counter(one.reason for one in report.skipped)
    reasons = ", ".join(sorted(cut(counted_reason(key, n, ui)) for key, n in why.items()))
    if len(why) == 1:
        reasons = reasons.removeprefix(f"{why.total()} ")
    rules = f"{counted('run', len(report.run), ui)}, {counted('skipped', len(report.skipped), ui)}"
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
