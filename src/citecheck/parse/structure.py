"""Structure: which lines of a version are headings, running text, notes and entries, and where the markers stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from msgspec import Struct, field

from citecheck.languages import all_languages, words
from citecheck.model.document import BlockKind, Heading, NoteForm, Unreadable
from citecheck.model.source import Span, Version
from citecheck.parse.blocks import Block, Kind, blocks
from citecheck.parse.handwritten import Handwritten, Passage, handwritten
from citecheck.parse.linked import LinkedNote, linked_notes
from citecheck.parse.markup import announces_notes, items, rows, without_return
from citecheck.parse.reference import OPEN_DATE, is_line_of_its_own
from citecheck.parse.words import YEAR, alternatives, stop_words

ANCHOR = r"(?:<(?:span|a)\b[^<>\n]{0,200}>[ \t]*</(?:span|a)>[ \t]*){0,4}"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = str.maketrans(RAISED, "0123456789")
BACK = r"[^()\s<>]{0,60}(?:ref|anc|back|call|appel|rtn|src|fn|ftn|edn|note)[^()\s<>]{0,60}"
"""The target of the link by which a note goes back to its call, or a call to its note."""
SUPERSCRIPT_NOTE = re.compile(
    rf"[ \t>]*(?:[-*+][ \t]+)?{ANCHOR}(?:"
    r"<sup(?:\s[^<>]{0,120})?>[ \t]*(?:<a\s[^<>]{0,200}>)?(?:\\?\[)?(\d{1,6})(?:\\?\])?(?:</a>)?[ \t]*</sup>"
    rf"|([{RAISED}]{{1,6}})"
    rf"|\[(?:\\?\[|\^|<sup>)?(\d{{1,4}})(?:\\?\]|\^|</sup>)?\]\(\\?#{BACK}\)(?:\{{[^{{}}\n]{{0,160}}\}})?"
    rf"|<a\s(?=[^<>]{{0,200}}#{BACK})[^<>]{{1,240}}>(?:<sup>)?(?:\\?\[)?(\d{{1,4}})(?:\\?\])?(?:</sup>)?</a>[.:]?"
    r")",
    re.IGNORECASE,
)
LABEL_NOTE = re.compile(r" {0,3}\[\^([^\]\[\s^]{1,100})\]:[ \t]*")
CALL = re.compile(
    r"<sup(?:\s[^<>]{0,120})?>\s{0,3}(?:<a\s[^<>]{0,200}>)?(?:\\?\[){0,2}(?P<numbers>\d{1,6}(?:\s?[,;–-]\s?\d{1,6}){0,9})"
    r"(?:\\?\]){0,2}(?:\(\\?#[^()\s]{0,80}\))?(?:</a>)?\s{0,3}</sup>"
    r"|\[\^(?P<label>[^\]\[\s^]{1,100})\]"
    rf"|(?P<raised>[{RAISED}]{{1,6}})(?![\w^])"
    rf"|\[(?:\\?\[|\^)?(?P<linked>\d{{1,4}})(?:\\?\]|\^)?\]\(\\?#(?=[^()\s]{{0,60}}(?:fn|ftn|edn|note))[^()\s]{{1,120}}\)(?:\{{[^{{}}\n]{{0,160}}\}})?"
    rf"|<a\s(?=[^<>]{{0,200}}#[^<>]{{0,60}}(?:fn|ftn|edn|note))[^<>]{{1,240}}>(?:\\?\[)?(?P<anchored>\d{{1,4}})(?:\\?\])?</a>",
    re.IGNORECASE,
)
INLINE = re.compile(r"(?<!\\)\^\[")
SQUARE = re.compile(r"(?<!\\)[\[\]]")
LONGEST_INLINE = 20_000
UNIT_BEFORE = re.compile(
    r"(?:(?<![^\W\d_])(?:[a-z]|[kcdmµnhM]?m|[kcm]?mi|ft|in|yd|km|ha|mc|s|R|r|χ|σ|x|n|CO|H)|(?<!\d)10)$"
)
URL_FIRST = re.compile(r"[ \t]*[<\[]?https?://", re.IGNORECASE)
DOI_FIRST = re.compile(r"[ \t]*(?:doi:?[ \t]*)?10\.\d{4,9}/", re.IGNORECASE)
OPEN_END = re.compile(r"(?:[,;:&(]|\s(?:et|and|und|y|ou|or|in|dans))\s*$", re.IGNORECASE)
TERMINAL = re.compile(r"[.!?:;…»”\")\]]$|[.!?]['’*_]$")
ISOTOPE = re.compile(r"<sup>\d{1,3}</sup>[A-Z][a-z]?(?![\w’'])")
ENTRY_NUMBER = re.compile(r"[ \t]*(?:\\?\[(\d{1,5})\\?\]|(\d{1,5})[.)])[ \t]+(?=\S)")
BULLET = re.compile(rf"[ \t]*(?![–—][ \t]+\(?{YEAR})[-+•–—▪*][ \t]+(?=\S)")
"""A bullet; a dash before a year stands for the author above it."""
TAGS = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
LABELS = re.compile(r"<sup>\s{0,9}([^\]\[\s^<]{1,100})\s{0,9}</sup>|\[\^([^\]\[\s^]{1,100})\]")
"""Markers, for their labels alone."""
MARGIN = re.compile(r"[ \t>]*")
ENDING = 400
"""Characters at the end of a note or an entry that tell whether it goes on."""
NUMBERED_TITLE = re.compile(r"((?:\d{1,3}\.){0,5}\d{1,3}|[IVXLC]{1,6}|[A-Z])(?:[.)\]:]\s*|\s*[–—-]\s+|\s+)(?=\S)")


class Definition(Struct, frozen=True):
    """A note as the source writes it: all of it, its label and the text after the label."""

    span: Span
    label_span: Span
    body: Span
    form: NoteForm
    label: str
    section: int


class Call(Struct, frozen=True):
    """A marker as the source writes it, with the piece of running text that it stands in."""

    span: Span
    form: NoteForm
    label: str
    section: int
    piece: int
    definition: Definition | None = None


class Piece(Struct, frozen=True):
    """A block of running text. ``joins`` is the ordinal of the piece that it goes on from, across a page break."""

    span: Span
    kind: BlockKind
    section: int
    joins: int | None = None


class EntryText(Struct, frozen=True):
    """An entry as the source writes it, with its printed number."""

    span: Span
    body: Span
    number: str | None
    section: int
    further_reading: bool


class Structure(Struct):
    """What the lines of a version are; built in one pass, in reading order."""

    headings: list[Heading] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    entries: list[EntryText] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    bibliography_heading: Span | None = None
    cited_numbers: list[Call] = field(default_factory=list)
    brackets_call: bool = False
    """Whether a number in brackets calls a note, and so cites no entry."""


def read_structure(version: Version) -> Structure:
    """The structure of one language version."""
    found = Structure()
    streams = [_without_furniture(blocks(part)) for part in version.parts]
    linked = [linked_notes(stream) for stream in streams]
    passages = [passage for pair in zip(streams, linked, strict=True) for passage in _passages(*pair)]
    written = handwritten(passages, CALL)
    found.brackets_call = written.call is not None
    for stream, notes in zip(streams, linked, strict=True):
        _Reading(found, stream, written, notes).run()
    return found


FURNITURE = re.compile(
    r"(?P<before>\d{1,4}[ \t|–—-]+)?(?P<text>[^\W\d_][^\n*_<>\[\]{}]{8,90}[^\W\d_])(?P<after>[ \t|–—-]+\d{1,4})?"
)
"""What may be the head or foot of a page: a few words, with or without its number."""
PAGES_ALIKE = 3
"""Pages that must have one head for it to be one."""


def _without_furniture(stream: Sequence[Block]) -> Sequence[Block]:
    """The blocks without the heads and feet of pages, which stand between the lines of a text that was made from a PDF:
    the same words again and again, with numbers that count up."""
    heads: dict[str, list[tuple[int, Block]]] = {}
    for block in stream:
        if block.kind is not Kind.PARAGRAPH or block.span.end - block.span.start > 110:
            continue
        match = FURNITURE.fullmatch(block.span.text.strip())
        if match is not None and (match.group("before") is None) != (match.group("after") is None):
            number = re.sub(r"\D", "", match.group("before") or match.group("after"))
            heads.setdefault(match.group("text"), []).append((int(number), block))
    furniture = {
        id(block)
        for alike in heads.values()
        if len(alike) >= PAGES_ALIKE and all(one[0] < other[0] for one, other in pairwise(alike))
        for _, block in alike
    }
    if not furniture:
        return stream
    return [Block(block.span, Kind.RULE) if id(block) in furniture else block for block in stream]


def _passages(stream: Sequence[Block], linked: dict[int, LinkedNote]) -> Iterator[Passage]:
    """The text of a file without its headings and linked notes, each block with what the heading above it announces."""
    noted = listed = False
    level = behind = 0
    for at, block in enumerate(stream):
        if at in linked:
            behind = linked[at].last + 1
        if at < behind:
            continue
        if block.kind is Kind.HEADING:
            title = _plain_title(_heading_text(block.span))
            if block.level <= level or not listed:
                noted, listed = title in _titles("notes_headings"), is_bibliography(title)
                level = block.level if listed else 0
        elif block.kind is not Kind.CODE:
            noted = noted or (block.kind is Kind.HTML and announces_notes(block.span.text))
            yield Passage(block.span, noted, listed)


def _heading_text(span: Span) -> str:
    """A heading's text without the line below it that makes it one."""
    return re.sub(r"\n[ \t]*(?:=+|-+)[ \t]*$", "", span.text.rstrip())


