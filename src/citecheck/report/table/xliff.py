"""The table as XLIFF 2.1, for a translation tool: one unit for each group of notes, with the state that it is in.

The first language is the source, the second the target. A unit's ``id`` is made from what its notes say and cite, as
decisions know them, so that the states of the file can be read back when the report was renumbered meanwhile.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from citecheck.model.decision import settled
from citecheck.model.table import NoteText, Row, Table, Verdict, one_line
from citecheck.report.table.cells import numbers
from citecheck.report.voice import say

__all__ = ["DONE", "notes_of", "state_of", "unit_ids", "xliff_table"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""That of 2.0 and of 2.1, which have one core."""
OWN = "citecheck"
"""What our own values begin with, before a colon."""
DONE = ("reviewed", "final")
"""The states of what needs no work any more."""
STRUCTURE = frozenset({"xliff", "file", "group", "unit", "notes", "segment"})
"""The elements that hold no text, in which line breaks mean nothing."""


def xliff_table(table: Table, *, ui: str = "en") -> str:
    """The table with a unit for each row, in groups by section."""
    root = Element(
        "xliff", {"xmlns": NAMESPACE, "version": "2.1", "srcLang": table.langs[0], "trgLang": table.langs[1]}
    )
    file = SubElement(root, "file", id="notes", original=one_line(", ".join(table.paths)))
    said: list[tuple[str, str, str | None]] = [("unrelated", table.unrelated, None)] if table.unrelated else []
    said += [("difference", f"{one.code} {one.message} ({one.where})", None) for one in table.others]
    _notes(file, said)
    ids = unit_ids(table)
    sections = groupby(range(len(table.rows)), key=lambda at: table.rows[at].section)
    for number, (section, ordinals) in enumerate(sections, 1):
        named = section or say("before-headings", ui)
        group = SubElement(file, "group", id=f"s{number}", name=one_line(named))
        for at in ordinals:
            _unit(group, ids[at], table.rows[at], table.langs)
    if not table.rows:
        # A file has at least a group, which may have nothing in it.
        SubElement(file, "group", id="s1")
    _indent(root, 0)
    # A reference is the same sign to a reader of XML, and none to a service that looks for commands in a log.
    written = re.sub("#(?=#)|:(?=:)", lambda sign: f"&#{ord(sign[0])};", ElementTree.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def unit_ids(table: Table) -> list[str]:
    """The ``id`` of each row's unit."""
    seen: Counter[str] = Counter()
    made = []
    for row in table.rows:
        digest = hashlib.sha256(repr(row.key).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[digest] += 1
        made.append(f"n{digest}" if seen[digest] == 1 else f"n{digest}-{seen[digest]}")
    return made


def state_of(row: Row) -> str:
    """The state in which a row is written: ``initial`` where there is no target, ``translated`` where it is to be looked at,
    ``reviewed`` where it is the same, ``final`` where it was accepted."""
    if row.verdict is Verdict.ACCEPTED:
        return "final"
    if row.verdict is Verdict.SAME:
        return "reviewed"
    return "translated" if row.right else "initial"


def notes_of(row: Row) -> Iterator[tuple[str, str, str | None]]:
    """The notes of a row's unit: what each is, its text, and whether it is about the source or the target."""
    for one in row.differences:
        yield "difference", f"{one.code} {one.message}", None
    if row.decision is not None and settled(row.decision):
        yield "decision", one_line(settled(row.decision)), None
    for side, notes in (("source", row.left), ("target", row.right)):
        for note in notes:
            if note.passage is not None:
                around = note.passage
                yield "passage", f"{around.before}{around.covered}[{note.number}]{around.after}", side
    if row.opposite is not None:
        yield "passage", f"{row.opposite.covered} | {row.opposite.after}", "target" if row.left else "source"


def _unit(group: Element, name: str, row: Row, langs: tuple[str, str]) -> None:
    about = " = ".join(f"{lang} {numbers(row.side(at)) or '–'}" for at, lang in enumerate(langs))
    unit = SubElement(group, "unit", id=name, name=one_line(about), canResegment="no")
    _notes(unit, list(notes_of(row)))
    state = state_of(row)
    segment = SubElement(unit, "segment", state=state, subState=f"{OWN}:{row.verdict.value.replace('_', '-')}")
    marks = iter(range(1, 10_000))
    _text(SubElement(segment, "source"), row.left, marks)
    # A target may be lacking only where nothing was translated yet.
    if row.right or state != "initial":
        _text(SubElement(segment, "target"), row.right, marks)


def _notes(parent: Element, notes: Sequence[tuple[str, str, str | None]]) -> None:
    if not notes:
        return
    box = SubElement(parent, "notes")
    for number, (kind, text, side) in enumerate(notes, 1):
        about = {"appliesTo": side} if side is not None else {}
        SubElement(box, "note", {"id": f"c{number}", "category": f"{OWN}:{kind}", **about}).text = one_line(text)


def _text(element: Element, notes: Sequence[NoteText], marks: Iterator[int]) -> None:
    """The texts of notes, each marked with its number where there are several, and with what differs marked."""
    last: Element | None = None
    for note in notes:
        home = element
        if len(notes) > 1:
            if last is not None:
                last.tail = " "
            kind = {"id": f"m{next(marks)}", "type": f"{OWN}:note", "value": one_line(note.note_id)}
            last = home = SubElement(element, "mrk", kind)
        inner: Element | None = None
        for piece in note.pieces:
            if piece.marked:
                inner = SubElement(home, "mrk", {"id": f"m{next(marks)}", "type": f"{OWN}:differs"})
                inner.text = _printed(piece.text)
            elif inner is not None:
                inner.tail = (inner.tail or "") + _printed(piece.text)
            else:
                home.text = (home.text or "") + _printed(piece.text)


def _printed(text: str) -> str:
    """A stretch of a note as XML can hold it, with the blanks at its ends."""
    before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    inside = one_line(text)
    return f"{before}{inside}{after}" if inside else before


def _indent(element: Element, depth: int) -> None:
    """Puts each element that holds no text on lines of its own."""
    children = list(element) if element.tag in STRUCTURE else []
    for child in children:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + (child is not children[-1]))
    if children:
        element.text = "\n" + "  " * (depth + 1)
