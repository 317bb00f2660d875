"""What a page needs so that a person can decide in it, and write down what this program reads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from citecheck.model.alignment import Alignment
from citecheck.model.decision import Decision
from citecheck.model.finding import Finding
from citecheck.model.report import Report
from citecheck.model.table import Acceptance, Choice, Desk, Kept, Table, one_line
from citecheck.read.toml import lines_of
from citecheck.reconcile.decisions import HEADER, about, comment, comments, lines_taken
from citecheck.triage.decisions import Applied, Keys, touched

__all__ = ["furnished"]

SHOWN = 60
"""How many characters of a note are shown where notes are chosen."""


def furnished(table: Table, report: Report, applied: Applied, known: Sequence[Decision], file: str, text: str) -> Table:
    """A table whose rows are those of the alignment's groups, with what it takes to decide about them. ``known`` are the
    decisions of the file of that name and text."""
    alignment = applied.alignment
    keys = Keys.of(alignment)
    accepted = _acceptances(report.findings, alignment, keys)
    rows = tuple(replace(row, acceptances=tuple(accepted.get(at, ()))) for at, row in enumerate(table.rows))
    lines = lines_of(text)
    ranges = [(one, lines_taken(lines, one)) for one in known]
    desk = Desk(
        notes=(tuple(_choices(alignment, keys, 0)), tuple(_choices(alignment, keys, 1))),
        file=file,
        text=text,
        kept=tuple(Kept(one.kind.value, one.notes, taken.start, taken.stop) for one, taken in ranges if taken),
        header=HEADER,
        order=comments(alignment),
    )
    return replace(table, rows=rows, desk=desk)


def _acceptances(findings: Sequence[Finding], alignment: Alignment, keys: Keys) -> Mapping[int, Sequence[Acceptance]]:
    """For each group in which something differs, by its ordinal: what accepting it writes down, about each group that the
    same findings concern."""
    homes = {
        (lang, note.note_id): at
        for at, group in enumerate(alignment.groups)
        for lang, side in zip(keys.langs, (group.left, group.right), strict=True)
        for note in side
    }
    concerned = [{homes[note] for note in touched(found) if note in homes} for found in findings]
    by_group: dict[int, set[int]] = {}
    for at, groups in enumerate(concerned):
        for group in groups:
            by_group.setdefault(group, set()).add(at)
    made = {}
    for own, here in by_group.items():
        codes: dict[int, set[str]] = {}
        for at in here:
            for group in concerned[at]:
                codes.setdefault(group, set()).add(findings[at].code)
        made[own] = [_acceptance(alignment, keys, group, codes[group]) for group in sorted(codes)]
    return made


def _acceptance(alignment: Alignment, keys: Keys, at: int, codes: set[str]) -> Acceptance:
    group = alignment.groups[at]
    return Acceptance(keys.of_group(group), tuple(sorted(codes)), about(group, keys.langs), comment(group, keys.langs))


def _choices(alignment: Alignment, keys: Keys, side: int) -> Iterator[Choice]:
    """The notes of one version, in its own order."""
    version = (alignment.left, alignment.right)[side]
    above = {
        note.note_id: comment(group, keys.langs)
        for group in alignment.groups
        for note in (group.left, group.right)[side]
    }
    for note in version.document.notes:
        text = one_line(note.body.text, SHOWN)
        yield Choice(note.note_id, keys.of_note[version.lang, note.note_id], text, above[note.note_id])