def numbers_as_citations(structure: Structure) -> Structure:
    """The structure with its superscript numbers as citations of entries, where they can be nothing else.

    Without notes, and with a numbered bibliography, ``growth<sup>3</sup>`` cites entry 3: where the bibliography has all
    the numbers, or nearly all of many that come back. Numbers that only ascend, beyond those of the entries, are those of
    notes that were lost.
    """
    superscripts = [call for call in structure.calls if call.form is NoteForm.SUPERSCRIPT]
    numbers = {entry.number for entry in structure.entries}
    noted = any(note.form is NoteForm.SUPERSCRIPT for note in structure.definitions)
    if noted or len(superscripts) < 3:
        return structure
    known = [call.label for call in superscripts if call.label in numbers]
    if len(known) < len(superscripts):
        printed = [int(call.label) for call in superscripts]
        ascending = all(one < other for one, other in pairwise(printed))
        if ascending or len(known) * 10 < len(superscripts) * 9 or len(set(known)) * 2 < len(numbers):
            return structure
    structure.cited_numbers = superscripts
    structure.calls = [call for call in structure.calls if call.form is not NoteForm.SUPERSCRIPT]
    return structure


@cache
def _chapter() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(words('chapter_words'))})\s+(\d{{1,3}}(?:\.\d{{1,3}})*|[IVXLC]{{1,6}})\b[ .:–—-]*",
        re.IGNORECASE,
    )


