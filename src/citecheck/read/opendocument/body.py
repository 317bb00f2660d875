"""The text of an OpenDocument text: paragraphs in reading order, with their notes and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from citecheck.model.layout import Block, Call, Comment, Inline, ManagedField, NoteKind, Role, Words
from citecheck.read.elements import attribute, child, name
from citecheck.read.managers import managed_field
from citecheck.read.met import Met
from citecheck.read.opendocument.changes import Changes
from citecheck.read.opendocument.comments import KEY
from citecheck.read.opendocument.styles import Style, Styles
from citecheck.read.opendocument.traces import Kind, Piece, Traces
from citecheck.read.remarked import Standing

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Body"]

MOSTLY = 2 / 3
"""The part of a text that must be declared to be in one language before the whole counts as in it."""
INDEXES = frozenset(
    ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index")
)
"""What repeats the text."""
PASSED = frozenset(
    (
        "tracked-changes",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "forms",
        "annotation",
        "annotation-end",
        "script",
    )
)
"""What is no text."""
CELLS = frozenset(("table-cell", "covered-table-cell"))


class Body:
    """Reads a text; ``notes`` are those that were met, and each `Call` names one by its ordinal, ``fields`` those of reference
    managers, and ``marked`` the ones that text is in which is read now; ``traces`` are told where words stand. ``said`` is what
    comments say to citecheck, by their keys; ``of_notes`` is what those say that stand on nothing but a mark, by its `Call`."""

    def __init__(
        self,
        styles: Styles,
        changes: Changes,
        traces: Traces | None = None,
        said: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.styles = styles
        self.said = said or {}
        self.of_notes: dict[str, tuple[Comment, ...]] = {}
        self.traces = traces
        self.changes = changes
        self.notes: list[Met] = []
        self.languages: Counter[str] = Counter()
        self.paragraphs: Counter[str] = Counter()
        self.dropping: set[str] = set()
        self.fields: list[ManagedField] = []
        self.marked: dict[str, int] = {}

    def field(self, element: _Element) -> None:
        """A reference mark begins, which reference managers write theirs into, or ends."""
        named = attribute(element, "name") or ""
        if name(element) == "reference-mark-end":
            self.marked.pop(named, None)
        elif (managed := managed_field(named)) is not None:
            self.marked[named] = len(self.fields)
            self.fields.append(managed)

    def language(self) -> str | None:
        """The language that most characters are declared to be in."""
        [(lang, count)] = self.languages.most_common(1) or [("", 0)]
        return lang if lang and count >= MOSTLY * self.languages.total() else None

    def blocks(self, element: _Element, part: str = "document") -> tuple[Block, ...]:
        """The blocks within an element."""
        return tuple(self._blocks(element, Role.PARAGRAPH, 0, part))

    def _blocks(self, element: _Element, role: Role, level: int, part: str) -> Iterator[Block]:
        for one in element:
            kind = name(one)
            if kind in ("p", "h"):
                yield from self._paragraph(one, role, level, part)
            elif kind in ("change-start", "change-end", "change"):
                yield from self._change(one, role, level, part)
            elif kind == "list":
                yield from self._blocks(one, Role.ITEM if role is Role.PARAGRAPH else role, level + 1, part)
            elif kind in CELLS:
                yield from self._blocks(one, Role.CELL, 0, part)
            elif kind == "bibliography":
                inner = child(one, "index-body")
                yield from self._blocks(inner, role, level, part) if inner is not None else ()
            elif kind not in INDEXES and kind not in PASSED:
                yield from self._blocks(one, role, level, part)

    def _change(self, element: _Element, role: Role, level: int, part: str) -> Iterator[Block]:
        """Whole paragraphs that are dropped from here on, or no more, or restored."""
        restored = self.mark(element)
        if restored is not None:
            yield from self._blocks(restored, role, level, part)

    def mark(self, element: _Element) -> _Element | None:
        """Notes where a change begins or ends; gives what was deleted here, where that is restored."""
        key = attribute(element, "change-id") or ""
        match name(element):
            case "change-start" if key in self.changes.dropped:
                self.dropping.add(key)
            case "change-end":
                self.dropping.discard(key)
            case "change":
                return self.changes.restored.get(key)
        return None

    def _paragraph(self, element: _Element, role: Role, level: int, part: str) -> Iterator[Block]:
        self.paragraphs[part] += 1
        number = self.paragraphs[part]
        style = self.styles.get(attribute(element, "style-name"))
        run = _Run(self, part, number)
        run.read(element, style, None)
        if run.inlines:
            own, depth = role, level
            if name(element) == "h" and role is not Role.CELL:
                said = attribute(element, "outline-level") or "1"
                own, depth = Role.HEADING, int(said) if said.isdecimal() else 1
            elif role is Role.PARAGRAPH:
                own = style.role
            comments, of_notes = run.standing.told(run.inlines)
            for note, told in of_notes.items():
                self.of_notes[note] = (*self.of_notes.get(note, ()), *told)
            yield Block(own, tuple(run.inlines), part, number, depth, comments=comments)
        for box in run.boxes:
            yield from self._blocks(box, Role.PARAGRAPH, 0, part)


class _Run:
    """Reads the text of a paragraph into ``inlines``; frames on the way are kept in ``boxes``."""

    def __init__(self, body: Body, part: str, paragraph: int) -> None:
        self.body = body
        self.part = part
        self.paragraph = paragraph
        self.inlines: list[Inline] = []
        self.boxes: list[_Element] = []
        self.standing = Standing(body.said)
        self.at = 0
        self.readers: dict[str, Callable[[_Element, Style, str | None], None]] = {
            "span": lambda one, style, target: self.read(
                one, _in(style, body.styles.get(attribute(one, "style-name"))), target
            ),
            "a": lambda one, style, target: self.read(one, style, attribute(one, "href")),
            "s": lambda one, style, target: self._words(" ", style, target, one, Kind.SIGN),
            "tab": lambda one, style, target: self._words(" ", style, target, one, Kind.SIGN),
            "line-break": lambda one, style, target: self._words("\n", style, target, one, Kind.SIGN),
            "note": lambda one, style, target: self._note(one),
            "frame": lambda one, style, target: self._frame(one),
            "annotation": lambda one, style, target: self.standing.begin(one.get(KEY) or "", len(self.inlines)),
            "annotation-end": lambda one, style, target: self.standing.end(
                attribute(one, "name") or "", len(self.inlines)
            ),
            "change": lambda one, style, target: self._change(one, style, target),
            "change-start": lambda one, style, target: self._change(one, style, target),
            "change-end": lambda one, style, target: self._change(one, style, target),
            "reference-mark-start": lambda one, style, target: body.field(one),
            "reference-mark-end": lambda one, style, target: body.field(one),
        }

    def read(self, element: _Element, style: Style, target: str | None) -> None:
        """Reads what an element holds, in a style, within a link to ``target``."""
        self._words(element.text or "", style, target, element, Kind.TEXT)
        for one in element:
            kind = name(one)
            reader = self.readers.get(kind)
            if reader is not None:
                reader(one, style, target)
            elif kind not in PASSED:
                self.read(one, style, target)
            self._words(one.tail or "", style, target, one, Kind.TAIL)

    def _words(self, text: str, style: Style, target: str | None, element: _Element, kind: Kind) -> None:
        if not text or style.hidden or self.body.dropping:
            return
        self._trace(len(text), element, kind)
        field = next(reversed(self.body.marked.values()), None)
        words = Words(text, self.at, bool(style.italic), bool(style.raised), target, field)
        before = self.inlines[-1] if self.inlines and not self.standing.begins(len(self.inlines)) else None
        joined = before.joined(words) if isinstance(before, Words) else None
        self.inlines[len(self.inlines) - (joined is not None) :] = [joined or words]
        self.at += len(text)
        lang = style.lang or self.body.styles.lang
        if lang:
            self.body.languages[lang.lower()] += len(text)

    def _trace(self, length: int, element: _Element, kind: Kind) -> None:
        if self.body.traces is not None:
            self.body.traces.add(self.part, self.paragraph, Piece(self.at, length, element, kind))

    def _note(self, element: _Element) -> None:
        if self.body.dropping:
            return
        self._trace(0, element, Kind.MARK)
        citation, body = child(element, "note-citation"), child(element, "note-body")
        custom = attribute(citation, "label") if citation is not None else None
        printed = custom or "".join(str(text) for text in (citation.itertext() if citation is not None else ())).strip()
        kind = NoteKind.ENDNOTE if attribute(element, "note-class") == "endnote" else NoteKind.FOOTNOTE
        blocks = self.body.blocks(body, f"{kind.value}s") if body is not None else ()
        self.inlines.append(Call(str(len(self.body.notes)), self.at))
        self.body.notes.append(Met(kind, printed or "*", custom is not None, blocks))

    def _frame(self, element: _Element) -> None:
        """Keeps the text box of a frame."""
        box = child(element, "text-box")
        if box is not None:
            self.boxes.append(box)

    def _change(self, element: _Element, style: Style, target: str | None) -> None:
        restored = self.body.mark(element)
        for one in restored if restored is not None else ():
            if name(one) in ("p", "h"):
                self.read(one, style, target)


def _in(outer: Style, inner: Style) -> Style:
    """A style within another one."""
    return Style(
        inner.name,
        outer.italic if inner.italic is None else inner.italic,
        outer.raised if inner.raised is None else inner.raised,
        outer.hidden or inner.hidden,
        inner.lang or outer.lang,
        outer.role,
    )
