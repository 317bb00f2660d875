"""The problems of a report as the cards of its page: what each says, where, and its passages side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Any

from citecheck.model.finding import Confidence, Edit, Finding, Place, State
from citecheck.model.order import gathered
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.findings.passages import Block, Counterparts, Passages
from citecheck.report.findings.subjects import Sections, Sources
from citecheck.report.places import told_place
from citecheck.report.problems import Case, Problem
from citecheck.report.rulepage import sentence
from citecheck.report.visible import visible
from citecheck.report.voice import in_version, language_name, render, rule_finds, say, titled

__all__ = ["THROUGHOUT", "Cards", "clipped"]

THROUGHOUT = -1
"""The section of what is no matter of one section."""

WAIVERS = "WAI"
"""The family of the rules about waivers. They run when all waivers were applied, so that none can hide another."""

NUMBERING = "NUM"
"""The family of the rules about numbers, which are a matter of whole notes."""

MANY = 4
"""How many places of one version are shown in their passages; the others are named."""

NAMED = 24
"""How many places are named at most."""

FEW = 8
"""How many places of one version a closed card names."""

LONGEST = 1200
"""How many characters of a message, a hint or a correction are shown."""

SHORT = 160
"""How many characters are shown of what is only quoted in passing."""

_PLURALS = {"note": "notes", "entry": "entries", "line": "lines", "paragraph": "paragraphs"}


class Cards:
    """What the page shows of the problems of one report."""

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
        self.scattered = {version.lang for version in report.versions if len(version.document.sources) > 1}

    def card(self, problem: Problem) -> dict[str, Any]:
        """One problem, as the page's script shows it."""
        lead, findings = problem.lead, problem.findings
        message, hint = self._worded(problem)
        places = _places(problem)
        sections = sorted({self.sections.of(found.place) for found in findings})
        sources = {at for found in findings if (at := self._source(found)) is not None}
        return {
            "fingerprint": lead.fingerprint,
            "fingerprints": [found.fingerprint for found in findings],
            "marks": _marks(findings),
            "code": problem.code,
            "severity": problem.severity.value,
            "state": problem.state.value,
            "remarks": self._remarks(lead),
            "message": message,
            "others": [] if problem.repeated else self._others(problem.cases[0]),
            "hint": hint,
            "times": len(problem.cases),
            "places": sum(len(same) for same in places.values()),
            "where": list(self._where(places)),
            "langs": sorted({found.lang or "" for found in findings}),
            "section": THROUGHOUT if problem.repeated and len(sections) > 1 else self.sections.of(lead.place),
            "sections": sections,
            "source": self._source(lead) if len(sources) == 1 or not problem.repeated else None,
            "sources": sorted(sources),
            "cases": [self._case(case, message) for case in problem.cases],
        }

    def _source(self, found: Finding) -> int | None:
        """The source that a finding is about; of a note that is wrongly numbered or called, the one that it cites."""
        at = self.sources.of(found.place)
        same = all(place.note_id == found.place.note_id for place in found.related)
        return self.sources.of_note(found.place) if at is None and same and found.code.startswith(NUMBERING) else at

    def _worded(self, problem: Problem) -> tuple[str, str]:
        """The message and the hint of a problem: of a habit, what the rule finds, and the hint that all of its cases have."""
        message, hint = self._said(problem.lead)
        if not problem.repeated:
            return message, hint
        found = sentence(self.report.docs.get(problem.code, ""))
        hints = {self._said(case.lead)[1] for case in problem.cases}
        return _long(rule_finds(found, self.ui)) or message, hints.pop() if len(hints) == 1 else ""

    def _said(self, found: Finding) -> tuple[str, str]:
        message, hint = render(found, self.report.rules[found.code], self.ui)
        return _long(message), _long(hint)

    def _others(self, case: Case) -> list[tuple[str, str]]:
        """What the other versions say of a case in other words, each with the name of its language."""
        own = self._said(case.lead)[0]
        said = [(found, self._said(found)[0]) for found in case.findings[1:]]
        return [(self._language(found.lang), message) for found, message in said if message != own]

    def _language(self, lang: str | None) -> str:
        return titled(language_name(lang, self.ui)) if lang else ""

    def _case(self, case: Case, said: str) -> dict[str, Any]:
        """One case of a problem: its message, where it is another than the card's, and its passages."""
        message = self._said(case.lead)[0]
        columns, named = self._columns(case)
        fixes = [found.fix for found in case.findings if found.fix is not None]
        return {
            "message": message if message != said else "",
            "columns": columns,
            "also": named,
            "safe": bool(fixes) and all(fix.safe for fix in fixes),
            "edits": [_edit(edit) for edit in dict.fromkeys(edit for fix in fixes for edit in fix.edits[:MANY])],
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

    # Where.

    def _where(self, places: Mapping[str, Sequence[Place]]) -> Iterator[str]:
        """The places of each version in few words, with its language where there are several versions, and its file where a
        version has several."""
        for lang, same in places.items():
            several = lang in self.scattered
            files = gathered((PurePath(place.span.path).name if several else "", place) for place in same)
            for file, there in files.items():
                named = " ".join(filter(None, (_short(file), self._numbers(there))))
                yield in_version(named, lang, self.ui) if lang and len(self.order) > 1 else named

    def _numbers(self, places: Sequence[Place]) -> str:
        """Places by their notes, their entries or their lines."""
        numbers = list(dict.fromkeys(_number(place) for place in places))
        named = [
            say(kind if len(labels) == 1 else _PLURALS[kind], self.ui, label=", ".join(labels))
            for kind, labels in gathered(numbers[:FEW]).items()
        ]
        if len(numbers) > FEW:
            named.append(say("more", self.ui, count=len(numbers) - FEW))
        return say("between", self.ui).join(named)

    def _columns(self, case: Case) -> tuple[list[dict[str, Any]], str]:
        """The passages of each version side by side, and the names of places that are not shown."""
        against = ((place.lang, place) for found in case.findings for place in found.counterparts)
        own = ((lang, place) for lang, same in case.places.items() for place in same)
        places = {lang or "": tuple(dict.fromkeys(same)) for lang, same in gathered(chain(own, against)).items()}
        shown = self._opposite(case.lead, places) | {
            lang: [self._item(place, self._around(place)) for place in same[:MANY]] for lang, same in places.items()
        }
        columns = [
            {"lang": lang, "name": self._language(lang), "items": shown.get(lang, [])}
            for lang in self._beside(case.lead.place.lang or "", shown)
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
        kind, number = _number(place)
        return say(kind, self.ui, label=number) if kind in ("note", "entry") else ""


def _places(problem: Problem) -> dict[str, tuple[Place, ...]]:
    """The places of a problem in each version; of a habit, the one of each case that leads there."""
    most = 1 if problem.repeated else None
    named = gathered(
        (lang or "", place) for case in problem.cases for lang, same in case.places.items() for place in same[:most]
    )
    return {lang: tuple(dict.fromkeys(same)) for lang, same in named.items()}


def _marks(findings: Iterable[Finding]) -> list[str]:
    """The fingerprints that a waiver must list to cover findings; none where no waiver can."""
    marks = (
        mark
        for found in findings
        if not found.code.startswith(WAIVERS)
        for mark in found.occurrences or (found.fingerprint,)
    )
    return list(dict.fromkeys(marks))


def _number(place: Place) -> tuple[str, str]:
    """What a place is told by, and its number there: its note, its entry, its line, or its paragraph where there are no lines."""
    if place.note is not None:
        return "note", _short(place.note if place.note_label is None else f"{place.note} [^{place.note_label}]")
    if place.entry_id is not None and place.entry is not None:
        return "entry", _short(place.entry)
    anchor = place.span.anchor
    return ("line", str(place.span.line)) if anchor is None else ("paragraph", str(anchor.paragraph))


def _edit(edit: Edit) -> list[str]:
    """What an edit takes out and what it puts there."""
    return [_long(edit.span.text), _long(edit.replacement)]


def _position(span: Span) -> str:
    kept = span.kept
    if kept is not None:
        return f"{_short(kept.path)}:{kept.at}"
    if span.anchor is not None:
        return f"{_short(span.source.path)} {told_place(span.anchor)}"
    return f"{_short(span.path)}:{span.line}:{span.column}"


def _short(written: str) -> str:
    return clipped(written, SHORT)


def _long(written: str) -> str:
    return clipped(written, LONGEST)


def clipped(written: str, longest: int) -> str:
    """A text that is safe to show, without its middle where it is too long."""
    if len(written) <= longest:
        return visible(written)
    return visible(f"{written[: longest * 2 // 3].rstrip()} … {written[-longest // 3 :].lstrip()}")
