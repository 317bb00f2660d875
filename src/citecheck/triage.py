"""Triage: which rules run, which findings stay, in what order, and by what name they are known again later."""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec.structs import replace

from citecheck.errors import UsageError
from citecheck.model.citations import Citations
from citecheck.model.evidence import Skipped, Verdict
from citecheck.model.finding import Finding, Place
from citecheck.model.rule import Rule

__all__ = ["choose", "codes_named", "nearest_rule", "selected_codes", "triage"]

NOT_SELECTED = "not-selected"
IGNORED = "ignored"


class HasRule(Protocol):
    """Anything that carries a rule, such as a rule module."""

    @property
    def rule(self) -> Rule:
        """The rule."""


Module = TypeVar("Module", bound=HasRule)


def choose(
    rules: Sequence[Module], select: Sequence[str] = (), ignore: Sequence[str] = (), *, apart: bool = False
) -> tuple[Module, ...]:
    """The rules that must run: those selected and not ignored, and those that explain one of them.

    An explaining rule runs even where it is not wanted itself, because without it its consequences would come to light
    as findings of their own; `triage` takes its findings out again. With ``apart`` it does not: only the selected rules
    explain each other. Raises UsageError where an item names no rule.
    """
    by_code = {one.rule.code: one.rule for one in rules}
    wanted = selected_codes(by_code, select, ignore)
    if apart:
        return tuple(one for one in rules if one.rule.code in wanted)
    explained_by: dict[str, list[str]] = {}
    for rule in by_code.values():
        for code in (*rule.explains, *rule.replaces):
            explained_by.setdefault(code, []).append(rule.code)
    needed: set[str] = set()
    todo = list(wanted)
    while todo:
        code = todo.pop()
        if code not in needed:
            needed.add(code)
            todo += explained_by.get(code, [])
    return tuple(one for one in rules if one.rule.code in needed)


