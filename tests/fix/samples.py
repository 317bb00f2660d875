"""Edits, findings and reports to try corrections on."""

from __future__ import annotations

from citecheck.model.finding import Edit, Finding, Fix, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span


def edit(source: Source, start: int, end: int, new: str) -> Edit:
    return Edit(Span(source, start, end), new)


def finding(
    source: Source,
    at: tuple[int, int],
    *edits: Edit,
    code: str = "STY001",
    severity: Severity = Severity.INFO,
    safe: bool = True,
    subject: str = "",
    state: State = State.NEW,
    related: int = 0,
    message: str = "m",
) -> Finding:
    place = Place(Span(source, *at), "en")
    return Finding(
        code=code,
        place=place,
        message=message,
        severity=severity,
        subject=subject or place.span.text,
        fix=Fix(edits, safe) if edits else None,
        fingerprint=f"{code} {subject or place.span.text}",
        state=state,
        related=(place,) * related,
    )


def report(*findings: Finding) -> Report:
    return Report(findings=findings, versions=(), rules={})
