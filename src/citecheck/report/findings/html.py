"""A report as one HTML page that works from disk: the findings in their passages, what they come to, what was not
checked.

The page holds all it needs and fetches nothing. Its script makes the list from values that stand in the page as JSON;
every text goes into the page as text, never as markup.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from citecheck import __version__
from citecheck.model.finding import Confidence, Edit, Finding, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.page import data, render
from citecheck.report.coverage import coverage_line, tally
from citecheck.report.findings.charts import Chart, charts
from citecheck.report.findings.passages import Block, Counterparts, Passages
from citecheck.report.findings.subjects import Sections, Sources
from citecheck.report.title import document_title
from citecheck.report.unchecked import not_checked, untried, waived
from citecheck.report.visible import visible
from citecheck.report.voice import language_name, name_of, say, titled
from citecheck.report.voice import render as worded

__all__ = ["html_report"]

Listed = tuple[frozenset[int], frozenset[int]]
"""The numbers of the sections and of the sources that findings are about."""

PAGE = Path(__file__).parent / "page"

WAIVERS = "WAI"
"""The family of the rules about waivers. They run when all waivers were applied, so that none can hide another."""

MANY = 4
"""How many places of one version are shown in their passages; the others are named."""

NAMED = 24
"""How many places are named at most."""

LONGEST = 1200
"""How many characters of a message, a hint or a correction are shown."""

SHORT = 160
"""How many characters are shown of what is only quoted in passing."""

SCRIPT_TEXTS = {
    **{key: key for key in ("open-all", "close-all")},
    **{key: f"page.{key}" for key in ("shown", "tick", "reason", "reason-like", "exported", "link", "no-counterpart")},
    "more": "also",
    **{key: f"page.{key}" for key in ("fix", "possible-fix")},
    **{severity.value: f"{severity.value}s" for severity in Severity},
    **{key: f"page.{key}" for key in ("no-source", "file-head", "file-others", "no-reason")},
}
"""The texts that the page's script needs, by what it calls them."""


def html_report(report: Report, *, ui: str = "en") -> str:
    """The whole page; the same report gives the same bytes."""
    view = _View(report, ui)
    findings = [view.finding(found) for found in report.findings]
    listed = (
        frozenset(one["section"] for one in findings),
        frozenset(one["source"] for one in findings if one["source"] is not None),
    )
    return render(
        PAGE,
        ui=ui,
        t=lambda key, **values: say(key, ui, **values),
        version=__version__,
        title=view.title(),
        paths=view.paths(),
        coverage=coverage_line(report, ui),
        tally=tally(report, ui),
        filters=list(_severities(report.findings)),
        languages=view.languages,
        states=_states(report.findings),
        **view.listed(listed),
        rules=_families(report, ui),
        charts=view.charts(listed),
        not_checked=list(view.not_checked()),
        findings=findings,
        data=data(view.script(findings)),
    )


def _severities(findings: Sequence[Finding]) -> Iterator[tuple[str, int, int]]:
    """Each severity, and all of them together: how many findings are to be dealt with, and how many are waived."""
    for severity in (None, *Severity):
        alike = [found.state is State.WAIVED for found in findings if severity in (None, found.severity)]
        yield severity.value if severity else "all", alike.count(False), alike.count(True)


def _states(findings: Sequence[Finding]) -> list[str]:
    """The states, other than new, that there are findings in."""
    known = {found.state for found in findings}
    return [state.value for state in (State.WAIVED, State.BASELINED) if state in known]


