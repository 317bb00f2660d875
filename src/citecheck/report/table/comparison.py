"""Two copies as data: the schema ``citecheck/comparison/1``."""

from __future__ import annotations

from collections import Counter
from typing import Any

from citecheck import __version__
from citecheck.model.collation import Collated, CollatedEntry, Collation, Differing, Standing
from citecheck.model.finding import Severity
from citecheck.model.report import Report
from citecheck.report.findings.json import finding_data, inputs_data
from citecheck.report.places import excerpt
from citecheck.report.voice import reason

__all__ = ["SCHEMA", "comparison_data"]

SCHEMA = "citecheck/comparison/1"


def comparison_data(report: Report, collation: Collation, *, ui: str = "en") -> dict[str, Any]:
    """The comparison as JSON's own types. Every key is always there; what is empty is null or []."""
    standings = Counter(one.standing for one in collation.notes)
    return {
        "schema": SCHEMA,
        "tool": {"name": "citecheck", "version": __version__},
        "copies": inputs_data(report),
        "shared": collation.shared,
        "notes": [_note(one) for one in collation.notes],
        "entries": [_entry(one) for one in collation.entries],
        "renumbered": [
            {
                "from": [note.note_id for note in run.first],
                "to": [note.note_id for note in run.last],
                "count": run.count,
            }
            for run in collation.renumbered
        ],
        "summary": {
            "notes": {standing.value: standings[standing] for standing in Standing},
            **{severity.value: report.count(severity) for severity in Severity},
            "by_code": dict(sorted(Counter(found.code for found in report.findings).items())),
        },
        "coverage": {
            "run": list(report.run),
            "abstained": [
                {"code": one.code, "lang": one.lang, "reason": reason(one.reason, ui)} for one in report.abstained
            ],
        },
        "crashes": [{"code": one.code, "error": one.error, "where": one.where} for one in report.crashes],
        "findings": [finding_data(found, report, ui) for found in report.findings],
    }


def _note(one: Collated) -> dict[str, Any]:
    """Two notes that stand against each other, by their ids; null where a copy has none."""
    return {
        "first": one.left and one.left.note_id,
        "second": one.right and one.right.note_id,
        "standing": one.standing.value,
        "likeness": round(one.likeness, 2),
        "first_words": one.left_words and one.left_words.note_id,
        "second_words": one.right_words and one.right_words.note_id,
        "differing": [_differing(pair) for pair in one.differing],
    }


def _entry(one: CollatedEntry) -> dict[str, Any]:
    return {
        "first": one.left and one.left.entry_id,
        "second": one.right and one.right.entry_id,
        "unread": one.unread,
        "differing": [_differing(pair) for pair in one.differing],
    }


def _differing(one: Differing) -> list[str]:
    return [excerpt(one.left), excerpt(one.right)]
