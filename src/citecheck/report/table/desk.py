"""What the page's script needs so that a person can decide in it, as JSON's own types."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from citecheck.model.table import Acceptance, Choice, Kept, Row, Table
from citecheck.report.voice import say, titled

__all__ = ["desk_data"]

TEXTS = (
    *("accept", "pair", "back", "undo", "cancel", "because", "because-maybe", "reason-like", "reason-missing"),
    *("accept-now", "pair-now", "choose", "notes-missing", "made", "made-one", "undone", "saved"),
    *("done-accept", "done-pair", "done-back"),
)
"""What the script says."""


def desk_data(table: Table, ui: str) -> dict[str, Any] | None:
    """The notes, the rows and the file of decisions; None where nothing can be decided."""
    desk = table.desk
    if desk is None:
        return None
    homes = {row.key: at for at, row in enumerate(table.rows)}
    keys = [[note.key for side in desk.notes for note in side], desk.text]
    return {
        "store": hashlib.sha256(repr(keys).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        "langs": list(table.langs),
        "names": [titled(name) for name in table.names],
        "texts": {key: say(f"table.{key}", ui) for key in TEXTS},
        "desk": {
            "notes": [[_choice(note) for note in side] for side in desk.notes],
            "file": desk.file,
            "text": desk.text,
            "kept": [
                {"kind": one.kind, "notes": _notes(one.notes), "start": one.start, "end": one.end} for one in desk.kept
            ],
            "header": list(desk.header),
            "order": list(desk.order),
        },
        "rows": [_row(at, row, desk.kept, homes) for at, row in enumerate(table.rows)],
    }


def _choice(note: Choice) -> dict[str, str]:
    return {"id": note.note_id, "key": note.key, "text": note.text, "above": note.above}


def _row(at: int, row: Row, kept: Sequence[Kept], homes: Mapping[Any, int]) -> dict[str, Any]:
    """A row: its notes by number, what accepting it writes, the rows that this concerns, and the decisions of the file that
    are about it."""
    decision = row.decision
    own = [
        ordinal
        for ordinal, one in enumerate(kept)
        if decision is not None and one.kind == decision.kind.value and _keys(one.notes) == _keys(decision.notes)
    ]
    return {
        "notes": [[note.note_id for note in side] for side in (row.left, row.right)],
        "acceptances": [_acceptance(one) for one in row.acceptances],
        "concerned": sorted({at, *(homes[one.notes] for one in row.acceptances if one.notes in homes)}),
        "kept": own,
        "about": decision.about if decision is not None else "",
    }


def _acceptance(one: Acceptance) -> dict[str, Any]:
    return {"notes": _notes(one.notes), "codes": list(one.codes), "about": one.about, "above": one.above}


def _notes(notes: Sequence[tuple[str, tuple[str, ...]]]) -> list[list[Any]]:
    return [[lang, list(keys)] for lang, keys in notes]


def _keys(notes: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """The keys by language, without the languages that have none."""
    return {lang: keys for lang, keys in notes if keys}
