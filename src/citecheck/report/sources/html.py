"""The sources as one HTML page that works from disk: what is printed beside what was found, by status.

Nothing in the page is fetched from anywhere, and every text is escaped by the template.
"""

from __future__ import annotations

from pathlib import Path

from citecheck.model.sources import SourceReport
from citecheck.page import render
from citecheck.report.sources.rows import rows
from citecheck.report.sources.text import ORDER, source_counts
from citecheck.report.voice import say

__all__ = ["html_sources"]

PAGE = Path(__file__).parent / "page"


def html_sources(report: SourceReport, *, ui: str = "en") -> str:
    """The whole page."""
    filters = [(status.value, say(f"source.{status.value}", ui), report.counts[status]) for status in ORDER]
    return render(
        PAGE,
        rows=rows(report, ui),
        filters=[one for one in filters if one[2]],
        counts=source_counts(report, ui),
        ui=ui,
        t=lambda key: say(key, ui),
    )
