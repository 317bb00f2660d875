"""What looks like the call of a note and is none: the label of a note that lacks its colon (``[^oak] Doe, 2020.`` on a line of
its own), signs in a block of code that is only indented, and a number that leads elsewhere than to a note."""

from __future__ import annotations

import re

from citecheck.model.document import BlockKind, NoteForm
from citecheck.parse.forms.note_parts import ANCHOR
from citecheck.parse.structure import Call, Structure

__all__ = ["without_uncoloned"]


def without_uncoloned(structure: Structure) -> Structure:
    """The structure without the calls that begin a line as the label of a note would, where no note has that label and the
    text calls it elsewhere: the note is lost, and not called once more. Nor does code that is indented call one that there
    is not."""
    defined = {note.label for note in structure.definitions}
    lost = [call for call in structure.calls if call.form is NoteForm.LABEL and call.label not in defined]
    beginning = {id(call) for call in lost if _begins_line(call)}
    called = {call.label for call in lost if id(call) not in beginning}
    code = {id(call) for call in lost if _is_indented(structure, call)}
    elsewhere = _leading_elsewhere(structure)
    structure.calls = [
        call
        for call in structure.calls
        if id(call) not in code | elsewhere and (id(call) not in beginning or call.label not in called)
    ]
    return structure


TARGET = re.compile(r"#([^()\s\"'<>]+)")


def _leading_elsewhere(structure: Structure) -> set[int]:
    """The numbers in links that are the labels of notes, but lead to no anchor of the note."""
    linked = [call for call in structure.calls if call.read_by == "named"]
    anchors: dict[str, set[str]] = {}
    for note in structure.definitions if linked else ():
        names = anchors.setdefault(note.label, set())
        names.update(anchor.group("name") for anchor in ANCHOR.finditer(note.span.text))
    return {id(call) for call in linked if call.label in anchors and _target(call) not in anchors[call.label]}


def _target(call: Call) -> str:
    """The name of the anchor that a call leads to."""
    target = TARGET.search(call.span.text)
    return target.group(1) if target else ""


def _is_indented(structure: Structure, call: Call) -> bool:
    """Whether all of the block that a call stands in is indented as code is. Converters indent text, too: only what no note
    has is taken for code."""
    piece = structure.pieces[call.piece] if call.piece < len(structure.pieces) else None
    if piece is None or piece.kind is not BlockKind.PROSE or not piece.span.holds(call.span):
        return False
    source, start = piece.span.source.text, piece.span.start
    lines = source[source.rfind("\n", 0, start) + 1 : piece.span.end].splitlines()
    return all(line.startswith(("    ", "\t")) for line in lines if line.strip())


def _begins_line(call: Call) -> bool:
    """Whether a call stands at the beginning of a line, with a blank between it and what follows."""
    text, start, end = call.span.source.text, call.span.start, call.span.end
    line = text.rfind("\n", 0, start) + 1
    return not text[line:start].strip(" \t>") and text[end : end + 1].isspace()