def heading_parts(text: str) -> tuple[str | None, str]:
    """The printed number of a heading, if it has one, and its title, without emphasis: ``## **2.1 Title**``."""
    bare = re.sub(r"^[ \t]*#{1,6}[ \t]*|(?<![ \t])[ \t]++#++[ \t]*+$", "", text)
    plain = re.sub(r"[*_`]+|<[^<>]{0,200}>", "", bare).strip()
    chapter = _chapter().match(plain)
    if chapter:
        return chapter.group(1), plain[chapter.end() :].strip() or plain
    number = NUMBERED_TITLE.match(plain)
    if number and (number.group(1)[0].isdigit() or plain[number.end(1) : number.end(1) + 1] in ".)"):
        if YEAR_ALONE.fullmatch(number.group(1)):
            return None, plain
        return number.group(1), plain[number.end() :].strip()
    return None, plain


def _title_span(span: Span, title: str) -> Span:
    """The stretch of a heading that is its title: from its first word to its last, emphasis inside included."""
    text = span.text
    words = title.split()
    start = text.find(words[0], max(0, text.find(title))) if words else 0
    if start == -1:
        start = len(text) - len(text.lstrip("#*_ "))
    end = text.rfind(words[-1]) + len(words[-1]) if words else 0
    return span.part(start, max(start, end))


YEAR_ALONE = re.compile(YEAR)


@cache
def _titles(field_name: str) -> frozenset[str]:
    return frozenset(title for one in all_languages() for title in getattr(one, field_name))


def _plain_title(text: str) -> str:
    return heading_parts(text)[1].strip(" .:").casefold().replace("’", "'")


def is_bibliography(text: str) -> bool:
    """Whether a heading's text announces a bibliography."""
    title = _plain_title(text)
    return title in _titles("bibliography_headings") or (len(title.split()) <= 5 and "bibliograph" in title)


def is_further_reading(text: str) -> bool:
    """Whether a heading's text announces sources that need not be cited."""
    return _plain_title(text) in _titles("further_reading_headings")


