"""Waivers: which findings they cover, and what came of each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from citecheck.languages import words
from citecheck.languages.elsewhere import CONJUNCTIONS
from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Resolved
from citecheck.model.evidence import Verdict
from citecheck.model.finding import Finding, Place, State
from citecheck.model.gate import Effect, Gate, JudgedWaiver, Waivers
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span
from citecheck.model.waiver import Reach, Waiver
from citecheck.triage.patterns import matches
from citecheck.triage.select import codes_named, nearest_rule

__all__ = ["apply_waivers"]

TOKEN = re.compile(r"\w+")
FARTHEST = 200
"""Blanks between a text and the comment at the end of its line."""

Range = tuple[int, int]


def apply_waivers(
    verdict: Verdict, versions: Sequence[Citations], rules: Mapping[str, Rule], gate: Gate
) -> tuple[tuple[Finding, ...], Waivers]:
    """The findings, with those that are covered as waived, and what came of every waiver.

    The waivers are those in the text of the ``versions`` and those of the ``gate``. A finding is waived when all its
    places are covered: one more place makes it new again. Where the gate does not ``hold``, all is judged and nothing
    waived.
    """
    own = [(waiver, version.lang) for version in versions for waiver in version.document.waivers]
    if not own and not gate.waivers:
        return verdict.findings, Waivers()
    everything = [*own, *((waiver, None) for waiver in gate.waivers)]
    cases = [_case(waiver, lang, rules, gate) for waiver, lang in everything]
    cover = _Cover([case for case in cases if case.effect is None], versions)
    findings = tuple(cover.judged(found, gate.hold) for found in verdict.findings)
    overlays = _overlays(waiver for waiver, _ in own)
    return findings, Waivers(tuple(_outcome(case, cover, verdict, overlays, rules) for case in cases))


class _Case(Struct, frozen=True, eq=False):
    """A waiver with the codes it is about; ``effect`` is there where it cannot waive anything."""

    waiver: Waiver
    lang: str | None
    codes: frozenset[str]
    effect: Effect | None


def _case(waiver: Waiver, lang: str | None, rules: Mapping[str, Rule], gate: Gate) -> _Case:
    if not waiver.rule:
        return _Case(waiver, lang, frozenset(), Effect.MALFORMED)
    codes = codes_named(waiver.rule, rules)
    if not codes:
        return _Case(waiver, lang, codes, Effect.UNKNOWN)
    # The clock is asked only where a waiver ends.
    expired = bool(waiver.until) and waiver.until < (gate.today or date.today()).isoformat()
    return _Case(waiver, lang, codes, Effect.EXPIRED if expired else None)


class _Cover:
    """Looks up which waivers cover a place, and remembers what they were good for."""

    def __init__(self, cases: Sequence[_Case], versions: Sequence[Citations]) -> None:
        self.order = {id(case): at for at, case in enumerate(cases)}
        self.held: set[int] = set()
        self.partial: dict[int, tuple[int, int]] = {}
        self.sources = _Sources(versions)
        self.files: dict[tuple[str, int], list[_Case]] = {}
        self.wide: dict[str, list[_Case]] = {}
        blocks: dict[tuple[str, int], dict[Range, list[_Case]]] = {}
        ranges = _Blocks(versions)
        for case in cases:
            source = id(case.waiver.span.source)
            for code in case.codes:
                if case.waiver.reach is Reach.REPORT:
                    self.wide.setdefault(code, []).append(case)
                elif case.waiver.reach is Reach.FILE:
                    self.files.setdefault((code, source), []).append(case)
                else:
                    for span in ranges.next_to(case.waiver.span):
                        at = blocks.setdefault((code, id(span.source)), {})
                        at.setdefault((span.start, span.end), []).append(case)
        self.blocks = {key: sorted(found.items(), key=lambda one: one[0]) for key, found in blocks.items()}

    def judged(self, found: Finding, hold: bool) -> Finding:
        """The finding, waived where every place of it is covered."""
        places = (found.place, *found.related)
        marks = found.occurrences or (found.fingerprint,)
        covering = [self._covering(found, *each) for each in zip(places, marks, strict=True)]
        covered = sum(bool(cases) for cases in covering)
        if not covered:
            return found
        self._remember(covering, covered)
        if covered < len(places) or not hold or found.state is not State.NEW:
            return found
        first = min(covering[0], key=lambda case: self.order[id(case)]).waiver
        return replace(found, state=State.WAIVED, waiver=_why(first))

    def _remember(self, covering: Sequence[Sequence[_Case]], covered: int) -> None:
        """Notes of the waivers that cover places of a finding whether they were good for all of them."""
        for case, own in Counter(id(case) for cases in covering for case in cases).items():
            if covered == len(covering):
                self.held.add(case)
            else:
                self.partial.setdefault(case, (own, len(covering)))

    def _covering(self, found: Finding, place: Place, mark: str) -> list[_Case]:
        source = place.span.source
        cases = [*self.files.get((found.code, id(source)), ())]
        ranges = self.blocks.get((found.code, id(source)))
        if ranges:
            at = bisect_right(ranges, place.span.start, key=lambda one: one[0][0]) - 1
            if at >= 0 and (place.span.start < ranges[at][0][1] or place.span.start == ranges[at][0][0]):
                cases += ranges[at][1]
        cases += [case for case in self.wide.get(found.code, ()) if self._meant(case.waiver, found, place, mark)]
        return cases

    def _meant(self, waiver: Waiver, found: Finding, place: Place, mark: str) -> bool:
        """Whether a place fits all that a waiver of the configuration says."""
        if waiver.path and not matches(waiver.path, place.span.path):
            return False
        if waiver.fingerprints and mark not in waiver.fingerprints and not _is_named(waiver, found):
            return False
        if waiver.note:
            lang, _, number = waiver.note.rpartition(":")
            if (lang and lang != place.lang) or number not in (place.note, place.note_id, place.note_label):
                return False
        return not waiver.source or self.sources.cites(waiver.source, found, place)


def _is_named(waiver: Waiver, found: Finding) -> bool:
    """Whether a waiver names a finding as a whole, which has no more places than when that was written."""
    named = (one.partition("/") for one in waiver.fingerprints)
    return any(name == found.fingerprint and len(found.related) < int(most or 1) for name, _, most in named)


def _why(waiver: Waiver) -> str:
    """The reason of a waiver, and how long it holds."""
    until = f"until {waiver.until}" if waiver.until else ""
    return f"{waiver.reason} ({until})" if waiver.reason and until else waiver.reason or until


class _Blocks:
    """The notes, entries, headings and paragraphs of all versions, by where they begin."""

    def __init__(self, versions: Sequence[Citations]) -> None:
        self.versions = versions
        self.found: dict[int, list[tuple[int, int, tuple[Span, ...]]]] | None = None

    def next_to(self, comment: Span) -> tuple[Span, ...]:
        """What a comment is about: what it stands in or ends the line of, or what begins next behind it."""
        if self.found is None:
            self.found = self._all()
        blocks = self.found.get(id(comment.source), [])
        at = bisect_right(blocks, comment.start, key=lambda one: one[0])
        if at and comment.start < blocks[at - 1][1]:
            return blocks[at - 1][2]
        if at and _ends_line(comment, blocks[at - 1][1]):
            return blocks[at - 1][2]
        return blocks[at][2] if at < len(blocks) else ()

    def _all(self) -> dict[int, list[tuple[int, int, tuple[Span, ...]]]]:
        found: dict[int, list[tuple[int, int, tuple[Span, ...]]]] = {}
        for version in self.versions:
            document = version.document
            blocks = [(note.span,) for note in document.notes] + [(entry.span,) for entry in document.entries]
            blocks += [(heading.span,) for heading in document.headings]
            for spans in [*blocks, *(paragraph.pieces for paragraph in document.paragraphs)]:
                for span in spans:
                    found.setdefault(id(span.source), []).append((span.start, span.end, spans))
        return {source: _outermost(ranges) for source, ranges in found.items()}


def _ends_line(comment: Span, end: int) -> bool:
    """Whether nothing but blanks stands between the end of a block and a comment on the same line."""
    return comment.start - end <= FARTHEST and not comment.source.text[end : comment.start].strip(" \t")


def _outermost(ranges: list[tuple[int, int, tuple[Span, ...]]]) -> list[tuple[int, int, tuple[Span, ...]]]:
    """The blocks in order, without those that lie in another one: an inline note belongs to its paragraph."""
    kept: list[tuple[int, int, tuple[Span, ...]]] = []
    for one in sorted(ranges, key=lambda one: (one[0], -one[1])):
        if not kept or one[1] > kept[-1][1]:
            kept.append(one)
    return kept


class _Sources:
    """Which sources are cited or entered at a place, by the words that name them."""

    def __init__(self, versions: Sequence[Citations]) -> None:
        self.versions = versions
        self.cited: dict[int, list[tuple[int, int, frozenset[str]]]] | None = None
        self.entered: dict[tuple[str, str], frozenset[str]] = {}

    def cites(self, words: str, found: Finding, place: Place) -> bool:
        """Whether a finding, or a source at one of its places, has all these words."""
        wanted = _tokens(words)
        if not wanted:
            return False
        if self.cited is None:
            self.cited = self._all()
        named = [_tokens(str(value)) for name, value in found.values if name == "source"]
        entry = self.entered.get((place.lang or "", place.entry_id or ""))
        there = [*named, *([entry] if entry else []), *self._at(place.span)]
        return any(wanted <= tokens for tokens in there)

    def _at(self, span: Span) -> Iterator[frozenset[str]]:
        assert self.cited is not None
        cited = self.cited.get(id(span.source), [])
        at = bisect_right(cited, span.start, key=lambda one: one[1])
        while at < len(cited) and cited[at][0] < max(span.end, span.start + 1):
            yield cited[at][2]
            at += 1

    def _all(self) -> dict[int, list[tuple[int, int, frozenset[str]]]]:
        found: dict[int, list[tuple[int, int, frozenset[str]]]] = {}
        for version in self.versions:
            for entry in version.document.entries:
                tokens = frozenset(
                    word for one in entry.references for word in _named(one.authors, one.year, one.suffix)
                )
                titles = (one.title or "" for one in entry.references)
                self.entered[version.lang, entry.entry_id] = tokens | _tokens(" ".join(titles))
            for one in version.resolved:
                span = one.citation.span
                found.setdefault(id(span.source), []).append((span.start, span.end, _words_of(one)))
        return {source: sorted(cited, key=lambda one: one[:2]) for source, cited in found.items()}


def _words_of(one: Resolved) -> frozenset[str]:
    citation = one.origin.citation
    tokens = _named(citation.authors, citation.year, citation.suffix) | _tokens(citation.title or "")
    if citation.author_span is not None:
        tokens |= _tokens(citation.author_span.text)
    if one.work is not None:
        reference = one.work.reference
        tokens |= _named(reference.authors, reference.year, reference.suffix) | _tokens(reference.title or "")
    return tokens


def _named(authors: Iterable[object], year: str | None, suffix: str) -> frozenset[str]:
    families = " ".join(str(getattr(one, "family", "")) for one in authors)
    return _tokens(f"{families} {year or ''} {year or ''}{suffix}")


def _tokens(text: str) -> frozenset[str]:
    return frozenset(TOKEN.findall(fold(text))) - _joining()


@cache
def _joining() -> frozenset[str]:
    """Words between names that do not tell sources apart."""
    return frozenset(fold(" ".join((*words("conjunctions"), *words("et_al"), *CONJUNCTIONS))).split())


def _overlays(waivers: Iterable[Waiver]) -> Mapping[int, Source]:
    """The sources that have comments, with these in place: what a report quotes of them."""
    found: dict[int, dict[int, Waiver]] = {}
    for waiver in waivers:
        found.setdefault(id(waiver.span.source), {}).setdefault(waiver.span.start, waiver)
    made: dict[int, Source] = {}
    for source_id, by_start in found.items():
        source = next(iter(by_start.values())).span.source
        parts: list[str] = []
        reached = 0
        for start, waiver in sorted(by_start.items()):
            parts += [source.text[reached:start], waiver.written]
            reached = start + len(waiver.written)
        made[source_id] = replace(source, text="".join(parts) + source.text[reached:], comments=())
    return made


def _outcome(
    case: _Case, cover: _Cover, verdict: Verdict, overlays: Mapping[int, Source], rules: Mapping[str, Rule]
) -> JudgedWaiver:
    waiver = case.waiver
    span = waiver.span
    if id(span.source) in overlays:
        span = Span(overlays[id(span.source)], span.start, span.start + len(waiver.written))
    place = Place(span, case.lang)
    if case.effect is not None:
        near = nearest_rule(waiver.rule, rules.values()) if case.effect is Effect.UNKNOWN else None
        return JudgedWaiver(waiver, case.effect, place, nearest=near or "")
    if id(case) in cover.held:
        return JudgedWaiver(waiver, Effect.HELD, place)
    if id(case) in cover.partial:
        return JudgedWaiver(waiver, Effect.PARTIAL, place, *cover.partial[id(case)])
    return JudgedWaiver(waiver, Effect.UNUSED if _was_judged(case, verdict) else Effect.UNJUDGED, place)


def _was_judged(case: _Case, verdict: Verdict) -> bool:
    """Whether the rules of a waiver ran on all that it is about; what did not run proves nothing."""
    lang = case.lang or case.waiver.note.rpartition(":")[0]
    passed = {one.code for one in verdict.abstained if not lang or one.lang in (None, lang)}
    failed = {one.code for one in verdict.crashes}
    return case.codes <= set(verdict.run) - passed - failed
