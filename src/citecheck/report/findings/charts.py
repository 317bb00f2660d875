"""The charts of a report, as values: bars in rows, each of one or several stretches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from citecheck.model.finding import Finding, Severity
from citecheck.model.links import LinkReport, LinkStatus
from citecheck.model.report import Report
from citecheck.report.findings.subjects import Sections, Sources
from citecheck.report.links import ORDER

__all__ = ["Bar", "Chart", "charts"]

MOST = 12
"""How many sources are in the chart of those most cited."""

_LOOKS = {
    LinkStatus.DEAD: "error",
    LinkStatus.SOFT_404: "error",
    LinkStatus.HOME: "error",
    LinkStatus.INSECURE: "warning",
    LinkStatus.UNREACHABLE: "warning",
    LinkStatus.MOVED: "warning",
    LinkStatus.UNVERIFIABLE: "info",
    LinkStatus.SKIPPED: "none",
    LinkStatus.OK: "good",
}
"""The kind of stretch that shows each verdict."""


class Bar(Struct, frozen=True):
    """A row: ``counts`` are its stretches in the order of the chart's legend. ``filter`` and ``value`` say what the
    list of findings shows when the row is chosen; a row with no findings has none."""

    label: str
    counts: tuple[int, ...]
    filter: str = ""
    value: str = ""

    @property
    def total(self) -> int:
        """All stretches together."""
        return sum(self.counts)


class Chart(Struct, frozen=True):
    """A chart. ``kinds`` name its stretches (``error``, ``first``, …) and ``legend`` what they are called; with
    ``beside`` they stand one below the other, so that versions can be compared."""

    key: str
    bars: tuple[Bar, ...]
    kinds: tuple[str, ...]
    legend: tuple[str, ...]
    beside: bool = False

    def said(self, bar: Bar) -> str:
        """The counts of a bar in words, each with what it counts."""
        if len(self.legend) < 2:
            return str(bar.total)
        return ", ".join(f"{name} {count}" for name, count in zip(self.legend, bar.counts, strict=True))

    @property
    def longest(self) -> int:
        """The length of the longest bar, at least 1."""
        sizes = (max(bar.counts, default=0) if self.beside else bar.total for bar in self.bars)
        return max(1, *sizes) if self.bars else 1


def charts(
    report: Report,
    sections: Sections,
    sources: Sources,
    *,
    families: Callable[[str], str],
    severities: Sequence[str],
    languages: Sequence[str],
    verdicts: Callable[[LinkStatus], str],
    listed: tuple[frozenset[int], frozenset[int]],
) -> tuple[Chart, ...]:
    """The charts that have something to show. ``listed`` are the sections and the sources that have findings."""
    versions = tuple(f"version-{number}" for number in range(len(report.versions)))
    names = sections.all()
    notes = tuple(
        Bar(names[at].title, tuple(counts), *(("section", str(at)) if at in listed[0] else ()))
        for at, counts in sections.notes(report.versions).items()
    )
    cited = tuple(
        Bar(
            sources.names[at],
            tuple(sources.cited[at, number] for number in range(len(versions))),
            *(("source", str(at)) if at in listed[1] else ()),
        )
        for at, _ in sources.most_cited(MOST)
    )
    made = (
        Chart("families", _families(report, families), tuple(Severity), tuple(severities)),
        Chart("notes", notes, versions, tuple(languages), beside=len(versions) > 1),
        Chart("links", _links(report, verdicts), tuple(dict.fromkeys(_LOOKS.values())), ()),
        Chart("sources", cited, versions, tuple(languages)),
    )
    return tuple(chart for chart in made if chart.bars)


def _families(report: Report, named: Callable[[str], str]) -> tuple[Bar, ...]:
    """The findings of each family of rules, by severity."""
    counts: dict[str, Counter[Severity]] = {}
    for found in report.findings:
        counts.setdefault(_family(found.code), Counter())[found.severity] += 1
    bars = [
        Bar(named(family), tuple(own[severity] for severity in Severity), "rule", family)
        for family, own in sorted(counts.items())
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.total))


def _links(report: Report, named: Callable[[LinkStatus], str]) -> tuple[Bar, ...]:
    """The verdicts on the links, the worst first; nothing where no link was tried.

    A verdict leads to the findings about its links where one rule tells of them.
    """
    if report.links is None:
        return ()
    codes = _telling(report.findings, report.links)
    looks = tuple(dict.fromkeys(_LOOKS.values()))
    bars = []
    for status in ORDER:
        count = report.links.counts[status]
        counts = tuple(count if _LOOKS[status] == look else 0 for look in looks)
        own = sorted(codes.get(status, ()))
        if count:
            bars.append(Bar(named(status), counts, *(("rule", own[0]) if len(own) == 1 else ())))
    return tuple(bars)


def _telling(findings: Iterable[Finding], links: LinkReport) -> dict[LinkStatus, set[str]]:
    """The rules that tell of links, by the verdicts on these."""
    codes: dict[LinkStatus, set[str]] = {}
    for found in findings:
        link = links.by_url.get(found.subject) if _family(found.code) == "LNK" else None
        if link is not None and link.status is not LinkStatus.OK:
            codes.setdefault(link.status, set()).add(found.code)
    return codes


def _family(code: str) -> str:
    return code.rstrip("0123456789")
