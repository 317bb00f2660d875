"""The tree that pandoc gives (pandoc-types 1.23) as blocks and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Inline, NoteKind, Role, Words
from citecheck.read.met import Met

__all__ = ["Tree"]

Node = Mapping[str, Any]
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
TEXT = "document"
BLOCKS = frozenset(
    [
        "Para",
        "Plain",
        "Header",
        "LineBlock",
        "BlockQuote",
        "Div",
        "Figure",
        "BulletList",
        "OrderedList",
        "DefinitionList",
        "Table",
    ]
)
"""The blocks that are text; code, formulas and raw markup are none."""
DEEPEST = 200
"""Blocks within blocks that are read."""


class _Here(Struct, frozen=True):
    """What a plain paragraph is where the reader stands, how deep in lists, and in which part."""

    role: Role = Role.PARAGRAPH
    level: int = 0
    part: str = TEXT

    def inside(self, role: Role) -> Role:
        """What something with that role is here: in a cell or a list it is that."""
        return role if self.role is Role.PARAGRAPH else self.role


class Tree:
    """Reads a tree; ``notes`` are those that were met, and each `Call` names one by its ordinal."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Met] = []
        self.title = ""
        self.paragraphs = 0
        self._depth = 0

    @classmethod
    def of(cls, whole: Mapping[str, Any]) -> Tree:
        """The blocks and notes of a whole document."""
        tree = cls()
        title = whole.get("meta", {}).get("title")
        if title is not None and title.get("t") == "MetaInlines":
            tree.title = "".join(one.text for one in _Line(tree).read(title["c"]) if isinstance(one, Words)).strip()
        tree.blocks = list(tree.read(whole.get("blocks", ()), _Here()))
        return tree

    def read(self, nodes: Sequence[Node], here: _Here) -> Iterator[Block]:
        """The blocks of nodes."""
        self._depth += 1
        for node in nodes if self._depth < DEEPEST else ():
            yield from self._block(node, here)
        self._depth -= 1

    def _block(self, node: Node, here: _Here) -> Iterator[Block]:
        reader = getattr(self, f"_{node['t'].lower()}", None) if node["t"] in BLOCKS else None
        if reader is not None:
            yield from reader(node["c"], here)

    def _para(self, held: Any, here: _Here) -> Iterator[Block]:
        yield self._lines(held, here)

    _plain = _para

    def _header(self, held: Any, here: _Here) -> Iterator[Block]:
        yield self._lines(held[2], replace(here, role=here.inside(Role.HEADING), level=held[0]))

    def _lineblock(self, held: Any, here: _Here) -> Iterator[Block]:
        yield self._lines([one for line in held for one in (*line, {"t": "LineBreak"})], here)

    def _blockquote(self, held: Any, here: _Here) -> Iterator[Block]:
        yield from self.read(held, replace(here, role=here.inside(Role.QUOTE)))

    def _div(self, held: Any, here: _Here) -> Iterator[Block]:
        yield from self.read(held[1], here)

    def _figure(self, held: Any, here: _Here) -> Iterator[Block]:
        yield from self.read(held[1][1], replace(here, role=Role.CAPTION, level=0))
        yield from self.read(held[2], here)

    def _bulletlist(self, held: Any, here: _Here) -> Iterator[Block]:
        for item in held:
            yield from self.read(item, replace(here, role=here.inside(Role.ITEM), level=here.level + 1))

    def _orderedlist(self, held: Any, here: _Here) -> Iterator[Block]:
        yield from self._bulletlist(held[1], here)

    def _definitionlist(self, held: Any, here: _Here) -> Iterator[Block]:
        for term, meanings in held:
            yield self._lines(term, here)
            for meaning in meanings:
                yield from self.read(meaning, here)

    def _table(self, held: Any, here: _Here) -> Iterator[Block]:
        for cell in _cells(held):
            yield from self.read(cell, replace(here, role=Role.CELL, level=0))

    def _lines(self, nodes: Sequence[Node], here: _Here) -> Block:
        self.paragraphs += here.part == TEXT
        return Block(here.role, tuple(_Line(self).read(nodes)), here.part, self.paragraphs, here.level)

    def note(self, nodes: Sequence[Node]) -> int:
        """Keeps a note, and gives its ordinal. Numbers follow the order of the calls."""
        at = len(self.notes)
        self.notes.append(Met(NoteKind.FOOTNOTE, str(at + 1), False, ()))
        blocks = tuple(self.read(nodes, _Here(part="footnotes")))
        self.notes[at] = Met(NoteKind.FOOTNOTE, str(at + 1), False, blocks)
        return at


def _cells(table: Sequence[Any]) -> Iterator[Sequence[Node]]:
    """The blocks of each cell of a table, and of its caption before them."""
    _, caption, _, head, bodies, foot = table
    yield caption[1]
    rows = [*head[1], *(row for body in bodies for part in body[2:4] for row in part), *foot[1]]
    for row in rows:
        for cell in row[1]:
            yield cell[4]


class _Line:
    """Reads the inlines of a paragraph."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.inlines: list[Inline] = []
        self.at = 0
        inner = self._inner
        self.readers: dict[str, Callable[[Any, Words], None]] = {
            "Str": self._words,
            "Space": lambda held, shape: self._words(" ", shape),
            "SoftBreak": lambda held, shape: self._words(" ", shape),
            "LineBreak": lambda held, shape: self._words("\n", shape),
            "Emph": lambda held, shape: inner(held, Words("", italic=True, raised=shape.raised, target=shape.target)),
            "Superscript": lambda held, shape: inner(
                held, Words("", italic=shape.italic, raised=True, target=shape.target)
            ),
            "Link": lambda held, shape: inner(
                held[1], Words("", italic=shape.italic, raised=shape.raised, target=_address(held[2][0]))
            ),
            "Quoted": self._quoted,
            "Cite": self._cited,
            "Note": self._note,
            "Span": lambda held, shape: inner(held[1], shape),
            **dict.fromkeys(("Strong", "Strikeout", "SmallCaps", "Underline", "Subscript"), inner),
        }

    def read(self, nodes: Sequence[Node]) -> list[Inline]:
        """The inlines of nodes; code, formulas and raw markup are no text."""
        self._inner(nodes, Words(""))
        return self.inlines

    def _inner(self, nodes: Sequence[Node], shape: Words) -> None:
        for node in nodes:
            reader = self.readers.get(node["t"])
            if reader is not None:
                reader(node.get("c"), shape)

    def _words(self, text: str, shape: Words) -> None:
        self.inlines.append(Words(text, self.at, shape.italic, shape.raised, shape.target))
        self.at += len(text)

    def _quoted(self, held: Any, shape: Words) -> None:
        begun, ended = QUOTES[held[0]["t"]]
        self._words(begun, shape)
        self._inner(held[1], shape)
        self._words(ended, shape)

    def _cited(self, held: Any, shape: Words) -> None:
        """Citations by key, as pandoc's Markdown has them."""
        keys = "; ".join(f"@{{{one['citationId']}}}" for one in held[0] if "}" not in one["citationId"])
        self._words(f"[{keys}]", shape) if keys else self._inner(held[1], shape)

    def _note(self, held: Any, shape: Words) -> None:
        self.inlines.append(Call(str(self.tree.note(held)), self.at))


def _address(target: str) -> str | None:
    """Where a link leads; nothing within the document."""
    return None if target.startswith("#") or not target else target
