"""What an audit covered and what it did not, in words: every format for people ends with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citecheck.model.finding import Severity, State
from citecheck.model.links import LinkStatus
from citecheck.model.report import Report
from citecheck.report.brief import brief, cut, position
from citecheck.report.visible import visible
from citecheck.report.voice import counted, language_name, reason, say

__all__ = ["coverage_line", "not_checked", "tally"]

_QUOTED = 40
"""How many characters of a passage that could not be read are quoted."""

# Rules that the user left out: the last line counts them, and naming them all would bury what matters.
_WANTED_AWAY = ("not-selected", "ignored")


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
    why = Counter(cut(reason(one.reason, ui)) for one in report.skipped)
    reasons = ", ".join(why) if len(why) == 1 else ", ".join(f"{n} {what}" for what, n in sorted(why.items()))
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


def not_checked(report: Report, ui: str, *, verbose: bool = False) -> Iterator[tuple[str, Sequence[str]]]:
    """All that was not checked, and why: a key of the interface's texts, and the lines below it.

    ``verbose`` names the rules, too, that the user left out.
    """

    def because(what: str, why: str) -> str:
        return visible(say("because", ui, what=what, why=cut(why)))

    yield "crashed", [cut(f"{one.code}: {one.error} ({one.where})") for one in report.crashes]
    yield (
        "unreadable",
        [
            f"{position(one.span)}  {because(cut(one.span.text, _QUOTED), reason(one.reason, ui))}"
            for one in report.unreadable
        ],
    )
    reasons: dict[tuple[str, str], list[str]] = {}
    for passed in report.abstained:
        lang = language_name(passed.lang, ui) if passed.lang else ""
        reasons.setdefault((reason(passed.reason, ui), lang), []).append(passed.code)
    yield (
        "abstained",
        [
            because(f"{', '.join(sorted(set(codes)))}{f' ({lang})' if lang else ''}", why)
            for (why, lang), codes in reasons.items()
        ],
    )
    left_out: dict[str, list[str]] = {}
    for one in report.skipped:
        if verbose or one.reason not in _WANTED_AWAY:
            left_out.setdefault(reason(one.reason, ui), []).append(one.code)
    yield "skipped", [because(", ".join(codes), why) for why, codes in left_out.items()]
    yield "fixed", [f"{found.code} {brief(found, report, ui)[0]}" for found in report.fixed]
