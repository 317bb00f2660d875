"""A report as SARIF 2.1.0, the format of code scanning services and editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from citecheck import __version__
from citecheck.model.credentials import has_credentials
from citecheck.model.finding import Finding, Fix, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from citecheck.report.brief import Named, brief, cut, label, posix
from citecheck.report.json import HELP, json_text
from citecheck.report.places import told_place
from citecheck.report.unchecked import Kind, unchecked
from citecheck.report.visible import visible
from citecheck.report.voice import language_name, say

__all__ = ["sarif_report"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
HOME = "https://citecheck.readthedocs.io/"
ROOT = "%SRCROOT%"
"""What paths are relative to: the root of the checkout, which the service knows."""

FINGERPRINT = "citecheck/v1"
SNIPPET = 1000
"""How long a passage may be to be given along with its position."""

AROUND = 100
"""How many characters of the line on either side of a passage are given with it."""

_LONGEST = 2500

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASELINE = {State.NEW: "new", State.BASELINED: "unchanged"}
_NOTIFICATIONS = {
    "rule-failed": "A rule failed; the other rules ran.",
    "rule-skipped": "A rule did not run.",
    "not-judged": "A rule did not judge a text.",
    "not-read": "A passage could not be read.",
}
"""What a run says about itself, and what each of these sayings means."""

_MATTERS: Mapping[Kind, str] = {
    "rule-failed": "error",
    "not-read": "warning",
    "not-judged": "note",
    "rule-skipped": "none",
}
"""How much each of them matters."""

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-32": "UTF-32", "cp1252": "windows-1252"}


def sarif_report(report: Report, *, ui: str = "en", named: Named = posix, status: int | None = None) -> str:
    """The report as one SARIF log with one run; the same report gives the same bytes.

    ``status`` is the exit status of the run, where it is known.
    """
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report, ui, named).run(status)]})


class _Run:
    """Writes one run. Files get their index when they are first named."""

    def __init__(self, report: Report, ui: str, named: Named) -> None:
        self.report = report
        self.ui = ui
        self.named = named
        self.sources: dict[Source, int] = {}
        self.langs: dict[Source, str] = {}
        for version in report.versions:
            for source in version.document.sources:
                self.langs.setdefault(source, version.lang)
                self.sources.setdefault(source, len(self.sources))
        self.codes = sorted({*report.rules, *(found.code for found in report.findings)})
        self.rules = {code: index for index, code in enumerate(self.codes)}

    def run(self, status: int | None) -> dict[str, Any]:
        """The run. The list of files comes last: all else adds to it."""
        report = self.report
        results = [self._result(found) for found in report.findings]
        invocation: dict[str, Any] = {"executionSuccessful": not report.crashes}
        if status is not None:
            invocation["exitCode"] = status
        notifications = list(self._notifications())
        if notifications:
            invocation["toolExecutionNotifications"] = notifications
        properties: dict[str, Any] = {}
        if report.tool_data:
            properties["data"] = dict(sorted(report.tool_data.items()))
        if report.fixed:
            # A result of the state "absent" would do, but services that do not know that state show it as open.
            properties["fixed"] = [
                {"ruleId": found.code, "fingerprint": found.fingerprint, "message": brief(found, report, self.ui)[0]}
                for found in report.fixed
            ]
        return {
            "tool": {"driver": self._driver()},
            # No "automationDetails": whoever uploads the logs of several reports tells them apart by a category, which
            # services take only where the log has none of its own.
            "language": self.ui,
            "columnKind": "unicodeCodePoints",
            # Reading counts a lone carriage return as the end of a line, too.
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the checkout."}}},
            "invocations": [invocation],
            "artifacts": [self._artifact(source) for source in self.sources],
            "results": results,
            **({"properties": properties} if properties else {}),
        }

    def _driver(self) -> dict[str, Any]:
        return {
            "name": "citecheck",
            "fullName": f"citecheck {__version__}",
            "version": __version__,
            "informationUri": HOME,
            "rules": [self._rule(code) for code in self.codes],
            "notifications": [
                {
                    "id": key,
                    "name": _pascal(key),
                    "shortDescription": {"text": meaning},
                    "fullDescription": {"text": meaning},
                    "help": {"text": meaning},
                }
                for key, meaning in _NOTIFICATIONS.items()
            ],
        }

    def _rule(self, code: str) -> dict[str, Any]:
        rule = self.report.rules[code]
        doc = self.report.docs.get(code, "").strip() or rule.name.replace("-", " ").capitalize() + "."
        opening = " ".join(doc.split("\n\n", 1)[0].split())
        return {
            "id": code,
            "name": _pascal(rule.name),
            "shortDescription": _message(opening),
            "fullDescription": _message(opening),
            "help": {**_message(doc, lines=True), "markdown": _braces(doc)},
            "helpUri": HELP + code,
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {"tags": ["citations"]},
        }

    def _result(self, found: Finding) -> dict[str, Any]:
        message, hint = brief(found, self.report, self.ui)
        where = label(found.place, self.ui)
        result: dict[str, Any] = {
            "ruleId": found.code,
            "ruleIndex": self.rules[found.code],
            "level": _LEVELS[found.severity],
            "message": _message(f"{message} {hint}".strip()),
            "locations": [self._location(found.place, where)],
        }
        if found.fingerprint:
            result["partialFingerprints"] = {FINGERPRINT: found.fingerprint}
        related = [
            self._location(place, self._told(place, found.place)) | {"id": number}
            for number, place in enumerate((*found.counterparts, *found.related), 1)
        ]
        if related:
            result["relatedLocations"] = related
        if found.state in _BASELINE:
            result["baselineState"] = _BASELINE[found.state]
        if found.state is State.WAIVED:
            why = {"justification": cut(found.waiver)} if found.waiver else {}
            result["suppressions"] = [{"kind": "external", "status": "accepted", **why}]
        if found.fix is not None and found.fix.edits:
            result["fixes"] = [self._fix(found.fix)]
        return result | {"properties": _properties(found)}

    def _told(self, place: Place, own: Place) -> str:
        """What a further place is called; the language is said where it is another one."""
        anchor = place.span.anchor
        kind, number = ("line", place.span.line) if anchor is None else ("paragraph", anchor.paragraph)
        name = label(place, self.ui) or say(kind, self.ui, label=number)
        return f"{language_name(place.lang, self.ui)}, {name}" if place.lang and place.lang != own.lang else name

    def _location(self, place: Place, said: str) -> dict[str, Any]:
        anchor = place.span.anchor
        logical = [{"fullyQualifiedName": told_place(anchor), "kind": "element"}] if anchor is not None else []
        return {
            "physicalLocation": self._physical(place.span),
            **({"logicalLocations": logical} if logical else {}),
            **({"message": _message(said)} if said else {}),
        }

    def _physical(self, span: Span) -> dict[str, Any]:
        if span.anchor is not None:
            return {"artifactLocation": self._artifact_location(span.source)}
        if span.source.is_lined:
            # What is read of such a document is not what stands in its files, so that there is nothing to quote.
            other = span.path != span.source.path
            file = _uri(self.named(span.path)) if other else self._artifact_location(span.source)
            return {"artifactLocation": file, "region": _region(span)}
        place = {"artifactLocation": self._artifact_location(span.source), "region": _region(span, SNIPPET)}
        context = _context(span)
        return {**place, "contextRegion": _region(context, SNIPPET + 2 * AROUND)} if context is not None else place

    def _artifact_location(self, source: Source) -> dict[str, Any]:
        index = self.sources.setdefault(source, len(self.sources))
        return {**_uri(self.named(source.path)), "index": index}

    def _artifact(self, source: Source) -> dict[str, Any]:
        encoding = _ENCODINGS.get(source.encoding, source.encoding.upper())
        return {
            "location": self._artifact_location(source),
            "roles": ["analysisTarget"],
            "encoding": encoding,
            **({"hashes": {"sha-256": source.sha256}} if source.sha256 else {}),
            **({"properties": {"lang": self.langs[source]}} if source in self.langs else {}),
        }

    def _fix(self, fix: Fix) -> dict[str, Any]:
        changes: dict[Source, list[dict[str, Any]]] = {}
        for edit in fix.edits:
            inserted = {"insertedContent": {"text": edit.replacement}} if edit.replacement else {}
            changes.setdefault(edit.span.source, []).append({"deletedRegion": _region(edit.span), **inserted})
        return {
            "description": {"text": say("safe-fix" if fix.safe else "unsafe-fix", self.ui)},
            "artifactChanges": [
                {"artifactLocation": self._artifact_location(source), "replacements": replacements}
                for source, replacements in changes.items()
            ],
            "properties": {"safe": fix.safe},
        }

    def _notifications(self) -> Iterator[dict[str, Any]]:
        """All that was not checked, and why."""
        for gap in unchecked(self.report, self.ui):
            made = self._notification(gap.kind, _MATTERS[gap.kind], gap.said, gap.code)
            place = {"locations": [{"physicalLocation": self._physical(gap.span)}]} if gap.span is not None else {}
            yield made | place

    def _notification(self, key: str, level: str, said: str, code: str) -> dict[str, Any]:
        rule: dict[str, Any] = {"associatedRule": {"id": code}} if code else {}
        if code in self.rules:
            rule["associatedRule"]["index"] = self.rules[code]
        return {
            "descriptor": {"id": key, "index": list(_NOTIFICATIONS).index(key)},
            "level": level,
            "message": _message(said),
            **rule,
        }


def _pascal(name: str) -> str:
    """A name as the standard's validators want it: ``missing-entry`` as ``MissingEntry``."""
    return "".join(part.capitalize() for part in name.split("-"))


