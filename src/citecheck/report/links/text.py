"""The links of a report for a person, the worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from citecheck.model.finding import Place
from citecheck.model.links import Link, LinkReport, LinkStatus, redacted
from citecheck.model.report import Report
from citecheck.report.brief import cut, position
from citecheck.report.links import ORDER
from citecheck.report.links.places import codes_by_url, places_by_url
from citecheck.report.voice import counted, day, language_name, phrase, say

__all__ = ["status_counts", "text_links"]

LONGEST = 2000
"""How many characters of an address, or of what is said of it, a line shows."""


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


def text_links(report: Report, links: LinkReport, *, ui: str = "en", color: bool = False, verbose: bool = False) -> str:
    """The links that need a person, by verdict, and what was counted; ``verbose`` lists the good ones too."""
    codes, places = codes_by_url(report), places_by_url(links.documents)
    at = {link.url: number for number, link in enumerate(links.links)}
    ranked = sorted(links.links, key=lambda link: (ORDER.index(link.status), at[link.url]))
    lines = []
    for status, group in groupby(ranked, key=lambda link: link.status):
        listed = [link for link in group if verbose or _needs_a_person(link)]
        if not listed:
            continue
        lines.append(_colored(f"{say(f'status.{status.value}', ui)} ({links.counts[status]})", _STYLES[status], color))
        for link in listed:
            lines += _lines(link, codes.get(link.url, []), places.get(link.url, ()), ui, color)
        lines.append("")
    lines.append(_colored(status_counts(links, ui), "2", color))
    return "".join(f"{line}\n" for line in lines)


def _needs_a_person(link: Link) -> bool:
    """Whether there is more to say of a link than that it is as it should be."""
    return bool(link.status is not LinkStatus.OK or link.missing_fragment or link.untold)


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
    lines = [shown, f"    {_shown(say('between', ui).join(remarks))}"]
    copy = _copy(link, ui)
    if copy:
        lines.append(f"    {_shown(copy)}")
    lines += [f"    {_shown(_place(place, ui))}" for place in places]
    return lines


def _copy(link: Link, ui: str) -> str:
    """What is known of an archived copy; nothing where none was looked for."""
    if link.archived is not None:
        when = _day(link.archived.day, ui)
        return say("saved" if link.saved else "archived", ui, url=link.archived.url, day=when)
    if link.untold is not None:
        return phrase(link.untold, ui)
    if link.archive_answered is None:
        return ""
    if not link.archive_answered:
        return say("archive-silent", ui)
    return say("not-saved" if link.saved is not None else "not-archived", ui)


def _day(iso: str, ui: str) -> str:
    """A day as a sentence has it; what is none as it is."""
    try:
        return day(date.fromisoformat(iso), ui)
    except ValueError:
        return iso


def _shown(written: str) -> str:
    return cut(written, LONGEST)


def _place(place: Place, ui: str) -> str:
    """``English, note 12  report.md:40``."""
    where = [language_name(place.lang, ui)] if place.lang else []
    if place.note is not None:
        where.append(say("note", ui, label=place.note))
    elif place.entry is not None:
        where.append(say("entry", ui, label=place.entry))
    return f"{', '.join(where)}  {position(place.span)}"


def status_counts(links: LinkReport, ui: str) -> str:
    """``132 links · 120 ok · 2 dead``."""
    parts = [counted("links-all", len(links.links), ui)]
    parts += [
        f"{links.counts[status]} {say(f'status.{status.value}', ui)}" for status in LinkStatus if links.counts[status]
    ]
    return " · ".join(parts)


def _colored(written: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{written}\x1b[0m" if color else written
