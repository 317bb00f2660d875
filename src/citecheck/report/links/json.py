"""The links of a report for programs: the schema ``citecheck/links/1``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from citecheck.model.finding import Place
from citecheck.model.links import Link, LinkReport, LinkStatus, redacted
from citecheck.model.report import Report
from citecheck.report.json import json_text
from citecheck.report.links.places import codes_by_url, places_by_url
from citecheck.report.places import place_data
from citecheck.report.voice import phrase

__all__ = ["SCHEMA", "json_links"]

SCHEMA = "citecheck/links/1"

_HERE = "links stand here"


def json_links(report: Report, links: LinkReport) -> str:
    """The links as one JSON object. Every key is always there; what is empty is null or []."""
    codes, places = codes_by_url(report), places_by_url(links.documents)
    whole = json_text(
        {
            "schema": SCHEMA,
            "links": [_HERE] if links.links else [],
            "summary": {status.value: links.counts[status] for status in LinkStatus},
            "interrupted": links.interrupted,
        }
    )
    # One at a time: all of them as JSON's own types would take more memory than the run that they tell of.
    written = (
        json_text(_link(link, codes.get(link.url, []), places.get(link.url, ()))).rstrip("\n").replace("\n", "\n    ")
        for link in links.links
    )
    before, _, after = whole.partition(f'"{_HERE}"')
    return "".join((before, ",\n    ".join(written), after))


def _link(link: Link, codes: Sequence[str], places: Sequence[Place]) -> dict[str, Any]:
    return {
        "url": redacted(link.url),
        "status": link.status.value,
        "codes": list(codes),
        "http_status": link.http_status,
        "final_url": link.final_url,
        "redirects": [
            {"url": redacted(hop.url), "status": hop.status, "target": redacted(hop.target)} for hop in link.redirects
        ],
        "attempts": len(link.tries),
        "elapsed_ms": link.elapsed_ms,
        "reason": phrase(link.reason, "en"),
        "archived_url": link.archived.url if link.archived else None,
        "archived_on": link.archived.day if link.archived else None,
        "saved": link.saved,
        "archive_answered": link.archive_answered,
        "archive_not_told": phrase(link.untold, "en") if link.untold is not None else None,
        "cached": link.cached,
        "new_url": link.new_url,
        "missing_fragment": link.missing_fragment,
        "browser_headers": link.browser_headers,
        "tries": [
            {"url": one.url, "outcome": one.outcome, "elapsed_ms": one.elapsed_ms, "browser_headers": one.browser}
            for one in link.tries
        ],
        "locations": [
            {
                "lang": place.lang,
                "note": place.note,
                "entry": place.entry,
                "path": place.span.path,
                "line": place.span.line if place.span.anchor is None else None,
                **({"place": place_data(place.span, place.span.anchor)} if place.span.anchor is not None else {}),
            }
            for place in places
        ],
    }
