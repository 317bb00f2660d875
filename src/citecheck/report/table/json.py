"""The table as data: the schema ``citecheck/alignment/1``."""

from __future__ import annotations

from collections import Counter
from typing import Any

from citecheck.model.alignment import Shape
from citecheck.model.decision import Decision
from citecheck.model.table import Difference, Row, Table, Verdict

__all__ = ["SCHEMA", "alignment_data"]

SCHEMA = "citecheck/alignment/1"


def alignment_data(table: Table) -> dict[str, Any]:
    """The table as JSON's own types. Every key is always there; what is empty is null or []."""
    return {
        "schema": SCHEMA,
        "languages": list(table.langs),
        "groups": [_group(row, table.langs) for row in table.rows],
        "summary": _summary(table),
        "unrelated": table.unrelated,
        "shifts": [{"from": one.left, "to": one.left_last, "by": one.by} for one in table.shifts],
        "differences": [
            {**_difference(one), "path": one.path, "line": one.line, "place": one.place or None} for one in table.others
        ],
        "stale_decisions": [
            {**_decision(one), "about": one.about or None, "place": one.place or None} for one in table.stale
        ],
    }


def _summary(table: Table) -> dict[str, Any]:
    """How many rows have each shape, and how many each verdict."""
    shapes = Counter(row.shape for row in table.rows)
    verdicts = Counter(row.verdict for row in table.rows)
    return {
        "shapes": {shape.value: shapes[shape] for shape in Shape},
        "verdicts": {verdict.value: verdicts[verdict] for verdict in Verdict},
    }


def _group(row: Row, langs: tuple[str, str]) -> dict[str, Any]:
    """One row: the notes that stand against each other, and how they do."""
    sides = list(zip(langs, (row.left, row.right), strict=True))
    return {
        "notes": {lang: [note.note_id for note in side] for lang, side in sides},
        "labels": {lang: [note.label or None for note in side] for lang, side in sides},
        "section": row.section,
        "shape": row.shape.value,
        "verdict": row.verdict.value,
        "confidence": row.confidence,
        "differences": [_difference(one) for one in row.differences],
        "decision": None if row.decision is None else _decision(row.decision),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {"code": one.code, "message": one.message}


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "reason": one.reason or None,
        "author": one.author or None,
        "date": one.day or None,
    }
