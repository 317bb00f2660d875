"""How the table of two copies is made: one row for each pair of notes of the collation, with what differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from citecheck.model.alignment import Shape
from citecheck.model.citations import Citations
from citecheck.model.collation import Collated, Collation, Standing
from citecheck.model.finding import Finding
from citecheck.model.table import Row, Table, Verdict
from citecheck.reconcile.table import Side, by_note, difference_of
from citecheck.triage.decisions import touched

__all__ = ["copies_table"]

WHOLE = "CMP007"
"""The rule whose findings are about all notes, and stand in no row."""


def copies_table(
    collation: Collation, findings: Sequence[Finding], *, word: Callable[[Finding], str], names: tuple[str, str]
) -> Table:
    """The table of two copies, in the order of the collation; ``word`` gives the message of a finding, ``names`` are the copies'."""
    of_rows = [found for found in findings if found.code != WHOLE]
    left, right = collation.versions
    shown = _Shown((Side(left, of_rows), Side(right, of_rows)), of_rows, by_note(of_rows), word)
    rows = tuple(shown.row(one, collation) for one in collation.notes)
    documents = [version.document for version in collation.versions]
    ids = {(document.lang, note.note_id) for document in documents for note in document.notes}
    others = [found for found in findings if found.code == WHOLE or touched(found).isdisjoint(ids)]
    return Table(
        langs=(left.lang, right.lang),
        names=names,
        rows=rows,
        others=tuple(difference_of(found, word) for found in others),
        paths=tuple(dict.fromkeys(source.path for document in documents for source in document.sources)),
        made_by="compare",
    )


class _Shown(Struct, frozen=True):
    """What the rows are made from: both sides, the findings that stand in rows, and which of them each note is touched by."""

    sides: tuple[Side, Side]
    findings: Sequence[Finding]
    of_note: Mapping[tuple[str, str], Sequence[int]]
    word: Callable[[Finding], str]

    def row(self, one: Collated, collation: Collation) -> Row:
        """A pair of notes, or one alone."""
        notes = [
            (version.lang, note.note_id)
            for version, note in zip(collation.versions, one.sides, strict=True)
            if note is not None
        ]
        told = sorted({at for note in notes for at in self.of_note.get(note, ())})
        left, right = (
            (side.shown(note),) if note is not None else () for side, note in zip(self.sides, one.sides, strict=True)
        )
        return Row(
            left=left,
            right=right,
            section=_section(one, collation.versions),
            shape=Shape.ONLY if one.both is None else Shape.ONE_TO_ONE,
            verdict=_verdict(one, bool(told)),
            differences=tuple(difference_of(self.findings[at], self.word) for at in told),
            confidence=round(one.likeness, 2),
            crossed=one.standing is Standing.MOVED,
            decision=None,
        )


def _verdict(one: Collated, differs: bool) -> Verdict:
    if differs:
        return Verdict.DIFFERS
    return Verdict.NOT_COMPARED if one.both is None else Verdict.SAME


def _section(one: Collated, versions: tuple[Citations, Citations]) -> str:
    """The number or the title of the section that a note is called in: the first copy's, where it has the note."""
    version, note = (versions[0], one.left) if one.left is not None else (versions[1], one.right)
    headings = version.document.headings
    if note is None or not 0 < note.section <= len(headings):
        return ""
    heading = headings[note.section - 1]
    return heading.number or heading.title
