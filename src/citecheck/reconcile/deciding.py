"""Decisions from what a person says: the differences of a note accepted, or notes paired that were not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from msgspec import Struct

from citecheck.errors import UsageError
from citecheck.model.alignment import Alignment, Group
from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.document import Note
from citecheck.model.naming import called, parted
from citecheck.model.report import Report
from citecheck.reconcile.decisions import about, comment, removed, with_decision
from citecheck.triage.decisions import Applied, Keys, touched

__all__ = ["Signature", "Written", "acceptances", "note_named", "pairing", "replaced", "with_decisions"]

Written = tuple[Decision, str]
"""A decision, and the comment that it stands under."""

NONE = "none"
"""What is said for the side without a counterpart."""


class Signature(Struct, frozen=True):
    """Why, by whom and when it is decided."""

    reason: str
    author: str
    day: date

    def decision(self, kind: DecisionKind, group: Group, alignment: Alignment, codes: Sequence[str] = ()) -> Decision:
        """A decision about a group."""
        return Decision(
            kind,
            Keys.of(alignment).of_group(group),
            tuple(codes),
            about(group, _langs(alignment)),
            self.reason,
            self.author,
            self.day.isoformat(),
        )


def acceptances(report: Report, applied: Applied, said: str, signature: Signature) -> list[Written]:
    """The decision for each group that the differences of a note concern. ``said`` is the note, as in ``fr:39``."""
    alignment = applied.alignment
    langs = _langs(alignment)
    lang, number = note_named("--accept", said, langs)
    note = _note("--accept", said, alignment, lang, number)
    here = _notes(_home(alignment, note), langs)
    differences = [found for found in report.findings if touched(found) & here]
    if not differences:
        raise UsageError(f"--accept {said}: nothing differs there, so there is nothing to accept")
    concerned = {note for found in differences for note in touched(found)}
    made = []
    for group in alignment.groups:
        notes = _notes(group, langs)
        if notes & concerned:
            codes = sorted({found.code for found in differences if touched(found) & notes})
            made.append((signature.decision(DecisionKind.ACCEPT, group, alignment, codes), comment(group, langs)))
    return made


def pairing(alignment: Alignment, said: str, signature: Signature) -> Written:
    """The decision that ``fr:61,62=en:49`` makes."""
    langs = _langs(alignment)
    sides = dict(_sides(alignment, said))
    left, right = sides.get(langs[0], ()), sides.get(langs[1], ())
    home = _home(alignment, (left or right)[0])
    group = Group(left, right, home.section, 1.0)
    return signature.decision(DecisionKind.PAIR, group, alignment), comment(home, langs)


def _sides(alignment: Alignment, said: str) -> Iterator[tuple[str, tuple[Note, ...]]]:
    """The notes of each language that are to stand against each other; a side may have none."""
    langs = _langs(alignment)
    parts = parted(said, "=")
    if len(parts) != 2 or set(parts) == {NONE}:
        raise UsageError(f"--pair {said}: write notes of both languages, as in {langs[0]}:62={langs[1]}:49")
    taken = None
    for part in parts:
        if part == NONE:
            continue
        lang, numbers = note_named("--pair", part, langs)
        if lang == taken:
            raise UsageError(f"--pair {said}: both sides are in {lang!r}: write notes of both languages")
        taken = lang
        notes = [_note("--pair", said, alignment, lang, number) for number in parted(numbers, ",")]
        yield lang, tuple(dict.fromkeys(notes))


def with_decisions(
    text: str,
    known: Sequence[Decision],
    made: Sequence[Written],
    order: Sequence[str],
    back: Collection[Decision] = (),
) -> str:
    """The text of the file with new decisions, and without those that they take the place of or that are taken ``back``;
    ``order`` are all comments of the file."""
    new = [decided for decided, _ in made]
    outdated = (decision for decision in known if decision in back or replaced(decision, new))
    for decision in sorted(outdated, key=_line, reverse=True):
        text = removed(text, decision)
    for decision, above in made:
        text = with_decision(text, decision, above, order)
    return text


def _line(decision: Decision) -> int:
    return int(decision.place.rpartition(":")[2])


def replaced(old: Decision, made: Sequence[Decision]) -> bool:
    """Whether a new decision takes an old one's place: an acceptance of the same notes, or another pair of one of
    them."""
    before = _keys(old)
    for new in (decision for decision in made if decision.kind is old.kind):
        now = _keys(new)
        if now == before if new.kind is DecisionKind.ACCEPT else now & before:
            return True
    return False


def _keys(decision: Decision) -> set[tuple[str, str]]:
    return {(lang, key) for lang, own in decision.notes for key in own}


def note_named(option: str, said: str, langs: Sequence[str]) -> tuple[str, str]:
    """The language and the name of a note: the number of ``fr:39``, the label of ``fr:[^loi]``."""
    lang, sign, number = said.partition(":")
    if not sign or not number.strip():
        raise UsageError(f"{option} {said}: write a language and a note, as in {langs[0]}:39")
    if lang.strip() not in langs:
        raise UsageError(f"{option} {said}: there is no version in {lang.strip()!r}: use one of {', '.join(langs)}")
    return lang.strip(), number.strip()


def _note(option: str, said: str, alignment: Alignment, lang: str, name: str) -> Note:
    """The note that is called so; of several with one label or printed number none is."""
    version = alignment.left if alignment.left.lang == lang else alignment.right
    meant = called(version.document.notes, name)
    if not meant:
        raise UsageError(f"{option} {said}: there is no note {name} in {lang!r}")
    if len(meant) > 1:
        ids = ", ".join(note.note_id for note in meant)
        raise UsageError(f"{option} {said}: several notes of {lang!r} have that number: use one of {ids}")
    return meant[0]


def _langs(alignment: Alignment) -> tuple[str, str]:
    return alignment.left.lang, alignment.right.lang


def _home(alignment: Alignment, note: Note) -> Group:
    """The group that a note is in."""
    return next(group for group in alignment.groups if note in (*group.left, *group.right))


def _notes(group: Group, langs: tuple[str, str]) -> set[tuple[str, str]]:
    """The language and the ``note_id`` of every note of a group."""
    sides = zip(langs, (group.left, group.right), strict=True)
    return {(lang, note.note_id) for lang, notes in sides for note in notes}
