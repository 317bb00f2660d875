"""The links of a report for a person and for programs: the schema ``citecheck/links/1``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from citecheck.model.document import Document, Entry, Note
from citecheck.model.finding import Place
from citecheck.model.links import Link, LinkReport, LinkStatus, redacted
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.brief import cut
from citecheck.report.json import json_text
from citecheck.report.voice import counted, language_name, phrase, say

__all__ = ["ORDER", "SCHEMA", "json_links", "status_counts", "text_links"]

SCHEMA = "citecheck/links/1"

ORDER = (
    *(LinkStatus.DEAD, LinkStatus.SOFT_404, LinkStatus.HOME, LinkStatus.INSECURE, LinkStatus.UNREACHABLE),
    *(LinkStatus.MOVED, LinkStatus.UNVERIFIABLE, LinkStatus.SKIPPED, LinkStatus.OK),
)
"""The verdicts, the worst first."""
LONGEST = 2000
"""How many characters of an address, or of what is said of it, a line shows."""

_HERE = "links stand here"
_STYLES: Mapping[LinkStatus, str] = {
    LinkStatus.OK: "32",
    LinkStatus.MOVED: "33",
    LinkStatus.DEAD: "1;31",
    LinkStatus.SOFT_404: "1;31",
    LinkStatus.HOME: "1;31",
    LinkStatus.UNVERIFIABLE: "36",
    LinkStatus.INSECURE: "33",
    LinkStatus.UNREACHABLE: "33",
    LinkStatus.SKIPPED: "2",
}
"""Colours of a terminal."""


def json_links(report: Report, links: LinkReport) -> str:
    """The links as one JSON object. Every key is always there; what is empty is null or []."""
    codes, places = _codes(report), _places(links.documents)
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
                "path": place.span.source.path,
                "line": place.span.line,
            }
            for place in places
        ],
    }


def text_links(report: Report, links: LinkReport, *, ui: str = "en", color: bool = False, verbose: bool = False) -> str:
    """The links that need a person, by verdict, and what was counted; ``verbose`` lists the good ones too."""
    codes, places = _codes(report), _places(links.documents)
    at = {link.url: number for number, link in enumerate(links.links)}
    ranked = sorted(links.links, key=lambda link: (ORDER.index(link.status), at[link.url]))
    lines = []
    for status, group in groupby(ranked, key=lambda link: link.status):
        listed = [
            link for link in group if verbose or status is not LinkStatus.OK or link.missing_fragment or link.untold
        ]
        if not listed:
            continue
        lines.append(_colored(f"{say(f'status.{status.value}', ui)} ({links.counts[status]})", _STYLES[status], color))
        for link in listed:
            lines += _lines(link, codes.get(link.url, []), places.get(link.url, ()), ui, color)
        lines.append("")
    lines.append(_colored(status_counts(links, ui), "2", color))
    return "".join(f"{line}\n" for line in lines)


def _lines(link: Link, codes: Sequence[str], places: Sequence[Place], ui: str, color: bool) -> list[str]:
    shown = f"  {_shown(redacted(link.url))}"
    if codes:
        shown += f"  {_colored(', '.join(codes), '1', color)}"
    said = phrase(link.reason, ui)
    remarks = [said]
    if link.missing_fragment is not None:
        remarks.append(say("no-fragment", ui, fragment=link.missing_fragment))
    if link.browser_headers:
        remarks.append(say("browser-needed", ui))
    if link.cached:
        remarks.append(say("from-cache", ui))
    lines = [shown, f"    {_shown('; '.join(remarks))}"]
    if link.archived is not None:
        key = "saved" if link.saved else "archived"
        lines.append(f"    {_shown(say(key, ui, url=link.archived.url, day=link.archived.day))}")
    elif link.untold is not None:
        lines.append(f"    {_shown(phrase(link.untold, ui))}")
    elif link.archive_answered is False:
        lines.append(f"    {say('archive-silent', ui)}")
    elif link.archive_answered:
        lines.append(f"    {say('not-saved' if link.saved is not None else 'not-archived', ui)}")
    lines += [f"    {_shown(_place(place, ui))}" for place in places]
    return lines


def _shown(written: str) -> str:
    return cut(written, LONGEST)


def _place(place: Place, ui: str) -> str:
    """``English, note 12  report.md:40``."""
    where = [language_name(place.lang, ui)] if place.lang else []
    if place.note is not None:
        where.append(say("note", ui, label=place.note))
    elif place.entry is not None:
        where.append(say("entry", ui, label=place.entry))
    return f"{', '.join(where)}  {place.span.source.path}:{place.span.line}:{place.span.column}"


def status_counts(links: LinkReport, ui: str) -> str:
    """``132 links · 120 ok · 2 dead``."""
    parts = [counted("links-all", len(links.links), ui)]
    parts += [
        f"{links.counts[status]} {say(f'status.{status.value}', ui)}" for status in LinkStatus if links.counts[status]
    ]
    return " · ".join(parts)


def _colored(written: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{written}\x1b[0m" if color else written


def _codes(report: Report) -> dict[str, list[str]]:
    """The codes of the findings about each URL."""
    found: dict[str, list[str]] = {}
    for one in report.findings:
        codes = found.setdefault(one.subject, [])
        if one.code not in codes:
            codes.append(one.code)
    return found


def _places(documents: Sequence[Document]) -> dict[str, list[Place]]:
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
