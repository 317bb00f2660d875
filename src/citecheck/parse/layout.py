"""Layout: the blocks of a version as headings, running text, notes and entries, in one pass."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model.document import BlockKind, Heading
from citecheck.model.source import Span, Version
from citecheck.parse.blocks import Block, Kind, blocks
from citecheck.parse.calls import find_calls, first_called, without_calls
from citecheck.parse.captions import kind_of
from citecheck.parse.entrytexts import (
    COLOPHON,
    are_apart,
    continues_entry,
    defines_links,
    is_cut_off,
    is_date_alone,
    is_first,
    is_further_paragraph,
    is_marked,
    is_remark,
    is_rest,
    is_sentence,
    items_of_list,
    may_be_entry,
)
from citecheck.parse.forms.notes import Way, note_ways
from citecheck.parse.furniture import without_furniture
from citecheck.parse.handwritten import Handwritten, handwritten
from citecheck.parse.headed import with_headings
from citecheck.parse.headings import (
    heading_parts,
    heading_text,
    is_bibliography,
    is_further_reading,
    is_notes,
    title_span,
)
from citecheck.parse.headless import first_entry, is_all_entries
from citecheck.parse.lists import UNSIGNED, goes_on, holds_entries
from citecheck.parse.markup import Element, cell_number, elements, rows, within_tags
from citecheck.parse.notes import (
    continues_note,
    definition,
    definition_of_blocks,
    element_note,
    extended,
    notes_of_lines,
)
from citecheck.parse.passages import BlockNotes, passages_of, unlinked
from citecheck.parse.prose import is_open, looks_like_reference, starts_amid
from citecheck.parse.structure import EntryText, Piece, Structure
from citecheck.parse.words import evened

__all__ = ["read_structure"]

LONGEST_BOLD_HEADING = 60


def read_structure(version: Version) -> Structure:
    """The structure of one language version."""
    structure = Structure()
    streams = [with_headings(without_furniture(blocks(part))) for part in version.parts]
    linked = [note_ways().read_blocks(stream) for stream in streams]
    passages = [passage for pair in zip(streams, linked, strict=True) for passage in passages_of(*pair)]
    written = handwritten(passages)
    structure.brackets_call = written.call is not None
    for stream, notes in zip(streams, linked, strict=True):
        _Layout(structure, stream, written, notes).run()
    return structure


class _Layout:
    """One pass over the blocks of one file."""

    def __init__(self, structure: Structure, stream: Sequence[Block], written: Handwritten, linked: BlockNotes) -> None:
        self.structure = structure
        self.stream = stream
        self.written = written
        self.linked = linked
        self.open: int | None = None
        self.interrupted = False
        self.note_before = False
        # The level of the heading of the bibliography that the pass is in, or 0.
        self.region = 0
        self.region_further = False
        self.notes_listed = False
        # Without a heading: whether the whole file is a bibliography, and where one begins at its end.
        self.all_entries = not linked and is_all_entries(stream)
        self.first_entry = None if written.note else first_entry(stream, linked)
        if self.all_entries:
            self.region = 1
        # The labels called so far, and how many of the calls they were taken from.
        self.called: set[str] = set()
        self.counted = 0

    @property
    def section(self) -> int:
        return len(self.structure.headings)

    @property
    def agreed(self) -> Way | None:
        """The form of notes that the document has agreed upon, where it can be: entries bear such numbers too."""
        return None if self.region else self.written.note

    def run(self) -> None:
        for at, block in unlinked(self.stream, self.linked):
            if at == self.first_entry and not self.region:
                self.region = 1
            if at in self.linked:
                self.structure.definitions.append(definition_of_blocks(self.section, *self.linked[at]))
                self.note_before, self.interrupted = True, True
            elif block.kind is Kind.HEADING:
                self._heading(block, at)
            elif block.kind in (Kind.RULE, Kind.CODE):
                self.interrupted = True
            elif block.kind in (Kind.TABLE, Kind.HTML):
                self._markup(block)
            else:
                self._paragraph(block, at)

    # Headings

    def _heading(self, block: Block, at: int) -> None:
        text = heading_text(block.span)
        number, title = heading_parts(without_calls(text))
        if not title:
            return
        self._add_heading(Heading(block.span, block.level, number, title_span(block.span, title), self.section + 1))
        self.notes_listed = is_notes(text)
        self._calls(block.span, len(self.structure.pieces))
        if is_bibliography(text) or is_further_reading(text):
            if holds_entries(self.stream, at + 1, self.linked):
                self._open_region(block, block.level)
        elif (
            self.region
            and not self.all_entries
            and not goes_on(self.stream, at + 1, self.linked, (self.region, block.level))
        ):
            self.region = 0

    def _bold_heading(self, block: Block, at: int) -> bool:
        """Takes a line of bold text as the heading of a bibliography; False where it is none."""
        text = block.span.text.strip()
        if self.region or "\n" in text or len(text) >= LONGEST_BOLD_HEADING:
            return False
        if not (is_bibliography(text) or is_further_reading(text)) or not holds_entries(
            self.stream, at + 1, self.linked
        ):
            return False
        title = heading_parts(block.span.text)[1]
        self._add_heading(Heading(block.span, UNSIGNED, None, title_span(block.span, title), self.section + 1))
        self._open_region(block, UNSIGNED)
        return True

    def _add_heading(self, heading: Heading) -> None:
        self.structure.headings.append(heading)
        self.open, self.note_before = None, False

    def _open_region(self, heading: Block, level: int) -> None:
        self.region, self.region_further = level, is_further_reading(heading_text(heading.span))
        self.structure.bibliography_heading = self.structure.bibliography_heading or heading.span

    # Paragraphs

    def _paragraph(self, block: Block, at: int) -> None:
        span = block.span
        if note_ways().note_at(span.text, 0, self.agreed) is not None:
            self._notes(span)
        elif self._bold_heading(block, at):
            return
        elif self.note_before and continues_note(self.structure.definitions[-1], block, self.open is not None):
            own, rest = self._parted(span)
            self.structure.definitions.append(extended(self.structure.definitions.pop(), own))
            self._notes(rest)
        elif not self._listed(block):
            self._prose(block)

    def _listed(self, block: Block) -> bool:
        """Takes a block as a list of notes or as entries; False where it is neither."""
        self.note_before = False
        if self.notes_listed and not self.region and self._list_of_notes(block.span):
            self.note_before, self.interrupted = True, True
            return True
        return bool(self.region) and self._entries(block)

    def _prose(self, block: Block) -> None:
        """Takes a block as running text, with the notes that may stand right below it."""
        text, rest = self._parted(block.span)
        if text.text.strip():
            self._text(text, kind_of(block, text.text))
        self._notes(rest)

    def _parted(self, span: Span) -> tuple[Span, Span | None]:
        """The text before the notes that begin on a line of their own right below it, without a blank line between, and these."""
        text = span.text
        first: dict[str, int] | None = None
        for match in re.finditer(r"\n", text):
            note = note_ways().note_at(text, match.end(), self.agreed)
            if note is None:
                continue
            if first is None:
                self.called.update(call.label for call in self.structure.calls[self.counted :])
                self.counted = len(self.structure.calls)
                first = first_called(text, self.written.call)
            label = note[1].label
            if label in self.called or first.get(label, len(text)) <= match.start():
                return span.part(0, match.end()), span.part(match.end(), len(text))
        return span, None

    def _text(self, span: Span, kind: BlockKind) -> None:
        number = len(self.structure.pieces)
        joins = None
        if kind in (BlockKind.PROSE, BlockKind.LIST):
            if self.open is not None and kind is BlockKind.PROSE and (self.interrupted or starts_amid(span.text)):
                joins = self.open
            self.open = number if is_open(span.text) else None
            self.interrupted = False
        elif kind is BlockKind.TABLE:
            self.interrupted = True
        self.structure.pieces.append(Piece(span, kind, self.section, joins))
        self._calls(span, number)

    def _calls(self, span: Span, piece: int) -> None:
        read = find_calls(span, self.section, piece, self.written.call)
        self.structure.calls.extend(read.calls)
        self.structure.definitions.extend(read.definitions)
        self.structure.unreadable.extend(read.unreadable)

    # Notes

    def _notes(self, span: Span | None) -> None:
        if span is None:
            return
        self.structure.definitions.extend(notes_of_lines(span, self.section, self.agreed))
        self.note_before, self.interrupted = True, True

    def _list_of_notes(self, span: Span) -> bool:
        """Takes a list below a heading "Notes" as notes; False where it is none."""
        read = note_ways().read("read_list", span.text)
        if read is None:
            return False
        way, notes = read
        self.structure.definitions.extend(definition(span, self.section, way, written) for written in notes)
        return True

    # Notes and entries in HTML and in tables

    def _markup(self, block: Block) -> None:
        span = block.span
        self.notes_listed = self.notes_listed or note_ways().announced(span.text)
        read = block.kind is Kind.HTML and (self._elements(span) or self._lines_in_element(span))
        if not read and not self._rows(span):
            self._text(span, BlockKind.TABLE)
        self.note_before = False

    def _lines_in_element(self, span: Span) -> bool:
        """Takes the lines of an element that holds nothing but notes (``<small>``) as notes; False where it holds others."""
        inner = span.part(*within_tags(span.text))
        noted = note_ways().note_at(inner.text, 0, self.agreed) is not None
        self._notes(inner if noted else None)
        return noted

    def _elements(self, span: Span) -> bool:
        """Takes the notes or the entries among the elements of a block; False where there are none."""
        taken = [self._element(span, element) for element in elements(span.text)]
        return any(taken)

    def _element(self, span: Span, element: Element) -> bool:
        """Takes an element as a note or an entry; False where it is neither."""
        text = span.text
        note = element_note(text, element, self.notes_listed, self.agreed)
        if note is not None:
            self.structure.definitions.append(definition(span, self.section, *note))
        elif self.region and looks_like_reference(evened(text[element.body : element.end])):
            self._element_of_list(span, element)
        else:
            return False
        return True

    def _element_of_list(self, span: Span, element: Element) -> None:
        """Takes an element as an entry, or as the end of the one above it; a date alone is none."""
        above, inner = self._entry_above(), span.part(element.body, element.end)
        if above is not None and is_cut_off(above.body, inner.text):
            self._extend_entry(above, inner)
        elif not is_date_alone(inner.text):
            ordinal = str(element.ordinal) if element.ordinal else None
            self._entry(span, element.start, element.body, element.end, ordinal)

    def _rows(self, span: Span) -> bool:
        """Takes the rows of a table in a bibliography as entries, below a heading "Notes" as notes; False where there are
        none."""
        if not self.region and not self.notes_listed:
            return False
        take = self._row_of_entry if self.region else self._row_of_note
        taken = [take(span, start, cells) for start, cells in rows(span.text) if cells]
        return any(taken)

    def _row_of_entry(self, span: Span, start: int, cells: Sequence[tuple[int, int]]) -> bool:
        text = span.text
        body = max(cells, key=lambda cell: cell[1] - cell[0])
        if not looks_like_reference(text[slice(*body)]):
            return False
        self._entry(span, start, *body, cell_number(text[slice(*cells[0])]))
        return True

    def _row_of_note(self, span: Span, start: int, cells: Sequence[tuple[int, int]]) -> bool:
        read = note_ways().read("read_row", span.text, cells)
        if read is None:
            return False
        self.structure.definitions.append(definition(span, self.section, *read))
        return True

    # Entries

    def _entries(self, block: Block) -> bool:
        """Takes the block as entries; False where it is none (an introduction, running text below the list)."""
        span = block.span
        if block.kind not in (Kind.PARAGRAPH, Kind.LIST) or defines_links(span.text):
            return False
        above = self._entry_above()
        if above is not None and is_further_paragraph(above.span, above.body, span):
            self._extend_entry(above, span)
            return True
        items = list(items_of_list(span.text))
        if above and self._is_behind_list(items[0].number, span):
            return False
        if len(items) == 1 and not is_marked(span.text):
            text = span.text.strip()
            if (
                above
                and not are_apart(above.span, span)
                and continues_entry(above.body, text, above.number is not None)
            ):
                self._extend_entry(above, span)
                return True
            if not may_be_entry(text, first=above is None):
                return False
        if above is not None and len(items) > 1 and is_rest(span.text, items):
            self._rest(above, span.part(items[0].start, items[0].end))
            del items[0]
        for item in items:
            if item.end > item.body and not (block.kind is Kind.LIST and is_remark(span.text, item)):
                self._entry(span, item.start, item.body, item.end, item.number)
        self.open = None
        return True

    def _rest(self, above: EntryText, rest: Span) -> None:
        """Takes what a page break cut off from the entry above as a part of it, or as text where the head of a page stands between."""
        if are_apart(above.span, rest):
            self._text(rest, BlockKind.PROSE)
        else:
            self._extend_entry(above, rest)

    def _is_behind_list(self, number: str | None, span: Span) -> bool:
        """Whether what stands below a list is none of it: an imprint, or notes, whose numbers begin where the list has none."""
        if (number == "1" or is_first(span.text)) and self.structure.lists_without_numbers(self.section):
            self.region = 0
            return True
        if COLOPHON.fullmatch(span.text) is None:
            return False
        return self.interrupted or is_sentence(span.text)

    def _entry_above(self) -> EntryText | None:
        """The last entry, if it stands below the same heading."""
        entries = self.structure.entries
        return entries[-1] if entries and entries[-1].section == self.section else None

    def _extend_entry(self, entry: EntryText, span: Span) -> None:
        source, end = entry.span.source, span.start + len(span.text.rstrip())
        whole, body = Span(source, entry.span.start, end), Span(source, entry.body.start, end)
        self.structure.entries[-1] = EntryText(whole, body, entry.number, entry.section, entry.further_reading)

    def _entry(self, span: Span, start: int, body: int, end: int, number: str | None) -> None:
        self.structure.entries.append(
            EntryText(span.part(start, end), span.part(body, end), number, self.section, self.region_further)
        )