def _region(span: Span, longest: int = 0) -> dict[str, Any]:
    """Where a span stands, the end exclusive; with its text, where that has at most ``longest`` characters."""
    # A sparse source has blanks where the file has text.
    exact = span.end - span.start <= longest and not (span.source.sparse and not span.text.strip())
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        **({"snippet": {"text": span.text}} if longest and exact else {}),
    }


def _context(span: Span) -> Span | None:
    """A passage with what stands around it in its line, for those who have not got the file; None where nothing does.

    What holds the user name and password of an address is kept back: it is not what the finding is about.
    """
    source = span.source
    if source.sparse or span.end - span.start > SNIPPET:
        return None
    earliest, latest = max(span.start - AROUND, 0), min(span.end + AROUND, len(source.text))
    start = max(source.text.rfind("\n", earliest, span.start) + 1, earliest)
    end = source.text.find("\n", span.end, latest)
    context = Span(source, start, end if end >= 0 else latest)
    if (context.start, context.end) == (span.start, span.end):
        return None
    # What is cut off may be what tells that it was a password.
    near = source.text[max(start - SNIPPET, 0) : context.end + SNIPPET]
    return None if has_credentials(near) else context


def _uri(path: str) -> dict[str, str]:
    """A path as a URI: relative to the root, unless it leads out of it."""
    # A byte of a file name that is no text comes as a surrogate; any other surrogate cannot be in a name.
    raw = path.encode("utf-8", "surrogateescape" if _is_name(path) else "replace")
    if isinstance(PurePath(path), PureWindowsPath) and raw.startswith(b"//"):
        return {"uri": f"file:{quote(raw, safe='/')}"}  # A share of another machine, whose name is the address's host.
    if PurePath(path).is_absolute():
        drive = "" if raw.startswith(b"/") else "/"
        return {"uri": f"file://{drive}{quote(raw, safe='/:')}"}
    uri = quote(raw, safe="/")
    return {"uri": uri} if path == "-" or path.split("/", 1)[0] == ".." else {"uri": uri, "uriBaseId": ROOT}


def _is_name(path: str) -> bool:
    return all(not "\ud800" <= char <= "\udfff" or "\udc80" <= char <= "\udcff" for char in path)


def _message(written: str, *, lines: bool = False) -> dict[str, str]:
    """A message's text, in which nothing reads as a placeholder or a link."""
    plain = "\n".join(map(visible, written.split("\n"))) if lines else cut(written, _LONGEST)
    return {"text": _braces(re.sub(r"\](?=\()", r"\\]", plain))}


def _braces(written: str) -> str:
    """Braces mean placeholders in a message, single ones at least (section 3.11.5 of the standard)."""
    return written.replace("{", "{{").replace("}", "}}")


def _properties(found: Finding) -> dict[str, Any]:
    """What SARIF has no place for."""
    properties: dict[str, Any] = {"confidence": found.confidence.value}
    if found.lang:
        properties["lang"] = found.lang
    if found.occurrences:
        properties["occurrences"] = list(found.occurrences)
    return properties
