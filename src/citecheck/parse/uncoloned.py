"""Notes that lack the colon behind their label: ``[^oak] Doe, 2020.`` on a line of its own, which is text and no note."""

from __future__ import annotations

from citecheck.model.document import NoteForm
from citecheck.parse.structure import Call, Structure

__all__ = ["without_uncoloned"]


def without_uncoloned(structure: Structure) -> Structure:
    """The structure without the calls that begin a line as the label of a note would, where no note has that label and the
    text calls it elsewhere: the note is lost, and not called once more."""
    defined = {note.label for note in structure.definitions}
    lost = [call for call in structure.calls if call.form is NoteForm.LABEL and call.label not in defined]
    beginning = {id(call) for call in lost if _begins_line(call)}
    called = {call.label for call in lost if id(call) not in beginning}
    structure.calls = [call for call in structure.calls if id(call) not in beginning or call.label not in called]
    return structure


def _begins_line(call: Call) -> bool:
    """Whether a call stands at the beginning of a line, with a blank between it and what follows."""
    text, start, end = call.span.source.text, call.span.start, call.span.end
    line = text.rfind("\n", 0, start) + 1
    return not text[line:start].strip(" \t>") and text[end : end + 1].isspace()