class _Reading:
    """One pass over the blocks of one file."""

    def __init__(
        self, found: Structure, stream: Sequence[Block], written: Handwritten, linked: dict[int, LinkedNote]
    ) -> None:
        self.found = found
        self.stream = stream
        self.written = written
        self.linked = linked
        self.open: int | None = None
        self.interrupted = False
        self.note_before = False
        self.region = 0
        self.region_further = False
        self.notes_listed = False
        # The labels called so far, and how many of the calls they were taken from.
        self.called: set[str] = set()
        self.counted = 0

    @property
    def section(self) -> int:
        return len(self.found.headings)

    def run(self) -> None:
        behind = 0
        for at, block in enumerate(self.stream):
            if at < behind:
                continue
            if at in self.linked:
                behind = self._linked_note(self.linked[at]) + 1
                continue
            match block.kind:
                case Kind.HEADING:
                    self._heading(block, at)
                case Kind.RULE | Kind.CODE:
                    self.interrupted = True
                case Kind.TABLE | Kind.HTML:
                    self.notes_listed = self.notes_listed or announces_notes(block.span.text)
                    if not (self._items(block.span) if block.kind is Kind.HTML else self._rows(block.span)):
                        self._text(block.span, BlockKind.TABLE)
                    self.note_before = False
                case _:
                    self._paragraph(block, at)

    def _heading(self, block: Block, at: int) -> None:
        text = _heading_text(block.span)
        number, title = heading_parts(CALL.sub("", text))
        if not title:
            return
        self.found.headings.append(
            Heading(block.span, block.level, number, _title_span(block.span, title), self.section + 1)
        )
        self.open, self.note_before = None, False
        self.notes_listed = _plain_title(text) in _titles("notes_headings")
        self._calls(block.span, len(self.found.pieces))
        further = is_further_reading(text)
        if is_bibliography(text) or further:
            if self._holds_entries(at + 1):
                self.region, self.region_further = block.level, further
                self.found.bibliography_heading = self.found.bibliography_heading or block.span
        elif self.region and not (block.level > self.region and self._holds_entries(at + 1)):
            self.region = 0

    def _holds_entries(self, at: int) -> bool:
        """Whether the blocks up to the next heading look like references: most have a year, an address or a title."""
        like = count = 0
        for place in range(at, len(self.stream)):
            block = self.stream[place]
            if block.kind is Kind.HEADING:
                break
            if block.kind in (Kind.RULE, Kind.CODE):
                continue
            text = block.span.text
            if place in self.linked:
                break
            if block.kind is Kind.HTML and not TAGS.sub("", text).strip():
                continue
            if SUPERSCRIPT_NOTE.match(text) or LABEL_NOTE.match(text):
                continue
            count += 1
            like += looks_like_reference(text)
            if count >= 12:
                break
        return like * 2 >= count if count else self._subheading_follows(at)

    def _subheading_follows(self, at: int) -> bool:
        return at < len(self.stream) and self.stream[at].kind is Kind.HEADING

    def _paragraph(self, block: Block, at: int) -> None:
        span = block.span
        first = self._definition_at(span.text, 0)
        if first is None and not self.region and self._is_bold_bibliography(span.text) and self._holds_entries(at + 1):
            self.found.headings.append(
                Heading(span, 6, None, _title_span(span, heading_parts(span.text)[1]), self.section + 1)
            )
            self.region, self.region_further = 6, is_further_reading(span.text)
            self.found.bibliography_heading = self.found.bibliography_heading or span
            self.open, self.note_before = None, False
            return
        if first is not None:
            self._definitions(span)
            self.note_before, self.interrupted = True, True
            return
        if self.note_before and self._continues_note(block):
            self._extend_note(span)
            return
        self.note_before = False
        if self.notes_listed and not self.region and self._listed_notes(span):
            self.note_before, self.interrupted = True, True
            return
        if self.region and self._entries(block):
            return
        cut = self._cut_at_definition(span)
        text = span if cut is None else span.part(0, cut)
        if text.text.strip():
            self._text(text, self._kind(block, text.text))
        if cut is not None:
            self._definitions(span.part(cut, span.end - span.start))
            self.note_before, self.interrupted = True, True

    def _is_bold_bibliography(self, text: str) -> bool:
        line = text.strip()
        return "\n" not in line and len(line) < 60 and (is_bibliography(line) or is_further_reading(line))

    def _kind(self, block: Block, text: str) -> BlockKind:
        if block.kind is Kind.LIST:
            return BlockKind.LIST
        if block.kind is Kind.QUOTE:
            return BlockKind.QUOTE
        if "\t" in text and TAGS.search(text):
            return BlockKind.TABLE
        bare = text.lstrip("*_ ").casefold()
        caption = _captions().match(bare)
        return BlockKind.CAPTION if caption and len(text) < 400 else BlockKind.PROSE

    # Notes

    def _definition_at(self, text: str, at: int) -> _Beginning | None:
        """The note that the line at ``at`` begins."""
        made = _definition_at(text, at)
        if made is None and self.written.definition is not None and not self.region:
            match = self.written.definition.match(text, at)
            if match is not None and text[match.end() : match.end() + 1].strip():
                return NoteForm.SUPERSCRIPT, _canonical(match.group("number")), match.span("label"), match.end()
        return made

    def _cut_at_definition(self, span: Span) -> int | None:
        """Where notes begin on a line of their own right below running text, without a blank line between."""
        text = span.text
        first: dict[str, int] | None = None
        for match in re.finditer(r"\n", text):
            made = self._definition_at(text, match.end())
            if made is None:
                continue
            if first is None:
                self.called.update(call.label for call in self.found.calls[self.counted :])
                self.counted = len(self.found.calls)
                first = {}
                for call in LABELS.finditer(text):
                    first.setdefault(call.group(1) or call.group(2), call.end())
            label = made[1]
            if label in self.called or first.get(label, len(text)) <= match.start():
                return match.end()
        return None

    def _definitions(self, span: Span) -> None:
        text = span.text
        starts = [0] + [match.end() for match in re.finditer(r"\n", text)]
        marks = [(at, made) for at in starts if (made := self._definition_at(text, at)) is not None]
        for number, (at, (form, label, inner, body)) in enumerate(marks):
            end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
            end = body + len(text[body:end].rstrip()) if end > body else body
            start = min(_margin(text, at), inner[0])
            note = Definition(
                span.part(start, end),
                span.part(*inner),
                span.part(_skip_space(text, body, end), end),
                form,
                label,
                self.section,
            )
            self.found.definitions.append(note)

    def _linked_note(self, note: LinkedNote) -> int:
        """Takes an item of a list that links make a note; the place of its last block."""
        label = _canonical(note.number)
        made = Definition(note.whole, note.label, note.body, NoteForm.SUPERSCRIPT, label, self.section)
        self.found.definitions.append(made)
        self.note_before, self.interrupted = True, True
        return note.last

    def _listed_notes(self, span: Span) -> bool:
        """Takes a numbered list under a heading "Notes" as notes; False where it is none."""
        pieces = list(_entry_pieces(span))
        if any(number is None for _, _, _, number in pieces):
            return False
        for start, body, end, number in pieces:
            label = span.part(start, start + len(span.text[start:body].rstrip()))
            text = span.part(body, max(body, without_return(span.text, body, end)))
            made = Definition(span.part(start, end), label, text, NoteForm.SUPERSCRIPT, number or "", self.section)
            self.found.definitions.append(made)
        return True

    def _continues_note(self, block: Block) -> bool:
        note = self.found.definitions[-1]
        text = block.span.text
        body = _ending(note.body)
        if note.form is NoteForm.LABEL and re.match(r"(?: {4}|\t)", text):
            return True
        if block.kind is not Kind.PARAGRAPH or "\t" in text:
            return False
        if URL_FIRST.match(text) and len(re.sub(r"<https?://[^<>\n]*>|https?://\S+", "", text)) < 40:
            return True
        if OPEN_END.search(body):
            return True
        starts_lower = re.match(r"[a-zà-öø-ÿ(]", text.lstrip("*_ "))
        return bool(starts_lower) and self.open is None and not body.endswith((".", "!", "?", ">")) and len(body) > 60

    def _extend_note(self, span: Span) -> None:
        note = self.found.definitions.pop()
        end = span.start + len(span.text.rstrip())
        source = note.span.source
        self.found.definitions.append(
            Definition(
                Span(source, note.span.start, end),
                note.label_span,
                Span(source, note.body.start, end),
                note.form,
                note.label,
                note.section,
            )
        )

    # Notes and entries in HTML and in tables

    def _items(self, span: Span) -> bool:
        """Takes the notes or the entries among the elements of a block; False where there are none."""
        text = span.text
        found = False
        for item in items(text):
            made = self._definition_at(text, item.body)
            note = item.note or (str(item.ordinal) if self.notes_listed and item.ordinal else None)
            if made is None and note is not None:
                printed = ENTRY_NUMBER.match(text, item.body)
                body = printed.end() if printed and note in printed.groups() else item.body
                made = NoteForm.SUPERSCRIPT, _canonical(note), (item.start, item.body), body
            if made is not None and made[3] < item.end:
                form, label, inner, body = made
                self.found.definitions.append(
                    Definition(
                        span.part(item.start, item.end),
                        span.part(*inner),
                        span.part(_skip_space(text, body, item.end), item.end),
                        form,
                        label,
                        self.section,
                    )
                )
                found = True
            elif self.region and looks_like_reference(TAGS.sub("", text[item.body : item.end])):
                self._entry(span, item.start, item.body, item.end, str(item.ordinal) if item.ordinal else None)
                found = True
        return found or (bool(self.region or self.notes_listed) and self._rows(span))

    def _rows(self, span: Span) -> bool:
        """Takes the rows of a table in a bibliography, or below a heading "Notes", as entries or notes."""
        if not self.region and not self.notes_listed:
            return False
        text = span.text
        found = False
        for start, cells in rows(text):
            if not cells:
                continue
            number = re.fullmatch(
                r"(?:<sup>|\*\*)?\\?\[?(\d{1,4})\\?\]?[.)]?(?:</sup>|\*\*)?", text[slice(*cells[0])], re.IGNORECASE
            )
            body = max(cells, key=lambda cell: cell[1] - cell[0])
            if self.region and looks_like_reference(text[slice(*body)]):
                self._entry(span, start, *body, number.group(1) if number else None)
                found = True
            elif not self.region and number and len(cells) > 1:
                whole = span.part(cells[0][0], max(cells[1][1], body[1]))
                made = span.part(*cells[0]), span.part(*(cells[1] if len(cells) == 2 else body))
                label = _canonical(number.group(1))
                self.found.definitions.append(Definition(whole, *made, NoteForm.SUPERSCRIPT, label, self.section))
                found = True
        return found

    def _entry(self, span: Span, start: int, body: int, end: int, number: str | None) -> None:
        self.found.entries.append(
            EntryText(span.part(start, end), span.part(body, end), number, self.section, self.region_further)
        )

    # Running text

    def _text(self, span: Span, kind: BlockKind) -> None:
        number = len(self.found.pieces)
        joins = None
        if kind in (BlockKind.PROSE, BlockKind.LIST):
            if self.open is not None and kind is BlockKind.PROSE and self._goes_on(span.text):
                joins = self.open
            self.open = number if _is_open(span.text) else None
            self.interrupted = False
        elif kind is BlockKind.TABLE:
            self.interrupted = True
        self.found.pieces.append(Piece(span, kind, self.section, joins))
        self._calls(span, number)

    def _goes_on(self, text: str) -> bool:
        bare = TAGS.sub("", text).lstrip('*_ «“"(\u00a0')
        return bool(re.match(r"[a-zà-öø-ÿ]|\W", bare)) or self.interrupted

    def _calls(self, span: Span, piece: int) -> None:
        text = span.text
        closings = _closings(text) if "^[" in text else {}
        inline = [self._inline(span, match.start(), closings, piece) for match in INLINE.finditer(text)]
        spans = [made for made in inline if made is not None]
        begins = [one.span.start - span.start for one in spans]
        # Inline notes may lie within each other: the furthest end of those that begin earlier decides.
        ends = list(accumulate((one.span.end - span.start for one in spans), max))
        plain: list[Call] = []
        for match in CALL.finditer(text):
            start, end = match.span()
            earlier = bisect_right(begins, start)
            if earlier and start < ends[earlier - 1]:
                continue
            if match.group("label") is not None:
                plain.append(Call(span.part(start, end), NoteForm.LABEL, match.group("label"), self.section, piece))
                continue
            if match.group("raised") is not None:
                label = _canonical(match.group("raised").translate(LOWERED))
                if not _is_exponent(text, start, label):
                    plain.append(Call(span.part(start, end), NoteForm.SUPERSCRIPT, label, self.section, piece))
                continue
            linked = match.group("linked") or match.group("anchored")
            if linked is not None:
                plain.append(Call(span.part(start, end), NoteForm.SUPERSCRIPT, _canonical(linked), self.section, piece))
                continue
            if _is_exponent(text, start, match.group("numbers")):
                continue
            labels = list(_numbers(match.group("numbers")))
            for label, (a, b) in zip(labels, _label_spans(text, match, len(labels)), strict=True):
                plain.append(Call(span.part(a, b), NoteForm.SUPERSCRIPT, label, self.section, piece))
        if self.written.call is not None:
            for match in self.written.call.finditer(text):
                labels = list(_numbers(match.group("numbers")))
                for label, (a, b) in zip(labels, _label_spans(text, match, len(labels)), strict=True):
                    plain.append(Call(span.part(a, b), NoteForm.SUPERSCRIPT, label, self.section, piece))
        self.found.calls.extend(sorted([*plain, *spans], key=lambda call: call.span.start))

    def _inline(self, span: Span, start: int, closings: dict[int, int], piece: int) -> Call | None:
        close = closings.get(start + 1)
        if close is None or close >= start + LONGEST_INLINE:
            self.found.unreadable.append(Unreadable(span.part(start, start + 2), "inline-note-unclosed"))
            return None
        whole = span.part(start, close + 1)
        note = Definition(
            whole, span.part(start, start + 2), span.part(start + 2, close), NoteForm.INLINE, "", self.section
        )
        self.found.definitions.append(note)
        return Call(whole, NoteForm.INLINE, "", self.section, piece, note)

    # Entries

    def _entries(self, block: Block) -> bool:
        """Takes the block as entries; False where it is none (an introduction, running text below the list)."""
        span = block.span
        if block.kind not in (Kind.PARAGRAPH, Kind.LIST):
            return False
        pieces = list(_entry_pieces(span))
        if len(pieces) == 1 and ENTRY_NUMBER.match(span.text) is None and BULLET.match(span.text) is None:
            text = span.text.strip()
            numbered = (
                bool(self.found.entries)
                and self.found.entries[-1].section == self.section
                and (self.found.entries[-1].number is not None)
            )
            if (
                self.found.entries
                and self.found.entries[-1].section == self.section
                and not _between(self.found.entries[-1].span, span)
                and self._continues_entry(text, numbered)
            ):
                last = self.found.entries.pop()
                end = span.start + len(span.text.rstrip())
                source = last.span.source
                self.found.entries.append(
                    EntryText(
                        Span(source, last.span.start, end),
                        Span(source, last.body.start, end),
                        last.number,
                        last.section,
                        last.further_reading,
                    )
                )
                return True
            first = not self.found.entries or self.found.entries[-1].section != self.section
            if looks_like_prose(text) or (first and looks_like_introduction(text)):
                return False
            if not looks_like_reference(text) and (
                text.endswith((":", "…")) or len(text.split()) > 40 or len(text.split()) < 3
            ):
                return False
        for start, body, end, number in pieces:
            if end > body:
                self._entry(span, start, body, end, number)
        self.open = None
        return True

    def _continues_entry(self, text: str, numbered: bool) -> bool:
        body = self.found.entries[-1].body
        last = _ending(body)
        if DOI_FIRST.match(text):
            return True
        if URL_FIRST.match(text) and body.source.text.find("http", body.start, body.end) == -1:
            return True
        if (
            re.match(r"[a-zà-öø-ÿ]", text.lstrip("*_"))
            and not re.match(r"(?:de|du|van|von|d['’]|al-)", text)
            and not last.endswith(".")
        ):
            return True
        return numbered and not last.endswith((".", ">", ")")) and not looks_like_reference(text)


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(words('caption_words'))})\s*(?:\d{{1,3}}[\d.]*|[IVX]{{1,5}})?[*_]{{0,2}}\s*[:.–—-]",
        re.IGNORECASE,
    )


