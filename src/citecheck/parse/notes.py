"""Notes: which lines and blocks hold notes, and where they end."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages import words
from citecheck.languages.elsewhere import CONJUNCTIONS
from citecheck.languages.patterns import alternatives
from citecheck.model.document import NoteForm
from citecheck.model.source import Span
from citecheck.parse.blocks import Block, Kind
from citecheck.parse.entrytexts import URL_FIRST, ending
from citecheck.parse.forms.note_parts import MARGIN, skip_space
from citecheck.parse.forms.notes import BlockNote, Way, Written, note_ways
from citecheck.parse.markup import Element
from citecheck.parse.structure import Definition

INDENTED = re.compile(r"(?: {4}|\t)")
SMALL_FIRST = re.compile(r"[a-zà-öø-ÿ(]")
ADDRESS = re.compile(r"<https?://[^<>\n]*>|https?://\S+")
LONGEST_BESIDE_ADDRESS = 40
"""Characters that may stand beside an address for it to be the rest of a note."""
SHORTEST_CUT = 60
"""Characters of a note that may be cut in mid-sentence by a page break."""
_MARGIN = re.compile(MARGIN)


def notes_of_lines(span: Span, section: int, agreed: Way | None) -> list[Definition]:
    """The notes of a block, from the first line that begins one; ``agreed`` is the form that the document has agreed upon."""
    text = span.text
    starts = [0] + [match.end() for match in re.finditer(r"\n", text)]
    marks = [(at, note) for at in starts if (note := note_ways().note_at(text, at, agreed)) is not None]
    notes = []
    for (at, (way, beginning)), end in zip(marks, [*(at for at, _ in marks[1:]), len(text)], strict=False):
        body = beginning.body
        end = body + len(text[body:end].rstrip()) if end > body else body
        whole = (min(_margin(text, at), beginning.place[0]), end)
        written = Written(beginning.label, beginning.place, whole, (skip_space(text, body, end), end))
        notes.append(definition(span, section, way, written))
    return notes


def definition(span: Span, section: int, way: Way, written: Written) -> Definition:
    """The note that a form has read in the text of ``span``."""
    whole, label, body = (span.part(*place) for place in (written.whole, written.place, written.body))
    return Definition(whole, label, body, way.numbering, written.label, section, way.name)


def definition_of_blocks(section: int, way: Way, note: BlockNote) -> Definition:
    """The note that a form has read in several blocks."""
    return Definition(note.whole, note.place, note.body, way.numbering, note.label, section, way.name)


def element_note(text: str, element: Element, noted: bool, agreed: Way | None) -> tuple[Way, Written] | None:
    """The note that an element of HTML is; ``noted`` says that notes are announced above it."""
    line = note_ways().note_at(text, element.body, agreed)
    if line is None:
        return note_ways().read("read_element", text, element, noted)
    way, beginning = line
    if beginning.body >= element.end:
        return None
    body = (skip_space(text, beginning.body, element.end), element.end)
    return way, Written(beginning.label, beginning.place, (element.start, element.end), body)


def extended(note: Definition, span: Span) -> Definition:
    """The note with the block that it goes on in."""
    end = span.start + len(span.text.rstrip())
    source = note.span.source
    whole, body = Span(source, note.span.start, end), Span(source, note.body.start, end)
    return Definition(whole, note.label_span, body, note.form, note.label, note.section, note.read_by)


def continues_note(note: Definition, block: Block, text_is_open: bool) -> bool:
    """Whether a block goes on with the note above it; ``text_is_open`` says that running text waits for its rest."""
    text = block.span.text
    if note.form is NoteForm.LABEL and INDENTED.match(text):
        return True
    if block.kind is not Kind.PARAGRAPH or "\t" in text:
        return False
    if URL_FIRST.match(text) and len(ADDRESS.sub("", text)) < LONGEST_BESIDE_ADDRESS:
        return True
    body = ending(note.body)
    starts_small = SMALL_FIRST.match(text.lstrip("*_ ")) is not None
    return _open_end().search(body) is not None or (starts_small and not text_is_open and _is_cut(body))


@cache
def _open_end() -> re.Pattern[str]:
    """The end of a note that promises more: a comma, ``and``, ``or``, ``in``."""
    small = {*words("conjunctions"), *CONJUNCTIONS, *words("disjunctions"), *words("in_words")}
    return re.compile(rf"(?:[,;:&(]|\s(?:{alternatives(small)}))\s*$", re.IGNORECASE)


def _is_cut(ending_of_note: str) -> bool:
    """Whether a note is long enough, and without a stop at its end, to be cut by a page break."""
    return len(ending_of_note) > SHORTEST_CUT and not ending_of_note.endswith((".", "!", "?", ">"))


def _margin(text: str, at: int) -> int:
    """Where the text of the line at ``at`` begins, past spaces and marks of quotation."""
    margin = _MARGIN.match(text, at)
    return margin.end() if margin else at
