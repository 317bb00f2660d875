"""Findings as remarks on the words of one file: what is written there, and on which characters of its text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.finding import Finding, Place, State
from citecheck.model.report import Report
from citecheck.report.brief import brief, label_with_words, named_places
from citecheck.report.voice import say

__all__ = ["Remark", "remarks_on"]


class Remark(Struct, frozen=True):
    """What is said of the words from ``start`` to ``end`` of a document's text. ``head`` names the rule and the severity,
    ``paragraphs`` say what is wrong and what to do, ``fingerprint`` is the name by which the finding is known again, with the number of its places where
    these are several."""

    start: int
    end: int
    rank: int
    head: str
    paragraphs: tuple[str, ...]
    fingerprint: str


def remarks_on(path: str, report: Report, ui: str) -> tuple[Remark, ...]:
    """A remark for each finding of a report in the file at ``path`` that is neither waived nor known, in the order of its text, of
    the same words the worst first."""
    found = (
        _remark(one, report, ui)
        for one in report.findings
        if one.state is State.NEW and _file(one.place.span.source.path) == path
    )
    return tuple(sorted(found, key=lambda one: (one.start, one.rank, one.end, one.head)))


def _file(path: str) -> str:
    """The file that a source was read from: what reference managers keep in a document has a path behind its own."""
    return path.partition("#")[0]


def _remark(finding: Finding, report: Report, ui: str) -> Remark:
    message, hint = brief(finding, report, ui)
    others = (("compare", finding.counterparts), ("also", finding.related))
    told = [say(key, ui, places=_named(places, finding, report, ui)) for key, places in others if places]
    span, severity = finding.place.span, finding.severity
    start, end = (span.start, span.end) if "#" not in span.source.path else (0, 0)
    return Remark(
        start,
        end,
        severity.rank,
        f"{finding.code} · {say(f'severity.{severity.value}', ui)}",
        tuple(filter(None, (message, *told, hint))),
        f"{finding.fingerprint}/{len(finding.related) + 1}" if finding.related else finding.fingerprint,
    )


def _named(places: Sequence[Place], finding: Finding, report: Report, ui: str) -> str:
    """Places in few words; entries without a number by their first words, since nobody counts paragraphs."""
    entries = [one for one in places if one.entry is None and one.entry_id is not None]
    others = [one for one in places if one not in entries]
    words = [label_with_words(replace(finding, place=one, source=None), report, ui) for one in entries]
    return say("between", ui).join(
        [*([named_places(others, finding.place, ui)] if others else []), *filter(None, words)]
    )