PROSE_WORDS = 14
PROSE_SHARE = 0.3


def looks_like_prose(text: str) -> bool:
    """Whether a text is a sentence rather than a reference: many stop words, and no sign of a reference in front."""
    words_ = re.findall(r"[^\W\d_]+['’]?", text)
    head = text[:140]
    if len(words_) < PROSE_WORDS or "://" in text or re.match(r"\W*[«“\"*_]", text):
        return False
    if re.search(r"\b[ns]\.\s?d\.|\*[^*\s][^*]*\*", text):
        return False
    if re.search(rf"\({YEAR}|[^\W\d_],\s+{YEAR}[.,]|\.\s{YEAR}\.|\b[A-ZÀ-ÖØ-ÞĀ-Ž]\.[,\s]", head):
        return False
    small = sum(word.casefold().replace("’", "'") in stop_words() for word in words_)
    return small >= PROSE_SHARE * len(words_)


def looks_like_introduction(text: str) -> bool:
    """Whether the first text of a bibliography is a sentence about it, however short."""
    words_ = re.findall(r"[^\W\d_]+['’]?", text)
    if len(words_) < 4 or looks_like_reference(text) or re.search(r"[*_«“\"]|[^\W\d_]{2}[.?!]\s+\S", text):
        return False
    small = sum(word.casefold().replace("’", "'") in stop_words() for word in words_)
    return small >= PROSE_SHARE * len(words_) and text.rstrip().endswith((".", ":"))


