"""How the table of two copies is made: one row for each pair of notes of the collation, with what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.model.alignment import Shape
from citecheck.model.citations import Citations
from citecheck.model.collation import Collated, Collation, Standing
from citecheck.model.finding import Finding
from citecheck.model.table import Row, Table, Verdict
from citecheck.reconcile.table import Side, by_note, difference_of

__all__ = ["copies_table"]

WHOLE = "CMP007"
"""The rule whose findings are about all notes, and stand in no row."""


def copies_table(
    collation: Collation, findings: Sequence[Finding], *, word: Callable[[Finding], str], names: tuple[str, str]
) -> Table:
    """The table of two copies, in the order of the collation; ``word`` gives the message of a finding, ``names`` are the copies'."""
    left, right = collation.versions
    of_rows = [found for found in findings if found.code != WHOLE]
    sides = Side(left, of_rows), Side(right, of_rows)
    of_note = by_note(of_rows)
    rows = tuple(_row(one, collation, sides, of_rows, of_note, word) for one in collation.notes)
    ids = {(version.lang, note.note_id) for version in collation.versions for note in version.document.notes}
    told = {at for note, places in of_note.items() if note in ids for at in places}
    others = [found for at, found in enumerate(of_rows) if at not in told]
    others += [found for found in findings if found.code == WHOLE]
    return Table(
        langs=(left.lang, right.lang),
        names=names,
        rows=rows,
        others=tuple(difference_of(found, word) for found in others),
        paths=tuple(
            dict.fromkeys(source.path for version in collation.versions for source in version.document.sources)
        ),
        made_by="compare",
    )


def _row(
    one: Collated,
    collation: Collation,
    sides: tuple[Side, Side],
    findings: Sequence[Finding],
    of_note: dict[tuple[str, str], list[int]],
    word: Callable[[Finding], str],
) -> Row:
    notes = [
        (version.lang, note.note_id)
        for version, note in zip(collation.versions, (one.left, one.right), strict=True)
        if note is not None
    ]
    differences = [
        difference_of(findings[at], word) for at in sorted({at for note in notes for at in of_note.get(note, ())})
    ]
    both = one.left is not None and one.right is not None
    return Row(
        left=(sides[0].shown(one.left),) if one.left is not None else (),
        right=(sides[1].shown(one.right),) if one.right is not None else (),
        section=_section(one, collation.versions),
        shape=Shape.ONE_TO_ONE if both else Shape.ONLY,
        verdict=Verdict.DIFFERS if differences else Verdict.SAME if both else Verdict.NOT_COMPARED,
        differences=tuple(differences),
        confidence=round(one.likeness, 2),
        crossed=one.standing is Standing.MOVED,
        decision=None,
    )


def _section(one: Collated, versions: tuple[Citations, Citations]) -> str:
    """The number or the title of the section that a note is called in: the first copy's, where it has the note."""
    version, note = (versions[0], one.left) if one.left is not None else (versions[1], one.right)
    headings = version.document.headings
    if note is None or not 0 < note.section <= len(headings):
        return ""
    heading = headings[note.section - 1]
    return heading.number or heading.title