def _families(report: Report, ui: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The families of the rules that found something, each with its name and with these rules."""
    families: dict[str, list[tuple[str, str]]] = {}
    for code in sorted({found.code for found in report.findings}):
        families.setdefault(_family(code), []).append((code, report.rules[code].name))
    return [(family, name_of("family", family, ui), rules) for family, rules in families.items()]


class _View:
    """What the page shows of one report."""

    def __init__(self, report: Report, ui: str) -> None:
        self.report = report
        self.ui = ui
        self.sections = Sections(report, titled(say("before-headings", ui)))
        self.sources = Sources(report)
        self.passages: dict[str, Passages] = {}
        for version in report.versions:
            self.passages.setdefault(version.lang, Passages(version))
        self.counterparts = [Counterparts(alignment, self.passages) for alignment in report.alignments]
        self.order = list(self.passages)
        self.languages = [(version.lang, titled(language_name(version.lang, ui))) for version in report.versions]

    def title(self) -> str:
        """What the report is called."""
        return _short(document_title(self.report))

    def paths(self) -> list[str]:
        """The files that were read."""
        sources = (source for version in self.report.versions for source in version.document.sources)
        return [_short(path) for path in dict.fromkeys(source.path for source in sources)]

    def identity(self) -> str:
        """By what the browser knows ticks of this report from those of another: its files and first headings."""
        parts = [source.path for version in self.report.versions for source in version.document.sources]
        parts += [version.document.headings[0].title for version in self.report.versions if version.document.headings]
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def listed(self, listed: Listed) -> dict[str, list[tuple[int, str]]]:
        """The sections and the sources that findings are about, by their numbers: the first as they follow, the others
        by name."""
        sections, sources = listed
        names = self.sections.all()
        return {
            "sections": [(at, names[at].title) for at in sorted(sections)],
            "sources": sorted(
                ((at, self.sources.names[at]) for at in sources), key=lambda source: (source[1].casefold(), source)
            ),
        }

    def charts(self, listed: Listed) -> tuple[Chart, ...]:
        """The charts, with names in the language of the page."""
        return charts(
            self.report,
            self.sections,
            self.sources,
            families=lambda family: name_of("family", family, self.ui),
            severities=[say(f"{severity.value}s", self.ui) for severity in Severity],
            languages=[name for _, name in self.languages],
            verdicts=lambda status: titled(say(f"status.{status.value}", self.ui)),
            listed=listed,
        )

    def script(self, findings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """What the page's script makes the list of findings from."""
        return {
            "document": self.identity(),
            "texts": {name: say(key, self.ui) for name, key in SCRIPT_TEXTS.items()},
            "severities": {severity.value: say(f"severity.{severity.value}", self.ui) for severity in Severity},
            "rules": {code: self.report.rules[code].name for code in sorted({found["code"] for found in findings})},
            "sections": [[section.title, *section.others] for section in self.sections.all()],
            "sources": [visible(name) for name in self.sources.names],
            "findings": findings,
        }

    def finding(self, found: Finding) -> dict[str, Any]:
        """One finding, as the script shows it."""
        message, hint = worded(found, self.report.rules[found.code], self.ui)
        columns, named = self._columns(found)
        return {
            "fingerprint": found.fingerprint,
            "marks": _marks(found),
            "code": found.code,
            "severity": found.severity.value,
            "state": found.state.value,
            "remarks": self._remarks(found),
            "message": _long(message),
            "hint": _long(hint),
            "lang": found.lang or "",
            "label": self._label(found.place),
            "at": _position(found.place.span),
            "section": self.sections.of(found.place),
            "source": self.sources.of(found.place),
            "columns": columns,
            "also": named,
            "safe": found.fix is not None and found.fix.safe,
            "edits": [_edit(edit) for edit in found.fix.edits[:MANY]] if found.fix is not None else [],
        }

    def _remarks(self, found: Finding) -> list[str]:
        """What qualifies a finding: how sure it is, and what was known of it before."""
        remarks = [say(found.confidence.value, self.ui)] if found.confidence is not Confidence.CERTAIN else []
        if found.state is State.BASELINED:
            remarks.append(say("baselined", self.ui))
        if found.state is State.WAIVED:
            why = _long(found.waiver or "").strip()
            remarks.append(say("waived", self.ui, why=why) if why else say("waived-silently", self.ui))
        return remarks

    def _columns(self, found: Finding) -> tuple[list[dict[str, Any]], str]:
        """The passages of each version side by side, the finding's own first, and the names of places that are not
        shown."""
        places: dict[str, list[Place]] = {}
        for place in (found.place, *found.related, *found.counterparts):
            places.setdefault(place.lang or "", []).append(place)
        shown = self._opposite(found, places) | {
            lang: [self._item(place, self._around(place)) for place in same[:MANY]] for lang, same in places.items()
        }
        columns = [
            {"lang": lang, "name": titled(language_name(lang, self.ui)) if lang else "", "items": shown.get(lang, [])}
            for lang in self._beside(found.place.lang or "", shown)
        ]
        return columns, self._named([place for same in places.values() for place in same[MANY:]])

    def _opposite(self, found: Finding, places: Collection[str]) -> dict[str, list[dict[str, Any]]]:
        """What stands against a finding's place in the versions that it names no place of."""
        shown: dict[str, list[dict[str, Any]]] = {}
        for pair in self.counterparts:
            for place, blocks in pair.of(found.place)[:MANY]:
                if place.lang is not None and place.lang not in places:
                    shown.setdefault(place.lang, []).append(self._item(place, blocks))
        return shown

    def _beside(self, lang: str, shown: Iterable[str]) -> list[str]:
        """The languages of the columns, in the order of the versions, so that the eye finds each always on the same
        side.

        What belongs to no version, as a place in the bibliography, stands before them.
        """
        return [*(one for one in dict.fromkeys((lang, *shown)) if one not in self.order), *self.order]

    def _named(self, places: Sequence[Place]) -> str:
        """The names of places that are not shown."""
        names = [self._label(place) or _position(place.span) for place in places[:NAMED]]
        if len(places) > NAMED:
            names.append(say("more", self.ui, count=len(places) - NAMED))
        return ", ".join(dict.fromkeys(names))

    def _around(self, place: Place) -> tuple[Block, ...]:
        known = self.passages.get(place.lang or "") or next(iter(self.passages.values()), None)
        return known.around(place) if known is not None else ()

    def _item(self, place: Place, blocks: Iterable[Block]) -> dict[str, Any]:
        return {
            "label": self._label(place),
            "at": _position(place.span),
            "blocks": [
                [
                    one.kind,
                    _short(one.number),
                    [[piece.text, int(piece.look)] for piece in one.pieces],
                    int(one.whole),
                ]
                for one in blocks
            ],
        }

    def _label(self, place: Place) -> str:
        """The note or entry that a place is in, as the reader sees it printed."""
        if place.note is not None:
            name = place.note if place.note_label is None else f"{place.note} [^{place.note_label}]"
            return say("note", self.ui, label=_short(name))
        if place.entry_id is not None and place.entry is not None:
            return say("entry", self.ui, label=_short(place.entry))
        return ""

    def not_checked(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """All that was not checked, and why: a heading with its lines, each with the finding that it leads to, if
        any."""
        report, ui = self.report, self.ui
        for key, lines in not_checked(report, ui, verbose=True):
            if lines:
                yield say(key, ui), [(line, "") for line in lines]
        if links := untried(report, ui):
            yield say("page.untried", ui), [(links, "")]
        if aside := waived(report, ui):
            yield say("page.waived", ui), aside


def _marks(found: Finding) -> list[str]:
    """The fingerprints that a waiver must list to cover a finding; none where no waiver can."""
    if _family(found.code) == WAIVERS:
        return []
    return list(found.occurrences or (found.fingerprint,))


def _edit(edit: Edit) -> list[str]:
    """What an edit takes out and what it puts there."""
    return [_long(edit.span.text), _long(edit.replacement)]


def _position(span: Span) -> str:
    kept = span.kept
    if kept is not None:
        return f"{_short(kept.path)}:{kept.at}"
    return f"{_short(span.source.path)}:{span.line}:{span.column}"


def _family(code: str) -> str:
    return code.rstrip("0123456789")


def _short(written: str) -> str:
    return _clipped(written, SHORT)


def _long(written: str) -> str:
    return _clipped(written, LONGEST)


def _clipped(written: str, longest: int) -> str:
    """A text that is safe to show, without its middle where it is too long."""
    if len(written) <= longest:
        return visible(written)
    return visible(f"{written[: longest * 2 // 3].rstrip()} … {written[-longest // 3 :].lstrip()}")
