"""The text of a part of a Word document: paragraphs in reading order, with their marks and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Comment, Inline, Role, Words
from citecheck.read.elements import attribute, child, name
from citecheck.read.remarked import Standing
from citecheck.read.word.calls import NOTE_ID, mark_behind
from citecheck.read.word.changes import Changes
from citecheck.read.word.fields import LINK, Fields
from citecheck.read.word.lists import Counter as ListCounter
from citecheck.read.word.lists import Lists
from citecheck.read.word.names import is_on, value
from citecheck.read.word.styles import Style, Styles, is_raised, numbering_of, value_of_language
from citecheck.read.word.traces import Traces

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Body"]

SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011", "cr": "\n", "softHyphen": ""}
SYMBOL = re.compile(r"[0-9A-Fa-f]{4}")
PRIVATE = range(0xE000, 0xF900)
GROUPS = frozenset(("hyperlink", "smartTag", "customXml", "dir", "bdo", "fldSimple", "sdt", "sdtContent"))
"""What holds runs that are text."""
BLOCKS = frozenset(("sdt", "sdtContent", "customXml", "body", "footnote", "endnote", "document"))
"""What holds paragraphs."""


class Body:
    """Reads one part: ``part`` names it, ``targets`` are where its links lead. ``languages`` counts the characters that are
    declared to be in each; ``traces`` are told where words stand. ``said`` is what comments say to citecheck, by their keys;
    ``of_notes`` are those that stand on nothing but the mark of a note."""

    def __init__(
        self,
        part: str,
        styles: Styles,
        lists: Lists,
        targets: Mapping[str, str],
        changes: Changes,
        fields: Fields,
        traces: Traces | None = None,
        said: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.part = part
        self.said = said or {}
        self.waiting: list[str] = []
        self.of_notes: dict[str, tuple[Comment, ...]] = {}
        self.traces = traces
        self.styles = styles
        self.counter = ListCounter(lists)
        self.targets = targets
        self.changes = changes
        self.fields = fields
        fields.anew()
        self.languages: Counter[str] = Counter()
        self.paragraphs = 0

    def blocks(self, element: _Element) -> tuple[Block, ...]:
        """The blocks within an element. A paragraph whose end was deleted goes on in the next one."""
        joined: list[Block] = []
        begun: Block | None = None
        for block, goes_on in self._blocks(element, Role.PARAGRAPH):
            whole = block if begun is None else self._joined(begun, block)
            begun = whole if goes_on else None
            if begun is None:
                joined.append(whole)
        return tuple(joined if begun is None else [*joined, begun])

    def _joined(self, begun: Block, block: Block) -> Block:
        """A paragraph that goes on in the next one: words that meet there are two words."""
        apart = () if begun.text[-1:].isspace() or block.text[:1].isspace() else (Words(" "),)
        behind = max((one.at + len(getattr(one, "text", "")) for one in begun.inlines), default=0)
        if self.traces is not None:
            self.traces.join(self.part, begun.paragraph, block.paragraph, behind)
        moved = (replace(one, at=one.at + behind) for one in block.inlines)
        return replace(begun, inlines=(*begun.inlines, *(replace(one, at=behind) for one in apart), *moved))

    def _blocks(self, element: _Element, role: Role) -> Iterator[tuple[Block, bool]]:
        """The blocks within an element, each with whether it goes on in the next one. ``role`` is what a plain paragraph is
        here."""
        for one in element:
            match name(one):
                case "p":
                    yield from self._paragraph(one, role)
                case "tbl" | "tr":
                    yield from self._blocks(one, Role.CELL)
                case "tc":
                    yield from self._blocks(one, Role.CELL)
                case "commentRangeStart":
                    # One that begins between two paragraphs is about the next one.
                    self.waiting.append(attribute(one, "id") or "")
                case kind if kind in BLOCKS or kind in self.changes.stay:
                    yield from self._blocks(one, role)

    def _paragraph(self, element: _Element, role: Role) -> Iterator[tuple[Block, bool]]:
        """A paragraph, and behind it those of the text boxes that are anchored in it."""
        self.paragraphs += 1
        number = self.paragraphs
        shape = child(element, "pPr")
        style = self.styles.get(value(shape, "pStyle"))
        run = _Run(self, style, number)
        for key in self.waiting:
            run.comment(key)
        self.waiting.clear()
        run.read(element)
        level = _level(shape, style)
        own = _role(role, style, level)
        printed, inner = self._number(shape, style)
        if inner is not None and own is Role.PARAGRAPH:
            own, level = Role.ITEM, inner + 1
        if not style.lists:
            comments, of_notes = run.standing.told(run.inlines)
            for note_id, said in of_notes.items():
                self.of_notes[note_id] = (*self.of_notes.get(note_id, ()), *said)
            block = Block(own, tuple(run.inlines), self.part, number, level or 0, printed, comments=comments)
            yield block, child(shape, "rPr", self.changes.joining) is not None
        for box in run.boxes:
            yield from self._blocks(box, Role.PARAGRAPH)

    def _number(self, shape: _Element | None, style: Style) -> tuple[str, int | None]:
        """What is printed before a paragraph that is counted, and its level in the list, from 0; None for what is in no
        list."""
        placed = numbering_of(shape) or style.numbering
        if placed is None or placed[0] == "0":
            return "", None
        return self.counter.number(*placed), placed[1]


def _level(shape: _Element | None, style: Style) -> int | None:
    """The level of a heading, from 1: as the paragraph says, else its style."""
    said = value(shape, "outlineLvl")
    if said is not None and said.isdecimal():
        return int(said) + 1 if int(said) < 9 else None
    return style.outline


def _role(here: Role, style: Style, level: int | None) -> Role:
    """What a paragraph is: what it is here, where that is a cell; else a heading by its ``level``, or what its style says."""
    if here is not Role.PARAGRAPH:
        return here
    if level is not None:
        return style.role if style.role is Role.TITLE else Role.HEADING
    return Role.PARAGRAPH if style.role is Role.HEADING else style.role


class _Shape(Struct, frozen=True):
    """How the words of a run are printed, where they link to, and their language."""

    italic: bool = False
    raised: bool = False
    target: str | None = None
    lang: str | None = None


def _language(shape: _Element | None) -> str | None:
    """The language that a run declares: of one from right to left the one for such scripts, or an unknown one."""
    if not is_on(shape, "rtl"):
        return value_of_language(shape)
    declared = child(shape, "lang")
    return (attribute(declared, "bidi") if declared is not None else None) or "und"


class _Run:
    """Reads the runs of a paragraph into ``inlines``; text boxes on the way are kept in ``boxes``."""

    def __init__(self, body: Body, style: Style, paragraph: int) -> None:
        self.body = body
        self.style = style
        self.paragraph = paragraph
        self.inlines: list[Inline] = []
        self.boxes: list[_Element] = []
        self.at = 0
        self.awaited = ""
        self.shape = _Shape()
        self.element: _Element
        self.standing = Standing(body.said)
        self.readers: dict[str, Callable[[_Element], None]] = {
            "t": lambda one: self._words(one.text or ""),
            "delText": lambda one: self._words(one.text or ""),
            "instrText": lambda one: body.fields.code(one.text or ""),
            "commentReference": lambda one: self.comment(attribute(one, "id") or ""),
            "footnoteReference": self._mark,
            "endnoteReference": self._mark,
            "fldChar": lambda one: body.fields.character(attribute(one, "fldCharType")),
            "br": self._break,
            "sym": self._symbol,
            "AlternateContent": self._alternative,
            "drawing": self._box,
            "pict": self._box,
            "object": self._box,
        }

    def read(self, element: _Element, target: str | None = None) -> None:
        """Reads what an element holds; ``target`` is where a link around it leads."""
        for one in element:
            kind = name(one)
            if kind == "r":
                self._run(one, target)
            elif kind in GROUPS or kind in self.body.changes.stay:
                self.read(one, self._linked(one) or target)
            elif kind == "AlternateContent":
                self._alternative(one)
            elif kind in ENDS:
                ENDS[kind](self, attribute(one, "id") or "")

    def comment(self, key: str) -> None:
        """A comment begins here."""
        self.standing.begin(key, len(self.inlines))

    def comment_ends(self, key: str) -> None:
        """A comment ends here."""
        self.standing.end(key, len(self.inlines))

    def _linked(self, element: _Element) -> str | None:
        """Where a link leads."""
        if name(element) == "fldSimple":
            match = LINK.search(attribute(element, "instr") or "")
            return match[1] if match is not None else None
        if name(element) != "hyperlink":
            return None
        return self.body.targets.get(attribute(element, "id") or "")

    def _run(self, element: _Element, target: str | None) -> None:
        shape = child(element, "rPr")
        if is_on(shape, "vanish") or is_on(shape, "webHidden"):
            return
        named = self.body.styles.known.get(value(shape, "rStyle") or "", Style())
        self.shape = _Shape(
            _first(is_on(shape, "i"), named.italic, self.style.italic),
            _first(is_raised(shape), named.raised, self.style.raised),
            target,
            _language(shape) or named.lang or self.style.lang or self.body.styles.lang,
        )
        for one in element:
            kind = name(one)
            self.element = one
            if kind in SIGNS:
                self._words(SIGNS[kind])
            elif (read := self.readers.get(kind)) is not None:
                read(one)

    def _words(self, text: str) -> None:
        start = self.at
        self.at += len(text)
        if self.body.traces is not None and text:
            self.body.traces.add(self.body.part, self.paragraph, start, len(text), self.element)
        if self.awaited:
            text = text.lstrip()
            if text:
                text, start, self.awaited = text[len(self.awaited) :], self.at - len(text) + len(self.awaited), ""
        if text:
            shape = self.shape
            fields = self.body.fields
            target = shape.target or fields.target
            self._add(Words(text, start, shape.italic, shape.raised, target, fields.field))
            if shape.lang:
                self.body.languages[shape.lang] += len(text)

    def _add(self, words: Words) -> None:
        """Words, as one with those before them that look alike: where a run ends says nothing."""
        before = self.inlines[-1] if self.inlines and not self.standing.begins(len(self.inlines)) else None
        joined = before.joined(words) if isinstance(before, Words) else None
        self.inlines[len(self.inlines) - (joined is not None) :] = [joined or words]

    def _mark(self, element: _Element) -> None:
        note_id = element.get(NOTE_ID)
        if note_id is not None:
            self.inlines.append(Call(note_id, self.at))
            if self.body.traces is not None:
                self.body.traces.add(self.body.part, self.paragraph, self.at, 0, element)
            if attribute(element, "customMarkFollows") in ("1", "true", "on"):
                self.awaited = mark_behind(element)

    def _symbol(self, element: _Element) -> None:
        """A sign of a font; one that only its own font knows is passed over."""
        code = attribute(element, "char") or ""
        if SYMBOL.fullmatch(code) and int(code, 16) not in PRIVATE:
            self._words(chr(int(code, 16)))

    def _break(self, element: _Element) -> None:
        """A line that ends; the end of a page or a column is no more than a blank."""
        self._words("\n" if attribute(element, "type") in (None, "textWrapping") else " ")

    def _alternative(self, element: _Element) -> None:
        """The first of several ways to show something: all hold the same text."""
        choice = child(element, "Choice") if child(element, "Choice") is not None else child(element, "Fallback")
        for one in choice if choice is not None else ():
            if name(one) == "r":
                self._run(one, None)
            else:
                self._box(one)

    def _box(self, element: _Element) -> None:
        """Keeps the text boxes of a drawing: none that is in another one, or only stands for one."""
        for one in element.iter("{*}txbxContent"):
            between = [name(outer) for outer in takewhile(lambda outer: outer is not element, one.iterancestors())]
            if "Fallback" not in between and "txbxContent" not in between:
                self.boxes.append(one)


ENDS = {"commentRangeStart": _Run.comment, "commentRangeEnd": _Run.comment_ends}
"""The ends of the words that a comment is on."""


def _first(*said: bool | None) -> bool:
    """The first that is said."""
    return next((one for one in said if one is not None), False)
