"""A report as GitLab's Code Quality JSON, which a merge request shows beside the changed lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.model.finding import Finding, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.brief import Named, brief, cut, label_with_words, lines_of, posix, remarks
from citecheck.report.json import json_text
from citecheck.report.unchecked import Unchecked, unchecked
from citecheck.report.visible import visible

__all__ = ["gitlab_report"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_LONGEST = 2000


def gitlab_report(report: Report, *, ui: str = "en", named: Named = posix) -> str:
    """The findings as a list of issues; the rules that failed and the passages that could not be read are issues, too.

    The format has no place for what else was not checked.
    """
    gaps = list(unchecked(report, ui))
    issues = [*_crashes(gaps, report, named), *_findings(report, ui, named), *_unreadable(gaps, named)]
    return json_text(list(_distinct(issues)))


def _findings(report: Report, ui: str, named: Named) -> Iterator[dict[str, Any]]:
    for found in report.findings:
        severity = _SEVERITIES[found.severity] if found.state is State.NEW else "info"
        yield _issue(found.code, _said(found, report, ui), found.fingerprint, severity, found.place.span, named)


def _said(found: Finding, report: Report, ui: str) -> str:
    """The finding in words: GitLab shows nothing but these and the line."""
    message, hint = brief(found, report, ui)
    where = label_with_words(found, report, ui)
    qualified = remarks(found, ui)
    said = f"{where}: {message}" if where else message
    return " ".join(filter(None, (said, hint, f"({', '.join(qualified)})" if qualified else "")))


def _crashes(gaps: Iterable[Unchecked], report: Report, named: Named) -> Iterator[dict[str, Any]]:
    sources = [source for version in report.versions for source in version.document.sources]
    for gap in gaps:
        if gap.kind == "rule-failed" and sources:
            yield _issue(gap.code, gap.said, f"crash:{gap.code}", "critical", Span(sources[0], 0, 0), named)


def _unreadable(gaps: Iterable[Unchecked], named: Named) -> Iterator[dict[str, Any]]:
    for gap in gaps:
        if gap.span is not None:
            key = _hashed("unreadable", gap.reason, gap.span.text)
            yield _issue("unreadable", gap.said, key, "info", gap.span, named)


def _issue(name: str, said: str, key: str, severity: str, span: Span, named: Named) -> dict[str, Any]:
    path, line, end_line = lines_of(span)
    return {
        "description": cut(said, _LONGEST),
        "check_name": name,
        "fingerprint": key,
        "severity": severity,
        "location": {
            "path": visible(named(path)),
            "lines": {"begin": line, "end": end_line},
        },
    }


def _distinct(issues: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The issues, each with a fingerprint of its own: GitLab shows one issue for each."""
    seen: dict[str, int] = {}
    for issue in issues:
        key = issue["fingerprint"]
        nth = seen[key] = seen.get(key, 0) + 1
        yield issue | {"fingerprint": _hashed(key, str(nth))}


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
