"""What the charts show, and what their rows choose."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.report import Report
from citecheck.report.findings.charts import Chart, charts
from citecheck.report.findings.subjects import Sections, Sources
from tests.report.audited import audited
from tests.report.samples import report


def made(of: Report) -> dict[str, Chart]:
    sections, sources = Sections(of, "before"), Sources(of)
    listed = (
        frozenset(sections.of(one.place) for one in of.findings),
        frozenset(at for one in of.findings if (at := sources.of(one.place)) is not None),
    )
    found = charts(
        of,
        sections,
        sources,
        families=str.lower,
        severities=("errors", "warnings", "infos"),
        languages=tuple(version.lang for version in of.versions),
        verdicts=lambda status: status.value,
        listed=listed,
    )
    return {chart.key: chart for chart in found}


def rows(chart: Chart) -> list[tuple[str, tuple[int, ...]]]:
    return [(bar.label, bar.counts) for bar in chart.bars]


def test_findings_by_family_the_largest_first() -> None:
    chart = made(audited())["families"]
    assert rows(chart) == [("cit", (4, 0, 0)), ("bil", (0, 2, 0)), ("pag", (0, 2, 0))]
    assert chart.longest == 4
    assert chart.said(chart.bars[0]) == "errors 4, warnings 0, infos 0"


def test_notes_by_section_for_both_versions() -> None:
    chart = made(audited())["notes"]
    assert rows(chart) == [("1 L'état des stocks", (4, 4)), ("2 Les ports", (3, 3))]
    assert all(bar.filter == "section" for bar in chart.bars)


def test_sources_by_how_often_they_are_cited_in_either_version() -> None:
    chart = made(audited())["sources"]
    assert rows(chart)[:3] == [("Le Goff & Tanguy, 2018", (2, 2)), ("Morvan, 2020", (2, 2)), ("Kerbrat, 2021", (1, 2))]


def test_a_source_without_findings_cannot_be_chosen() -> None:
    chosen = {bar.label: bar.filter for bar in made(audited())["sources"].bars}
    assert (chosen["Morvan, 2020"], chosen["Kerbrat, 2021"]) == ("source", "")


def test_links_are_there_only_where_they_were_tried_and_the_worst_come_first() -> None:
    assert "links" not in made(report())
    urls = [f"https://quai.example/{name}" for name in "abcd"]
    statuses = (LinkStatus.OK, LinkStatus.DEAD, LinkStatus.OK, LinkStatus.MOVED)
    tried = tuple(
        Link(url, status, Phrase.of("answered", status="200 OK")) for url, status in zip(urls, statuses, strict=True)
    )
    dead = replace(report().findings[0], code="LNK001", subject=urls[1])
    # That a page lacks a part says nothing about the others that live.
    part = replace(report().findings[0], code="LNK007", subject=urls[0])
    chart = made(replace(report(), findings=(dead, part), links=LinkReport((), tried)))["links"]
    assert [(bar.label, bar.total, bar.filter, bar.value) for bar in chart.bars] == [
        ("dead", 1, "rule", "LNK001"),
        ("moved", 1, "", ""),
        ("ok", 2, "", ""),
    ]
    shown = [[kind for kind, count in zip(chart.kinds, bar.counts, strict=True) if count] for bar in chart.bars]
    assert shown == [["error"], ["warning"], ["good"]]
    assert chart.said(chart.bars[2]) == "2"


def test_a_report_without_findings_has_no_chart_of_them() -> None:
    assert "families" not in made(report(clean=True))
