"""Where the URLs of a report stand, and what was found about them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from citecheck.model.document import Document, Entry, Note
from citecheck.model.finding import Place
from citecheck.model.report import Report
from citecheck.model.source import Span

__all__ = ["codes_by_url", "places_by_url"]


def codes_by_url(report: Report) -> dict[str, list[str]]:
    """The codes of the findings about each URL."""
    found: dict[str, list[str]] = {}
    for one in report.findings:
        codes = found.setdefault(one.subject, [])
        if one.code not in codes:
            codes.append(one.code)
    return found


def places_by_url(documents: Sequence[Document]) -> dict[str, list[Place]]:
    """Where each URL is printed, in reading order."""
    found: dict[str, list[Place]] = {}
    for document in documents:
        both: list[Note | Entry] = [*document.notes, *document.entries]
        holders = sorted(both, key=lambda one: (id(one.span.source), one.span.start))
        starts = [(id(one.span.source), one.span.start) for one in holders]
        for url in document.urls:
            holder = _holder(holders, starts, url.span)
            place = Place.of(holder, document.lang, url.span) if holder is not None else Place(url.span, document.lang)
            found.setdefault(url.target, []).append(place)
    return found


def _holder(holders: Sequence[Note | Entry], starts: Sequence[tuple[int, int]], span: Span) -> Note | Entry | None:
    """The note or entry that holds a span."""
    at = bisect_right(starts, (id(span.source), span.start))
    return holders[at - 1] if at and holders[at - 1].span.holds(span) else None
