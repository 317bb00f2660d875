"""A report as GitHub's workflow commands, which annotate the changed lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.finding import Finding, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.brief import Named, brief, cut, label_with_words, lines_of, position, posix, remarks
from citecheck.report.coverage import coverage_line
from citecheck.report.unchecked import unchecked
from citecheck.report.visible import inert, visible
from citecheck.report.voice import say

__all__ = ["github_report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST = 2000


def github_report(report: Report, *, ui: str = "en", named: Named = posix) -> str:
    """One command for each finding: GitHub shows the first ten of each sort, so rules that failed and errors go first.

    Findings that are waived or known are lines of the log, because an annotation would ask for them to be mended.
    """
    return "".join(f"{line}\n" for line in _lines(report, ui, named))


def _lines(report: Report, ui: str, named: Named) -> Iterator[str]:
    gaps = list(unchecked(report, ui))
    for gap in gaps:
        if gap.kind == "rule-failed":
            yield _command("error", gap.said, title=gap.code)
    aside = [found for found in report.findings if found.state is not State.NEW]
    for level in Severity:
        for found in report.findings:
            if found.severity is level and found.state is State.NEW:
                yield _annotation(found, report, ui, named)
    for gap in gaps:
        if gap.span is not None:
            yield _command("notice", gap.said, **_place(gap.span, named), title="citecheck")
    for found in aside:
        yield _logged(found, report, ui, named)
    yield _harmless(coverage_line(report, ui))


def _annotation(found: Finding, report: Report, ui: str, named: Named) -> str:
    message, hint = brief(found, report, ui)
    where = label_with_words(found, report, ui)
    qualified = remarks(found, ui)
    said = f"{where}: {message}" if where else message
    if qualified:
        said += f" ({', '.join(qualified)})"
    title = f"{found.code} {report.rules[found.code].name}"
    return _command(
        _COMMANDS[found.severity], *filter(None, (said, hint)), **_place(found.place.span, named), title=title
    )


def _logged(found: Finding, report: Report, ui: str, named: Named) -> str:
    """A finding as a line that is no command."""
    message = brief(found, report, ui)[0]
    level = say(f"severity.{found.severity.value}", ui)
    return _harmless(
        f"{position(found.place.span, named)}: {level} {found.code} {message} ({', '.join(remarks(found, ui))})"
    )


def _place(span: Span, named: Named) -> dict[str, str]:
    """The properties that say where; GitHub refuses columns where the lines differ."""
    path, line, end_line = lines_of(span)
    if span.anchor is not None:
        return {"file": named(path)}
    place = {"file": named(path), "line": str(line), "endLine": str(end_line)}
    if span.kept is None and line == span.end_line:
        place |= {"col": str(span.column), "endColumn": str(span.end_column)}
    return place


def _command(name: str, *data: str, **properties: str) -> str:
    """One workflow command; several lines of data stay one line of output."""
    told = ",".join(f"{key}={_escaped_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{'%0A'.join(map(_escaped, data))}"


def _escaped(written: str) -> str:
    """What follows the second ``::``."""
    return inert(cut(written, _LONGEST)).replace("%", "%25")


def _escaped_property(written: str) -> str:
    """What stands between a property's sign of equality and the next comma."""
    return inert(visible(written)).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _harmless(written: str) -> str:
    """A line of the log that no runner takes for a command."""
    return inert(cut(written, _LONGEST).lstrip())
