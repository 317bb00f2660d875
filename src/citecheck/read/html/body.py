"""The text of pages: blocks in reading order, with their marks and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Inline, NoteKind, Role, Words
from citecheck.read.html.notes import CALL, NOTE, RETURN, Noted
from citecheck.read.html.traces import Piece, Traces
from citecheck.read.met import Met

if TYPE_CHECKING:
    from lxml.etree import _Element

    from citecheck.read.html.pages import Page

__all__ = ["Body"]

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
PASSED = frozenset(
    ["script", "style", "head", "template", "svg", "math", "noscript", "iframe", "pre", "select", "textarea", "button"]
)
"""What is no text of the page."""
ROLES = {
    "li": Role.ITEM, "td": Role.CELL, "th": Role.CELL, "blockquote": Role.QUOTE, "figcaption": Role.CAPTION, "caption": Role.CAPTION,
}  # fmt: skip
HEADING = re.compile(r"h([1-6])")
ITALIC = frozenset(("i", "em", "cite", "dfn", "var"))
BLANKS = re.compile(r"[ \t\n\r\f]+")
LEFT_OVER = re.compile(r"\A[\s.)\]:↩\u2191\u21a9\ufe0e]+")
CONTENTS = ("toc", "doc-toc", "landmarks", "page-list")


class _Shape(Struct, frozen=True):
    """How words are shown, and what block they are in."""

    role: Role = Role.PARAGRAPH
    level: int = 0
    italic: bool = False
    raised: bool = False
    target: str | None = None


class Body:
    """Reads pages whose notes were told; ``traces`` are told where words stand."""

    def __init__(self, noted: Noted, traces: Traces | None = None) -> None:
        self.noted = noted
        self.traces = traces
        self.counts: Counter[str] = Counter()

    def blocks(self, page: Page) -> tuple[Block, ...]:
        """The blocks of a page, without its notes."""
        reader = _Reader(self, page.name or "page")
        reader.read(page.root, _Shape())
        reader.flush(_Shape())
        return tuple(reader.blocks)

    def met(self, blocks: Sequence[Block]) -> list[Met]:
        """The notes, in the order of their ordinals."""
        made = []
        for at, (page, holder) in enumerate(self.noted.holders):
            reader = _Reader(self, f"{page or 'page'}: notes")
            reader.within(holder)
            printed = self.noted.printed[at]
            own = _unmarked(reader.blocks, printed)
            made.append(Met(NoteKind.FOOTNOTE, printed, not printed.isalnum(), own))
        return made


class _Reader:
    """Reads elements into ``blocks``."""

    def __init__(self, body: Body, part: str) -> None:
        self.body = body
        self.part = part
        self.blocks: list[Block] = []
        self.inlines: list[Inline] = []
        self.at = 0

    def within(self, element: _Element) -> None:
        """Reads what an element holds, though it is a note."""
        self._held(element, _Shape())
        self.flush(_Shape())

    def read(self, element: _Element, shape: _Shape) -> None:
        """Reads an element, without what follows it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in PASSED or _is_contents(element):
            return
        if element.get(NOTE) is not None or element.get(RETURN) is not None:
            return
        call = element.get(CALL)
        if call is not None:
            self.inlines.append(Call(call, self.at))
        elif tag == "br":
            self._words("\n", shape)
        elif tag in BLOCKS:
            self.flush(shape)
            inner = _block_shape(tag, shape)
            self._held(element, inner)
            self.flush(inner)
        else:
            self._held(element, _inline_shape(element, shape))

    def _held(self, element: _Element, shape: _Shape) -> None:
        self._words(BLANKS.sub(" ", element.text or ""), shape, element)
        for one in element:
            self.read(one, shape)
            self._words(BLANKS.sub(" ", one.tail or ""), shape, one, tail=True)

    def _words(self, text: str, shape: _Shape, element: _Element | None = None, *, tail: bool = False) -> None:
        last = self.inlines[-1] if self.inlines else None
        if text == " " and (last is None or (isinstance(last, Words) and last.text[-1:].isspace())):
            return
        if text:
            if self.body.traces is not None and element is not None:
                self.body.traces.add(Piece(self.at, text, element, tail))
            self.inlines.append(Words(text, self.at, shape.italic, shape.raised, shape.target))
            self.at += len(text)

    def flush(self, shape: _Shape) -> None:
        """A block ends."""
        ends = any(isinstance(one, Call) or one.text.strip() for one in self.inlines)
        if ends:
            self.body.counts[self.part] += 1
            self.blocks.append(
                Block(shape.role, tuple(self.inlines), self.part, self.body.counts[self.part], shape.level)
            )
        if self.body.traces is not None:
            self.body.traces.end(self.part, self.body.counts[self.part] if ends else 0)
        self.inlines = []
        self.at = 0


def _block_shape(tag: str, outer: _Shape) -> _Shape:
    """What words are in a block within another one."""
    heading = HEADING.fullmatch(tag)
    if heading is not None:
        return _Shape(Role.HEADING, int(heading[1]))
    if tag in ("ul", "ol"):
        return _Shape(outer.role, outer.level + 1)
    role = ROLES.get(tag, outer.role)
    return _Shape(role, outer.level)


def _inline_shape(element: _Element, outer: _Shape) -> _Shape:
    """What words are in an element of a line."""
    href = element.get("href") if element.tag == "a" else None
    return replace(
        outer,
        italic=outer.italic or element.tag in ITALIC,
        raised=outer.raised or element.tag == "sup",
        target=href if href and not href.startswith("#") else outer.target,
    )


def _is_contents(element: _Element) -> bool:
    """Whether an element repeats the headings: a table of contents that says so."""
    said = f"{element.get('role', '')} {element.get('epub:type', '')} {element.get('id', '')}".casefold().split()
    return element.tag in ("nav", "div", "section") and any(word in CONTENTS for word in said)


def _unmarked(blocks: Sequence[Block], printed: str) -> tuple[Block, ...]:
    """The text of a note without the number that it begins with."""
    if not blocks:
        return ()
    first, *others = blocks
    inlines = list(first.inlines)
    begun = re.compile(rf"\A\s*[\[({{]?\s*{re.escape(printed)}(?![\w])\s*[\])}}]?[.:]?\s*")
    while inlines and isinstance(inlines[0], Words):
        head = inlines[0]
        text = LEFT_OVER.sub("", begun.sub("", head.text, count=1))
        if text:
            inlines[0] = replace(head, text=text, at=head.at + len(head.text) - len(text), raised=False)
            break
        del inlines[0]
    return (replace(first, role=Role.PARAGRAPH, inlines=tuple(inlines)), *others)
