"""Silence: a finding that another one explains is not told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citecheck.model.finding import Finding
from citecheck.model.rule import Rule

__all__ = ["unexplained"]


def unexplained(findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """The findings without those that a finding of another rule explains. Explaining rules are judged first.

    A finding that shares a key with another one may be a part of it, and explains nothing further. One of which the
    whole cause was found elsewhere is a link between that cause and its own consequences, but stands for no other.
    """
    by_code: dict[str, list[Finding]] = {}
    for found in findings:
        by_code.setdefault(found.code, []).append(found)
    explained: dict[str, set[str]] = {code: set() for code in by_code}
    kept: list[Finding] = []
    for code in _explaining_first(rules, by_code):
        whole = [found for found in by_code[code] if explained[code].isdisjoint(found.about)]
        own = [found for found in whole if explained[code].isdisjoint(found.because)]
        kept += own
        if code in rules:
            _explain(explained, {*rules[code].explains} - {code}, whole)
            _explain(explained, {*rules[code].replaces} - {code}, own)
    return kept


def _explain(explained: Mapping[str, set[str]], codes: Iterable[str], causes: Sequence[Finding]) -> None:
    """Notes what the findings of these rules are about that other findings are the causes of."""
    keys = {key for found in causes for key in found.about}
    for code in codes:
        if code in explained:
            explained[code].update(keys)


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
