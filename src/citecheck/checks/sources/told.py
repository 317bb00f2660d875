"""Findings about sources: one for each work, with the entries that print it in every language, and what the registry has."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from citecheck.checks.subjects import entry_key
from citecheck.likeness.called import work_name
from citecheck.model.citations import Work
from citecheck.model.finding import Confidence, Finding, Place, Severity, Value
from citecheck.model.records import Record, registry_name
from citecheck.model.rule import Rule
from citecheck.model.sources import Difference, Printed, Source, SourceReport, SourceStatus

__all__ = ["ENTRY", "TEXT", "differing", "source_finding", "with_status"]

ENTRY = (
    "Doe, J. (2019). The ice of the northern harbours. *Journal of Ice*, 12(3), 45–67. https://doi.org/10.5555/ice.1"
)
TEXT = f"It froze (Doe, 2019).\n\n## References\n\n{ENTRY}\n"
"""The work of the examples."""


def with_status(report: SourceReport, statuses: Collection[SourceStatus]) -> Iterator[Source]:
    """The sources with one of these statuses, in reading order."""
    yield from (one for one in report.sources if one.status in statuses)


def differing(report: SourceReport, fields: Collection[str]) -> Iterator[tuple[Source, Difference]]:
    """The sources whose accepted records have one of these fields otherwise."""
    for one in report.sources:
        yield from ((one, difference) for difference in one.differences if difference.field in fields)


def source_finding(
    rule: Rule,
    one: Source,
    message: str,
    *,
    severity: Severity | None = None,
    confidence: Confidence = Confidence.CERTAIN,
    record: Record | None = None,
    **values: Value,
) -> Finding:
    """The finding of a rule about a source: at its first entry, with those of the other languages as counterparts."""
    first, *others = one.subject.printed
    mine = [other for other in others if other.lang == first.lang]
    theirs = [other for other in others if other.lang != first.lang]
    shown = record or one.record
    return rule.finding(
        [_place(first), *map(_place, mine)],
        message,
        subject=" ".join(first.reference.span.text.split())[:160],
        about=[entry_key(other.lang, other.entry) for other in one.subject.printed],
        because=(),
        related=(),
        counterparts=list(map(_place, theirs)),
        confidence=confidence,
        severity=severity,
        fix=None,
        source=work_name(Work(one.subject.key, first.reference, first.entry)),
        registry=registry_name(shown.registry) if shown is not None else "",
        **values,
    )


def _place(printed: Printed) -> Place:
    return Place.of(Work("", printed.reference, printed.entry), printed.lang)
