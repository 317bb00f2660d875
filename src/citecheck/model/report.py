"""Report: what an audit found and what it covered; every output format is made from it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.collation import Collation
from citecheck.model.document import Unreadable
from citecheck.model.evidence import Crash, Skipped
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import LinkReport
from citecheck.model.rule import Rule
from citecheck.model.sources import SourceReport


class Report(Struct, frozen=True):
    """An audit's result: the findings in reading order, and all that was not checked.

    ``collation`` are two copies of one text, where these were compared. ``rules`` holds the rules by code (their messages are what the findings are worded with) and ``docs`` their
    explanations, in Markdown; ``versions`` what was read and ``alignments`` the first of them against each other one;
    ``fixed`` the known findings that are gone; ``since`` the earlier state that it was compared with, where it was;
    ``explained`` the findings that others stand for; ``links`` are the verdicts on the URLs, None where nobody asked
    for them; ``configuration`` is the file that the settings come from, as its path is written.
    """

    findings: tuple[Finding, ...]
    versions: tuple[Citations, ...]
    rules: Mapping[str, Rule]
    alignments: tuple[Alignment, ...] = ()
    run: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    abstained: tuple[Abstention, ...] = ()
    crashes: tuple[Crash, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    fixed: tuple[Finding, ...] = ()
    explained: tuple[Finding, ...] = ()
    since: str | None = None
    links: LinkReport | None = None
    sources: SourceReport | None = None
    collation: Collation | None = None
    configuration: str | None = None
    tool_data: Mapping[str, str] = field(default_factory=dict)
    docs: Mapping[str, str] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """The number of findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, level: Severity | None) -> bool:
        """Whether a new finding is at or above ``level``; never, where that is None."""
        return level is not None and any(
            found.severity.rank <= level.rank for found in self.findings if found.state == "new"
        )
