"""The sources of a report for a person, those first that need one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from citecheck.likeness.called import work_name
from citecheck.model.citations import Work
from citecheck.model.finding import Place
from citecheck.model.records import Outcome, Record, registry_name
from citecheck.model.sources import Source, SourceReport, SourceStatus
from citecheck.report.brief import cut, position
from citecheck.report.voice import counted, day, joined, language_name, say

__all__ = ["ORDER", "asked_of", "described", "differs_of", "source_counts", "text_sources"]

LONGEST = 300
ORDER = (
    SourceStatus.RETRACTED,
    SourceStatus.OTHER_WORK,
    SourceStatus.UNREGISTERED,
    SourceStatus.CONCERN,
    SourceStatus.DIFFERS,
    SourceStatus.CORRECTED,
    SourceStatus.PUBLISHED_SINCE,
    SourceStatus.NOT_FOUND,
    SourceStatus.NOT_ANSWERED,
    SourceStatus.SKIPPED,
    SourceStatus.CONFIRMED,
    SourceStatus.PAGE_CONFIRMS,
    SourceStatus.NOT_EXPECTED,
)
QUIET = frozenset((SourceStatus.CONFIRMED, SourceStatus.PAGE_CONFIRMS, SourceStatus.NOT_EXPECTED))
"""What a person need not look at."""
_STYLES = {
    SourceStatus.RETRACTED: "1;31",
    SourceStatus.OTHER_WORK: "1;31",
    SourceStatus.UNREGISTERED: "1;31",
    SourceStatus.CONCERN: "33",
    SourceStatus.DIFFERS: "33",
    SourceStatus.CONFIRMED: "32",
}
SHOWN = 3


def text_sources(report: SourceReport, *, ui: str = "en", color: bool = False, verbose: bool = False) -> str:
    """The sources by status, with what was found where; ``verbose`` lists those too that are as they should be."""
    lines: list[str] = []
    for status in ORDER:
        listed = [one for one in report.sources if one.status is status and (verbose or status not in QUIET)]
        if not listed:
            continue
        lines.append(
            _colored(f"{say(f'source.{status.value}', ui)} ({report.counts[status]})", _STYLES.get(status, "2"), color)
        )
        for one in listed:
            lines += _lines(one, ui)
        lines.append("")
    lines.append(_colored(source_counts(report, ui), "2", color))
    return "".join(f"{line}\n" for line in lines)


def _lines(one: Source, ui: str) -> Iterator[str]:
    first = one.subject.printed[0]
    yield f"  {cut(work_name(Work(one.subject.key, first.reference, first.entry)), LONGEST)}"
    yield from (f"    {said}" for said in _told(one, ui) if said)
    for printed in one.subject.printed:
        place = Place.of(Work("", printed.reference, printed.entry), printed.lang)
        label = say("entry", ui, label=printed.entry.number or printed.entry.entry_id)
        yield f"    {language_name(printed.lang, ui)}, {label}  {position(place.span)}"


def _told(one: Source, ui: str) -> Iterator[str]:
    """What the registries have, what differs, and who was asked."""
    if one.record is not None:
        name = registry_name(one.record.registry)
        yield say("source-record", ui, registry=name, record=described(one.record))
        yield f"https://doi.org/{one.record.doi}" if one.record.doi else ""
    yield from differs_of(one, ui)
    yield from asked_of(one, ui)


def differs_of(one: Source, ui: str) -> Iterator[str]:
    """Each difference as a sentence."""
    for difference in one.differences:
        yield say(
            "source-differs",
            ui,
            field=say(f"source-field.{difference.field}", ui),
            printed=cut(difference.printed, LONGEST),
            found=joined([cut(value, LONGEST) for value in difference.found], ui),
        )


def asked_of(one: Source, ui: str) -> Iterator[str]:
    """Who was asked and did not have it, who did not answer, and who was not asked."""
    for outcome in (Outcome.NOT_THERE, Outcome.NO_ANSWER, Outcome.NOT_ASKED):
        asked = [one for one in one.asked if one.outcome is outcome]
        if asked:
            names = joined(list(dict.fromkeys(registry_name(request.registry) for request in asked)), ui)
            days = sorted({request.day for request in asked if request.day})
            yield say(f"source-asked.{outcome.value}", ui, registries=names, day=_day(days[0], ui) if days else "")


def described(record: Record) -> str:
    """A record on one line, as a reference would have it."""
    authors = ", ".join(person.family for person in record.authors[:SHOWN])
    authors += " et al." if record.authors_total > SHOWN else ""
    years = "/".join(map(str, record.years))
    titles = [f"{title.rstrip('.')}." for title in record.titles[:1]]
    placed = ", ".join(filter(None, (record.volume, record.pages)))
    cells = (authors, f"({years})" if years else "", *titles, *(f"{name}." for name in record.containers[:1]), placed)
    return cut(" ".join(filter(None, cells)), LONGEST)


def _day(iso: str, ui: str) -> str:
    try:
        return day(date.fromisoformat(iso), ui)
    except ValueError:
        return iso


def source_counts(report: SourceReport, ui: str) -> str:
    """``42 works · 4 confirmed · 36 in no registry``."""
    parts = [counted("sources-all", len(report.sources), ui)]
    parts += [
        f"{report.counts[status]} {say(f'source.{status.value}', ui)}" for status in ORDER if report.counts[status]
    ]
    if report.retractions is not None:
        known = report.retractions
        parts.append(say("source-retractions", ui, file=known.file, day=_day(known.day, ui), rows=known.rows))
    return " · ".join(parts)


def _colored(written: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{written}\x1b[0m" if color else written
