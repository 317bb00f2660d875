"""Paragraphs as they are read, and what of them is only known at the end: the numbers of labels and of notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Block, Call, Comment, Inline, Role, Words
from citecheck.read.tex.tokens import Token

__all__ = ["PLAIN", "Draft", "Flow", "Label", "Mark", "Shape"]


class Shape(Struct, frozen=True):
    """How words are printed, and where they lead to. ``code`` is in letters of one width."""

    italic: bool = False
    raised: bool = False
    target: str | None = None
    code: bool = False


PLAIN = Shape()
QUOTES = re.compile('["“”‘’«»]')
"""Marks that quote nothing in code."""
BLANKS = (" ", "\n", "\u00a0", "\u202f")


class Label(Struct, frozen=True):
    """The number of what has the label ``key``, which is known at the end."""

    key: str
    words: Words


class Mark(Struct, frozen=True):
    """A mark of the note with the ordinal ``key``, whose identifier is known at the end."""

    key: int
    place: Token


Piece = Words | Label | Mark


class Draft:
    """A block before its end. It begins where its first words stand, or where it is said to."""

    __slots__ = ("comments", "level", "number", "pieces", "place", "role")

    def __init__(self, role: Role, level: int = 0, number: str = "", place: Token | None = None) -> None:
        self.role = role
        self.level = level
        self.number = number
        self.place = place
        self.pieces: list[Piece] = []
        self.comments: tuple[Comment, ...] = ()


class Flow:
    """The blocks of a ``part`` in order. ``role`` is what a paragraph is here."""

    def __init__(self, part: str, place: Token | None = None) -> None:
        self.part = part
        self.place = place
        self.drafts: list[Draft] = []
        self.role = Role.PARAGRAPH
        self._draft: Draft | None = None
        self._said: list[Comment] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the paragraph yet."""
        return self._draft is None or not self._draft.pieces

    @property
    def pieces(self) -> list[Piece]:
        """The paragraph as far as it is read."""
        return self._draft.pieces if self._draft is not None else []

    def begin(self, role: Role, level: int = 0, number: str = "", place: Token | None = None) -> None:
        """Begins a block of its own."""
        self.end()
        self._draft = Draft(role, level, number, place)

    def end(self) -> None:
        """Ends the paragraph."""
        self.trim()
        draft, self._draft = self._draft, None
        if draft is not None and any(not isinstance(one, Words) or one.text.strip() for one in draft.pieces):
            draft.comments, self._said = tuple(self._said), []
            self.drafts.append(draft)

    def say(self, token: Token) -> None:
        """What is said to citecheck about this paragraph, or the next one."""
        self._said.append(Comment(token.text, token.file, token.line, token.column))

    def words(self, text: str, token: Token, shape: Shape) -> None:
        """Words as they are printed. Of several blanks one is."""
        column = token.column
        if shape.code:
            text = QUOTES.sub(" ", text)
        if text[:1] == " " and (self.is_empty or self.ends_blank):
            text, column = text[1:], column + 1
        if text:
            self.add(Words(text, 0, shape.italic, shape.raised, shape.target, None, token.file, token.line, column))

    def add(self, piece: Piece) -> None:
        """A piece of the paragraph, which begins with it where there is none yet."""
        if self._draft is None:
            self._draft = Draft(self.role)
        self._draft.pieces.append(piece)

    @property
    def ends_blank(self) -> bool:
        """Whether the paragraph so far ends with a blank."""
        last = self.pieces[-1] if self.pieces else None
        return isinstance(last, Words) and last.text[-1:] in BLANKS

    def trim(self) -> None:
        """Takes back the blanks that the paragraph ends with."""
        pieces = self.pieces
        while pieces and isinstance(last := pieces[-1], Words) and last.text[-1:] in (" ", "\n"):
            pieces.pop()
            if last.text.strip(" \n"):
                pieces.append(replace(last, text=last.text.rstrip(" \n")))

    def blocks(self, number: Callable[[str], str], note: Callable[[int], str], first: int = 1) -> Iterator[Block]:
        """The blocks, with the ``number`` of each label and the identifier of each ``note``; they are counted from ``first`` on."""
        for at, draft in enumerate(self.drafts, first):
            inlines = tuple(_known(draft.pieces, number, note))
            place = self.place if at == first and self.place is not None else draft.place
            if place is not None:
                file, line, column = place.file, place.line, place.column
            else:
                begun = inlines[0]
                file, line, column = begun.file, begun.line, begun.column
            yield Block(
                draft.role, inlines, self.part, at, draft.level, draft.number, file, line, column, draft.comments
            )


def _known(pieces: Iterable[Piece], number: Callable[[str], str], note: Callable[[int], str]) -> Iterator[Inline]:
    """The pieces of a paragraph, all of them known."""
    for piece in pieces:
        match piece:
            case Label():
                if text := number(piece.key):
                    yield replace(piece.words, text=text)
            case Mark():
                if note_id := note(piece.key):
                    yield Call(note_id, 0, piece.place.file, piece.place.line, piece.place.column)
            case _:
                yield piece
