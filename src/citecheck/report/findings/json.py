"""A report as JSON: the schema ``citecheck/findings/1``. Every key is always there; what is empty is null or []."""

from __future__ import annotations

from collections import Counter
from typing import Any

from citecheck import __version__
from citecheck.model.document import Unreadable
from citecheck.model.finding import Edit, Finding, Place, Severity
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.json import HELP, json_text
from citecheck.report.places import excerpt, place_data
from citecheck.report.reading import reading_data
from citecheck.report.voice import reason, render

__all__ = ["SCHEMA", "finding_data", "inputs_data", "json_report"]

SCHEMA = "citecheck/findings/1"


def json_report(report: Report, *, ui: str = "en") -> str:
    """The report as one JSON object, indented; the same report gives the same bytes."""
    return json_text(
        {
            "schema": SCHEMA,
            "tool": {"name": "citecheck", "version": __version__, "data": dict(sorted(report.tool_data.items()))},
            "configuration": report.configuration,
            "inputs": inputs_data(report),
            "reading": [reading_data(version, report.abstained) for version in report.versions],
            "summary": {
                **{severity.value: report.count(severity) for severity in Severity},
                "by_code": dict(sorted(Counter(found.code for found in report.findings).items())),
            },
            "coverage": {
                "run": list(report.run),
                "skipped": [{"code": one.code, "reason": reason(one.reason, ui)} for one in report.skipped],
                "abstained": [
                    {"code": one.code, "lang": one.lang, "reason": reason(one.reason, ui)} for one in report.abstained
                ],
            },
            "unreadable": [_unreadable(one) for one in report.unreadable],
            "crashes": [{"code": one.code, "error": one.error, "where": one.where} for one in report.crashes],
            "since": report.since,
            "fixed": [finding_data(found, report, ui) for found in report.fixed],
            "findings": [finding_data(found, report, ui) for found in report.findings],
        }
    )


def inputs_data(report: Report) -> list[dict[str, Any]]:
    """One object for each file and language, in reading order."""
    return [
        {
            "path": source.path,
            "lang": version.lang,
            "sha256": source.sha256,
            "notes": sum(note.span.source is source for note in version.document.notes),
            "markers": sum(marker.span.source is source for marker in version.document.markers),
            "entries": sum(entry.span.source is source for entry in version.document.entries),
        }
        for version in report.versions
        for source in version.document.sources
    ]


def finding_data(found: Finding, report: Report, ui: str) -> dict[str, Any]:
    """A finding with its message and hint worded, and its place spread out on the first level."""
    rule = report.rules[found.code]
    message, hint = render(found, rule, ui)
    return {
        "code": found.code,
        "name": rule.name,
        "severity": found.severity.value,
        "confidence": found.confidence.value,
        "message": message,
        "hint": hint or None,
        "help_uri": HELP + found.code,
        "source": found.source,
        **_place(found.place),
        "counterparts": [_place(place) for place in found.counterparts],
        "related": [_place(place) for place in found.related],
        "fix": found.fix and {"safe": found.fix.safe, "edits": [_edit(edit) for edit in found.fix.edits]},
        "state": found.state.value,
        "waiver": found.waiver,
        "fingerprint": found.fingerprint,
        "occurrences": list(found.occurrences),
        "twin": found.twin,
    }


def _place(place: Place) -> dict[str, Any]:
    """A place: the note or entry as printed, the position and the exact text."""
    return {
        "lang": place.lang,
        "note": place.note,
        "note_id": place.note_id,
        "note_label": place.note_label,
        "entry": place.entry,
        "entry_id": place.entry_id,
        **_position(place.span),
        "excerpt": excerpt(place.span),
    }


def _position(span: Span) -> dict[str, Any]:
    """Where a span stands; the end is exclusive. In a document without lines, by its part and paragraph. Of a file that is not there, also where data files keep it."""
    kept, anchor = span.kept, span.anchor
    if anchor is not None:
        nowhere = dict.fromkeys(("line", "column", "end_line", "end_column"))
        return {"path": span.source.path, **nowhere, "place": place_data(span, anchor)}
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        **({"kept": {"path": kept.path, "line": kept.at}} if kept is not None else {}),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    """One replacement of a fix."""
    return {**_position(edit.span), "replacement": edit.replacement}


def _unreadable(one: Unreadable) -> dict[str, Any]:
    """A passage that could not be read, and why."""
    return {**_position(one.span), "excerpt": excerpt(one.span), "reason": one.reason}
