"""Waivers: what they cover, and what came of each."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from citecheck.model.evidence import Verdict
from citecheck.model.finding import State
from citecheck.model.gate import Effect, Gate
from citecheck.model.source import Source, Span
from citecheck.model.waiver import Waiver
from citecheck.triage.waivers import apply_waivers
from tests.triage.samples import GAP, RULES, B, at

SETTINGS = Span(Source("citecheck.toml", "[[waive]]"), 0, 9)
WAIVER = Waiver(SETTINGS, "[[waive]]", rule="NUM005", reason="as printed")
VERDICT = Verdict((at(GAP, 1), at(GAP, 2, source=B)), run=tuple(RULES))


def waived(waiver: Waiver, verdict: Verdict = VERDICT, *, hold: bool = True) -> tuple[list[State], Effect]:
    gate = Gate(waivers=(waiver,), today=date(2026, 1, 31), hold=hold)
    findings, waivers = apply_waivers(verdict, (), RULES, gate)
    return [finding.state for finding in findings], waivers.judged[0].effect


@pytest.mark.parametrize(
    ("waiver", "states", "effect"),
    [
        (WAIVER, ["waived", "waived"], "held"),
        (replace(WAIVER, rule="note-number-gap", path="b.md"), ["new", "waived"], "held"),
        (replace(WAIVER, until="2026-01-31"), ["waived", "waived"], "held"),
        (replace(WAIVER, until="2026-01-30"), ["new", "new"], "expired"),
        (replace(WAIVER, rule="NUM001"), ["new", "new"], "unused"),
        (replace(WAIVER, rule="ZZZ001"), ["new", "new"], "unknown"),
        (replace(WAIVER, rule=""), ["new", "new"], "malformed"),
    ],
)
def test_a_waiver_waives_what_it_covers(waiver: Waiver, states: list[str], effect: str) -> None:
    assert waived(waiver) == (states, effect)


def test_a_finding_is_waived_where_all_its_places_are_covered() -> None:
    wide = replace(at(GAP, 1), related=(at(GAP, 2, source=B).place,), occurrences=("v1:1", "v1:2"))
    assert waived(replace(WAIVER, path="a.md"), replace(VERDICT, findings=(wide,))) == (["new"], "partial")
    assert waived(WAIVER, replace(VERDICT, findings=(wide,))) == (["waived"], "held")


def test_without_hold_all_is_judged_and_nothing_waived() -> None:
    assert waived(WAIVER, hold=False) == (["new", "new"], "held")


def test_what_did_not_run_proves_nothing() -> None:
    assert waived(WAIVER, Verdict()) == ([], "unjudged")


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    _, waivers = apply_waivers(VERDICT, (), RULES, Gate(waivers=(replace(WAIVER, rule="NUM05"),)))
    assert waivers.judged[0].nearest == "NUM005"
