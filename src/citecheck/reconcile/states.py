"""Decisions from the states that somebody gave the units of an XLIFF file in a translation tool."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from citecheck.errors import UsageError
from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.table import Row, Table, Verdict
from citecheck.read.xliff import Unit, Xliff
from citecheck.reconcile.deciding import Signature, Written
from citecheck.report.table.xliff import DONE, notes_of, unit_ids

__all__ = ["Changed", "changed_states"]


class Changed(Struct, frozen=True):
    """What the states say: acceptances, each with the comment that it stands under, decisions that are taken back, and the
    number of units whose notes are no more."""

    made: tuple[Written, ...]
    back: tuple[Decision, ...]
    unknown: int


def changed_states(table: Table, known: Sequence[Decision], file: Xliff, signature: Signature, name: str) -> Changed:
    """What a file of states decides about a table, whose rows know what accepting them writes down.

    A group that differs and is ``reviewed`` or ``final`` is accepted, for the reason that a person noted to it, else for that
    of the ``signature``. A group that was accepted and is neither any more is taken back. ``name`` is that of the file.
    Raises UsageError where its languages are others, and where something is accepted without a reason.
    """
    if file.langs != table.langs:
        here, there = " and ".join(table.langs), " and ".join(lang or "none" for lang in file.langs)
        raise UsageError(f"{name}: its languages are {there}, those of the report {here}: name the file of this report")
    rows = dict(zip(unit_ids(table), table.rows, strict=True))
    made: dict[object, Written] = {}
    back: list[Decision] = []
    for unit in file.units:
        row = rows.get(unit.id)
        if row is None:
            continue
        if row.verdict is Verdict.DIFFERS and unit.state in DONE:
            made |= _accepted(row, unit, signature, name)
        elif row.verdict is Verdict.ACCEPTED and unit.state not in DONE:
            about = {one.notes for one in row.acceptances}
            back += [one for one in known if one.kind is DecisionKind.ACCEPT and one.notes in about and one not in back]
    return Changed(tuple(made.values()), tuple(back), sum(unit.id not in rows for unit in file.units))


def _accepted(row: Row, unit: Unit, signature: Signature, name: str) -> Mapping[object, Written]:
    """The decisions that accept all that differs in a row, by the notes that each is about."""
    own = {text for _, text, _ in notes_of(row)}
    reason = next((text for text in unit.notes if text not in own), signature.reason).strip()
    if not reason:
        about = row.acceptances[0].about if row.acceptances else unit.id
        raise UsageError(
            f"{name}: {about} is {unit.state}, and nothing says why it may differ: write a note to it in the file, or say "
            "--reason TEXT for all"
        )
    day = signature.day.isoformat()
    return {
        one.notes: (
            Decision(DecisionKind.ACCEPT, one.notes, one.codes, one.about, reason, signature.author, day),
            one.above,
        )
        for one in row.acceptances
    }