def looks_like_reference(text: str) -> bool:
    """Whether a text has what references have: a year, "no date", an address, or authors with initials in front."""
    return not looks_like_prose(text) and bool(
        re.search(rf"(?<!\d){YEAR}(?!\d)", text)
        or "://" in text
        or re.search(r"\b[ns]\.\s?d\.", text)
        or re.match(r"\W*(?:\d{1,4}[.)]\s+)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+,?\s+(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.)", text)
    )


_Beginning = tuple[NoteForm, str, tuple[int, int], int]
"""``(form, label, range of the label, start of the body)`` of a note."""


def _definition_at(text: str, at: int) -> _Beginning | None:
    """The note that the line at ``at`` begins."""
    match = SUPERSCRIPT_NOTE.match(text, at)
    if match:
        following = text[match.end() : match.end() + 2]
        # Running text that begins with a marker, cut off by a page break, goes on with a sign.
        if following.lstrip()[:1] in ".,;:)" and following.strip():
            return None
        if re.compile(r"[A-Z][a-z]?\s[a-z]").match(text, match.end()):
            # "<sup>14</sup>C dates": an isotope, not a note.
            return None
        raised = match.group(2)
        if raised is not None:
            return NoteForm.SUPERSCRIPT, _canonical(raised.translate(LOWERED)), match.span(2), match.end()
        if match.group(1) is None:
            printed = match.group(3) or match.group(4)
            inner = at + match.group().index("[" if match.group(3) else "<a")
            return NoteForm.SUPERSCRIPT, _canonical(printed), (inner, match.end()), match.end()
        inner = at + match.group().lower().index("<sup")
        return NoteForm.SUPERSCRIPT, _canonical(match.group(1)), (inner, match.end()), match.end()
    match = LABEL_NOTE.match(text, at)
    if match:
        return NoteForm.LABEL, match.group(1), (match.start(1) - 2, match.end(1) + 1), match.end()
    return None


