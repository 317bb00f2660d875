"""The numbers that Word prints for notes: told before the text is read, since a mark says only which note it calls.

ECMA-376 part 1, 17.11: a note's number is its place in the order of the marks, in the numerals and from the start that the section or the
document says, anew in each section where it says so; a mark set by hand (``customMarkFollows``) takes part in no count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import NoteKind
from citecheck.read.elements import attribute, child, name, name_above
from citecheck.read.word.changes import Changes
from citecheck.read.word.names import value
from citecheck.read.word.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NOTE_ID", "Called", "called_notes", "mark_behind"]

NOTE_ID = "citecheck-note"
"""The attribute that a mark gets: which note it calls, as its identifier in the Layout."""
KINDS = {"footnoteReference": NoteKind.FOOTNOTE, "endnoteReference": NoteKind.ENDNOTE}
PAGE = "note-numbers-by-page"
LONGEST_MARK = 4


class Called(Struct, frozen=True):
    """A note that a mark calls: its ``key`` in the part for its kind, and how it is printed."""

    kind: NoteKind
    key: str
    note_id: str
    printed: str
    custom: bool = False


class _Habit(Struct, frozen=True):
    """How the notes of one kind are numbered in a section."""

    numerals: str
    start: int = 1
    restart: str = "continuous"

    def changed(self, element: _Element | None) -> _Habit:
        """The habit with what an element says otherwise."""
        start = value(element, "numStart") or ""
        return _Habit(
            value(element, "numFmt") or self.numerals,
            int(start) if start.isdecimal() else self.start,
            value(element, "numRestart") or self.restart,
        )


class _Count:
    """Counts the notes of one kind."""

    def __init__(self, kind: NoteKind, habit: _Habit) -> None:
        self.kind = kind
        self.habit = habit
        self.number = habit.start - 1
        self.chapter = 1
        self.begun = False

    def enter(self, habit: _Habit) -> None:
        """A section begins."""
        if habit.restart == "eachSect" and self.begun:
            self.number = habit.start - 1
            self.chapter += 1
            self.begun = False
        self.habit = habit

    def next(self) -> str:
        """The next note's number, as printed."""
        self.number += 1
        self.begun = True
        return numeral(self.number, self.habit.numerals)


def called_notes(
    main: _Element, settings: _Element | None, changes: Changes
) -> tuple[tuple[Called, ...], tuple[str, ...]]:
    """The notes in the order in which marks call them, and what could not be known of their numbers.

    Every mark gets the attribute `NOTE_ID`.
    """
    base = {
        NoteKind.FOOTNOTE: _Habit("decimal").changed(child(settings, "footnotePr")),
        NoteKind.ENDNOTE: _Habit("lowerRoman").changed(child(settings, "endnotePr")),
    }
    sections = [
        {kind: habit.changed(child(one, f"{kind.value}Pr")) for kind, habit in base.items()}
        for one in main.iter("{*}sectPr")
        if name_above(one) in ("pPr", "body")
    ] or [base]
    counts = {kind: _Count(kind, sections[0][kind]) for kind in NoteKind}
    found: list[tuple[_Element, Called, int]] = []
    by_page = False
    for section, mark in _marks(main, changes):
        habits = sections[min(section, len(sections) - 1)]
        kind, key = KINDS[name(mark)], attribute(mark, "id") or ""
        count = counts[kind]
        if count.habit is not habits[kind]:
            count.enter(habits[kind])
        own = mark_behind(mark) if attribute(mark, "customMarkFollows") in ("1", "true", "on") else None
        by_page |= own is None and habits[kind].restart == "eachPage"
        found.append((mark, Called(kind, key, "", own or count.next(), own is not None), count.chapter))
    return _identified(found), (PAGE,) if by_page else ()


def _identified(found: list[tuple[_Element, Called, int]]) -> tuple[Called, ...]:
    """The notes with identifiers: what is printed, made unique."""
    both = len({one.kind for _, one, _ in found}) > 1
    chapters = {kind: len({chapter for _, one, chapter in found if one.kind is kind}) for kind in NoteKind}
    known: dict[tuple[NoteKind, str], Called] = {}
    taken = Counter[str]()
    for mark, one, chapter in found:
        place = (one.kind, one.key)
        if place not in known:
            prefix = f"{chapter}/" if chapters[one.kind] > 1 else ""
            note_id = f"{'e' if both and one.kind is NoteKind.ENDNOTE else ''}{prefix}{one.printed}"
            taken[note_id] += 1
            if taken[note_id] > 1:
                note_id = f"{note_id}.{taken[note_id]}"
            known[place] = replace(one, note_id=note_id)
        mark.set(NOTE_ID, known[place].note_id)
    return tuple(known.values())


def _marks(main: _Element, changes: Changes) -> Iterator[tuple[int, _Element]]:
    """The marks in the order of the text, each with the ordinal of its section."""
    section = 0
    ending: _Element | None = None
    for one in main.iter("{*}footnoteReference", "{*}endnoteReference", "{*}sectPr"):
        if name(one) == "sectPr":
            if name_above(one) == "pPr":
                # A section ends behind the paragraph that holds what it is like.
                section += ending is not None
                ending = next(above for above in one.iterancestors() if name(above) == "p")
        elif not changes.drops(one):
            if ending is not None and all(above is not ending for above in one.iterancestors()):
                section += 1
                ending = None
            yield section, one


def mark_behind(mark: _Element) -> str:
    """The mark that is typed behind a reference: in its run, or in the next one."""
    for one in mark.itersiblings():
        if name(one) == "t" and (one.text or "").strip():
            return _mark(one.text or "")
        if name(one) == "sym":
            return "*"
    run = mark.getparent()
    following = run.getnext() if run is not None else None
    words = (one.text or "" for one in following.iter("{*}t")) if following is not None else iter(())
    return _mark(next(words, "") or "*")


def _mark(text: str) -> str:
    return (text.split() or ["*"])[0][:LONGEST_MARK]
