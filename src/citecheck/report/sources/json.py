"""The sources of a report as JSON, for scripts (``citecheck/sources/1``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citecheck.model.records import Record
from citecheck.model.report import Report
from citecheck.model.sources import Difference, Source, SourceReport, SourceStatus
from citecheck.report.json import json_text

__all__ = ["SCHEMA", "json_sources"]

SCHEMA = "citecheck/sources/1"
CODES = {"title": "SRC001", "year": "SRC002", "authors": "SRC003", "volume": "SRC009", "pages": "SRC009"}
"""The rule about each field."""


def json_sources(report: Report, sources: SourceReport) -> str:
    """All sources in the order in which they are printed; what is empty is null or []."""
    codes: dict[tuple[str, str], list[str]] = {}
    for finding in report.findings:
        for place in (finding.place, *finding.related, *finding.counterparts):
            if place.entry_id is not None:
                codes.setdefault((place.lang or "", place.entry_id), []).append(finding.code)
    return json_text(
        {
            "schema": SCHEMA,
            "sources": [_source(one, codes) for one in sources.sources],
            "summary": {status.value: sources.counts[status] for status in SourceStatus},
            "retractions": None
            if sources.retractions is None
            else {
                "file": sources.retractions.file,
                "date": sources.retractions.day,
                "rows": sources.retractions.rows,
            },
            "interrupted": sources.interrupted,
        }
    )


def _source(one: Source, codes: Mapping[tuple[str, str], list[str]]) -> dict[str, Any]:
    subject = one.subject
    own = (code for printed in subject.printed for code in codes.get((printed.lang, printed.entry.entry_id), ()))
    return {
        "subject": subject.key,
        "title": subject.title or None,
        "entries": [{"lang": printed.lang, "entry": printed.entry.entry_id} for printed in subject.printed],
        "class": subject.kind.value,
        "status": one.status.value,
        "asked": [
            {
                "registry": asked.registry,
                "request": asked.request,
                "outcome": asked.outcome.value,
                "date": asked.day or None,
            }
            for asked in one.asked
        ],
        "record": _record(one.record) if one.record is not None else None,
        "differences": [_difference(difference) for difference in one.differences],
        "update": None
        if one.update is None
        else {"kind": one.update.kind.value, "doi": one.update.doi, "date": one.update.day},
        "codes": sorted(set(own)),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {"code": CODES[one.field], "field": one.field, "printed": one.printed, "found": list(one.found)}


def _record(record: Record) -> dict[str, Any]:
    return {
        "title": record.titles[0] if record.titles else None,
        "authors": [f"{one.family}, {one.given}" if one.given else one.family for one in record.authors],
        "years": list(record.years),
        "container": record.containers[0] if record.containers else None,
        "volume": record.volume,
        "issue": record.issue,
        "pages": record.pages,
        "doi": record.doi,
        "published_as": record.published_as,
        "registry": record.registry,
    }
