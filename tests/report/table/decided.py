"""The sample table with decisions."""

from __future__ import annotations

from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.table import Table
from citecheck.triage.decisions import key_of
from tests.reconcile.samples import alignment, table


def decided() -> Table:
    """The table with one accepted difference and one stale decision."""
    made = alignment()
    key = key_of(made.groups[1], made)
    accepted = Decision(
        DecisionKind.ACCEPT, key, ("BIL003",), "fr 2, 3 = en 2", "=merged", "Yann", "2026-11-24", "d.toml:3"
    )
    stale = Decision(
        DecisionKind.ACCEPT, (("fr", ("gone",)),), (), "fr 9 = en 9", "old", "Yann", "2026-01-02", "d.toml:9"
    )
    return table([accepted, stale])
