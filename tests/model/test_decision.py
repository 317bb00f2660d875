"""What a person settled: told with who did, and the same wherever it stands."""

from __future__ import annotations

import pytest

from citecheck.model.decision import Decision, DecisionKind, settled
from citecheck.model.source import Source, Span

NOTES = (("en", ("a1",)), ("fr", ("b2",)))


@pytest.mark.parametrize(
    ("reason", "author", "day", "told"),
    [
        ("Two editions", "AB", "2026-01-02", "Two editions (AB, 2026-01-02)"),
        ("Two editions", "", "", "Two editions"),
        ("", "AB", "2026-01-02", "AB, 2026-01-02"),
        ("", "", "", ""),
    ],
)
def test_a_decision_is_told_with_its_reason_and_who_decided_when(reason: str, author: str, day: str, told: str) -> None:
    assert settled(Decision(DecisionKind.ACCEPT, NOTES, reason=reason, author=author, day=day)) == told


def test_where_it_stands_is_no_part_of_a_decision() -> None:
    here = Span(Source("a.toml", "[[accepted]]"), 0, 12)
    made, same = Decision(DecisionKind.ACCEPT, NOTES), Decision(DecisionKind.ACCEPT, NOTES, span=here)
    assert made == same
    assert len({made, same, Decision(DecisionKind.PAIR, NOTES)}) == 2