def selected_codes(rules: Mapping[str, Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str]:
    """The codes that ``select`` (all, where it is empty) and ``ignore`` leave; what is ignored stays ignored.

    An item is a code (``NUM001``), the beginning of codes (``NUM``) or a rule's name (``note-without-marker``). Raises
    UsageError where it is none of these.
    """
    chosen = set(rules) if not select else {code for item in select for code in _matching(item, rules)}
    return frozenset(chosen - {code for item in ignore for code in _matching(item, rules)})


def codes_named(item: str, rules: Mapping[str, Rule]) -> frozenset[str]:
    """The codes that a code, the beginning of codes or a name stands for; none where no rule is called so."""
    try:
        return frozenset(_matching(item, rules))
    except UsageError:
        return frozenset()


def _matching(item: str, rules: Mapping[str, Rule]) -> list[str]:
    """The codes that one item of ``select`` or ``ignore`` means."""
    wanted = item.strip()
    codes = [code for code in rules if wanted and code.startswith(wanted.upper())]
    codes = codes or [code for code, rule in rules.items() if rule.name == wanted.lower()]
    if not codes:
        near = nearest_rule(wanted, rules.values())
        hint = f"did you mean {near}?" if near else "a rule has a code (NUM001), a family (NUM) or a name"
        raise UsageError(f"unknown rule {wanted!r}: {hint} ('citecheck rules' lists them)")
    return codes


def nearest_rule(wanted: str, rules: Iterable[Rule]) -> str | None:
    """The code, family or name of a rule that looks most like ``wanted``; None where none does."""
    names: dict[str, str] = {}
    for rule in rules:
        family = rule.code.rstrip("0123456789")
        names |= {rule.code.lower(): rule.code, family.lower(): family, rule.name: rule.name}
    near = difflib.get_close_matches(wanted.lower(), names, n=1, cutoff=0.5)
    return names[near[0]] if near else None


def triage(
    verdict: Verdict,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rules: Mapping[str, Rule | HasRule],
    versions: Sequence[Citations] = (),
) -> Verdict:
    """The verdict in reading order, without explained findings and unwanted rules, each finding with a fingerprint.

    ``versions`` give the reading order of languages and files; without them files are sorted by path.
    """
    known = {code: one if isinstance(one, Rule) else one.rule for code, one in rules.items()}
    unwanted = set(known) - selected_codes(known, select, ignore)
    order = _ReadingOrder(versions)
    found_all = sorted(verdict.findings, key=order)
    kept = _unexplained(found_all, known)
    staying = {id(found) for found in kept}
    shown = sorted((found for found in kept if found.code not in unwanted), key=order)
    skipped = [one for one in verdict.skipped if one.code not in unwanted]
    skipped += [Skipped(code, _why_unwanted(code, known, select)) for code in unwanted]
    return Verdict(
        findings=tuple(_fingerprinted(shown)),
        run=tuple(code for code in verdict.run if code not in unwanted),
        skipped=tuple(sorted(skipped, key=lambda one: one.code)),
        abstained=tuple(one for one in verdict.abstained if one.code not in unwanted),
        crashes=tuple(one for one in verdict.crashes if one.code not in unwanted),
        explained=(
            *verdict.explained,
            *(found for found in found_all if id(found) not in staying and found.code not in unwanted),
        ),
    )


def _why_unwanted(code: str, rules: Mapping[str, Rule], select: Sequence[str]) -> str:
    """Why a rule is not wanted: it was left out of the selection, or it was ignored."""
    return IGNORED if code in selected_codes(rules, select) else NOT_SELECTED


class _ReadingOrder:
    """A sort key: language versions and files in the order in which they were given, then offset, then code."""

    def __init__(self, versions: Sequence[Citations]) -> None:
        self.langs = {version.lang: at for at, version in reversed(list(enumerate(versions)))}
        self.sources: dict[int, int] = {}
        self.paths: dict[str, int] = {}
        for version in versions:
            for source in version.document.sources:
                self.sources.setdefault(id(source), len(self.sources))
                self.paths.setdefault(source.path, self.sources[id(source)])

    def __call__(self, finding: Finding) -> tuple[int, int, str, int, int, str, str, str]:
        place = finding.place
        source = place.span.source
        return (
            self.langs.get(place.lang or "", len(self.langs)),
            self.sources.get(id(source), self.paths.get(source.path, len(self.sources))),
            source.path,
            place.span.start,
            place.span.end,
            finding.code,
            finding.message,
            finding.subject,
        )


def _unexplained(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings without those that a finding of another rule explains. Explaining rules are judged first.

    A finding that shares a key with another one may be a part of it, and explains nothing further. One of which the whole
    cause was found elsewhere is a link between that cause and its own consequences, but stands for no other.
    """
    by_code: dict[str, list[Finding]] = {}
    for found in findings:
        by_code.setdefault(found.code, []).append(found)
    explained: dict[str, set[str]] = {}
    kept = []
    for code in _explaining_first(rules, by_code):
        known = explained.get(code, set())
        whole = [found for found in by_code[code] if known.isdisjoint(found.about)]
        own = [found for found in whole if known.isdisjoint(found.because)]
        kept += own
        if code not in rules:
            continue
        for others, causes in ((rules[code].explains, whole), (rules[code].replaces, own)):
            for other in others:
                if other != code:
                    explained.setdefault(other, set()).update(key for found in causes for key in found.about)
    return kept


def _explaining_first(rules: Mapping[str, Rule], codes: Mapping[str, object]) -> list[str]:
    """The codes, each after those that explain it, errors first otherwise; a cycle is cut where it closes."""
    severity = {code: rules[code].severity.rank if code in rules else 0 for code in codes}
    ranked = sorted(codes, key=lambda code: (severity[code], code))
    order: list[str] = []
    seen: set[str] = set()

    def visit(code: str) -> None:
        if code in seen:
            return
        seen.add(code)
        for other in ranked:
            if other in rules and code in (*rules[other].explains, *rules[other].replaces):
                visit(other)
        order.append(code)

    for code in ranked:
        visit(code)
    return order


def _fingerprinted(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each with the name by which it is known again however the text around it moves, and a fix that can be made."""
    counts: Counter[tuple[str, str, str]] = Counter()
    named = []
    for found in findings:
        equal = (found.code, found.lang or "", " ".join(found.subject.casefold().split()))
        ordinal = str(counts[equal])
        counts[equal] += 1
        occurrences = _occurrences((found.place, *found.related), (*equal, ordinal)) if found.related else ()
        fix = found.fix and found.fix.writable
        named.append(replace(found, fingerprint=_hashed(*equal, ordinal), occurrences=occurrences, fix=fix))
    return named


def _occurrences(places: Sequence[Place], subject: tuple[str, ...]) -> tuple[str, ...]:
    """A fingerprint for each place of a finding: one more place makes one more fingerprint, and renumbering none."""
    counts: Counter[str] = Counter()
    made = []
    for place in places:
        lang = place.lang or ""
        made.append(_hashed(*subject, "occurrence", lang, str(counts[lang])))
        counts[lang] += 1
    return tuple(made)


def _hashed(*parts: str) -> str:
    """``v1:`` and 16 hexadecimal digits; parts are set apart so that no two lists of them look alike."""
    return "v1:" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