def _margin(text: str, at: int) -> int:
    """Where the text of the line at ``at`` begins, past spaces and marks of quotation."""
    margin = MARGIN.match(text, at)
    return margin.end() if margin else at


def _ending(span: Span) -> str:
    """The last characters of a span without white space at the end: notes and entries may grow to any length."""
    text = span.source.text
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return text[max(span.start, end - ENDING) : end]


def _between(one: Span, other: Span) -> bool:
    """Whether anything but white space stands between two spans."""
    if one.source is not other.source or other.start - one.end > ENDING:
        return True
    return bool(one.source.text[one.end : other.start].strip())


def _closings(text: str) -> dict[int, int]:
    """Where each square bracket of a text closes, without those behind a backslash."""
    closings: dict[int, int] = {}
    waiting: list[int] = []
    for match in SQUARE.finditer(text):
        if match.group() == "[":
            waiting.append(match.start())
        elif waiting:
            closings[waiting.pop()] = match.start()
    return closings


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _skip_blank(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \t":
        start += 1
    return start


def _canonical(number: str) -> str:
    return number.lstrip("0") or "0"


def _is_open(text: str) -> bool:
    """Whether a block of running text stops in mid-sentence, as one does that a page break cuts."""
    bare = TAGS.sub("", CALL.sub("", text)).rstrip().rstrip("*_ \u00a0")
    return bool(bare) and TERMINAL.search(bare) is None


def _is_exponent(text: str, start: int, numbers: str) -> bool:
    """``km<sup>2</sup>`` and ``10<sup>6</sup>`` are no markers."""
    if not numbers.isdigit() or numbers == "0":
        return numbers == "0"
    if ISOTOPE.match(text, start) and (not start or text[start - 1].isspace() or text[start - 1] in "(["):
        return True
    before = UNIT_BEFORE.search(text[max(0, start - 8) : start])
    if before is None:
        return False
    return before.group() == "10" or numbers in ("2", "3")


def _numbers(text: str) -> Iterator[str]:
    """The numbers of ``12``, ``12, 13`` and ``12-14``."""
    for piece in re.split(r"\s?[,;]\s?", text):
        ends = re.split(r"\s?[–-]\s?", piece)
        if len(ends) == 2 and 0 < int(ends[1]) - int(ends[0]) <= 20:
            yield from (str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        else:
            yield from (_canonical(end) for end in ends)


def _label_spans(text: str, match: re.Match[str], count: int) -> list[tuple[int, int]]:
    """The place of each number: the whole marker where it holds one, otherwise the number itself."""
    if count == 1:
        return [match.span()]
    offset = match.start("numbers")
    places = [(offset + one.start(), offset + one.end()) for one in re.finditer(r"\d+", match.group("numbers"))]
    while len(places) < count:
        places.insert(1, places[0])
    return places[:count]


def _entry_pieces(span: Span) -> Iterator[tuple[int, int, int, str | None]]:
    """``(start, start of the body, end, number)`` of each entry in a block: by number, by bullet, or one for all of it."""
    text = span.text
    lines = [0] + [match.end() for match in re.finditer(r"\n", text)]
    marks = _ascending(
        [(at, match) for at in lines if (match := ENTRY_NUMBER.match(text, at) or BULLET.match(text, at)) is not None]
    )
    if not marks or marks[0][0] != 0:
        whole = text.rstrip()
        start = len(text) - len(text.lstrip())
        starts = _one_a_line(text, lines)
        if starts:
            for number, at in enumerate(starts):
                end = starts[number + 1] if number + 1 < len(starts) else len(text)
                yield at, at, at + len(text[at:end].rstrip()), None
        else:
            yield start, start, len(whole), None
        return
    for number, (at, match) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        end = max(match.end(), at + len(text[at:end].rstrip()))
        printed = next((group for group in match.groups() if group), None) if match.re is ENTRY_NUMBER else None
        body = match.end()
        if printed is None:
            inner = ENTRY_NUMBER.match(text, body)
            if inner:
                printed, body = inner.group(1) or inner.group(2), inner.end()
        yield _skip_blank(text, at), body, end, printed


ENTRY_START = re.compile(
    rf"[«“\"*_]|[^\W\d_][\w’'-]*(?:\s[\w’'-]+)?,\s+(?:[^\W\d_]\.|[^\W\d_][\w-]+[.,])|[^.()]{{2,90}}\.?\s*\(\s*{YEAR}"
)
"""How an entry begins: a quotation or italics, a name with initials or a given name, or a name and a year."""


def _ascending(marks: list[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """The marks without numbers that only happen to begin a line ("2021. [Online]"): entries count up in small steps."""
    kept: list[tuple[int, re.Match[str]]] = []
    last = None
    for at, match in marks:
        printed = next((group for group in match.groups() if group), None) if match.re is ENTRY_NUMBER else None
        if printed is not None and last is not None and not 0 <= int(printed) - last <= 20:
            continue
        last = int(printed) if printed is not None else last
        kept.append((at, match))
    return kept


def _one_a_line(text: str, lines: Sequence[int]) -> list[int]:
    """The starts of the lines where each is an entry of its own (they all begin like one and have a year)."""
    if len(lines) < 2:
        return []
    kept = []
    stars = 0
    for number, at in enumerate(lines):
        end = lines[number + 1] if number + 1 < len(lines) else len(text)
        line = text[at:end].strip()
        if line:
            begun = ENTRY_START.match(line) is not None and OPEN_DATE.search(line) is None
            if stars % 2 or not looks_like_reference(line) or not (begun or is_line_of_its_own(line)):
                return []
            kept.append(at)
        stars += text.count("*", at, end)
    return kept if len(kept) > 1 else []
