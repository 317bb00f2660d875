"""What survives translation and has a place in the text: names, figures, amounts, and the years of citations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.model.citations import Citations
from citecheck.model.document import Amount
from citecheck.model.source import Span


class Anchor(Struct, frozen=True):
    """Something in the running text that a translation keeps: ``key`` in a comparable form, ``at`` its place (see
    `Positions`)."""

    key: str
    at: int


AMOUNT = "a:"
"""How the key of an anchor begins that is an amount."""


def amount_key(amount: Amount) -> str:
    """The key of an amount: what it is, however it is written."""
    return f"{AMOUNT}{amount.value.normalize()}:{amount.currency}"


class Positions(Struct, frozen=True):
    """Where things stand in a version: characters of running text before them, from the start of the document.

    ``starts`` are the places at which paragraphs begin, by their index, and ``length`` the whole length.
    """

    starts: tuple[int, ...]
    length: int

    @staticmethod
    def of(version: Citations) -> Positions:
        """The positions of a version's paragraphs."""
        starts, at = [], 0
        for paragraph in version.document.paragraphs:
            starts.append(at)
            at += sum(piece.end - piece.start for piece in paragraph.pieces) + 1
        return Positions(tuple(starts), at)

    def place(self, paragraph: int, offset: int) -> int:
        """The place of an offset in a paragraph."""
        return self.starts[paragraph] + offset if paragraph < len(self.starts) else self.length


def anchors(version: Citations, positions: Positions) -> tuple[Anchor, ...]:
    """The anchors of a version's running text, in order."""
    document = version.document
    offsets: dict[int, Sequence[Span]] = {one.index: one.pieces for one in document.paragraphs}
    found: list[Anchor] = []

    def add(key: str, span: Span, paragraph: int | None) -> None:
        if paragraph is None or paragraph not in offsets:
            return
        before = 0
        for piece in offsets[paragraph]:
            if piece.source is span.source and piece.start <= span.start < piece.end:
                found.append(Anchor(key, positions.place(paragraph, before + span.start - piece.start)))
                return
            before += piece.end - piece.start

    for name in document.names:
        add("n:" + fold(re.sub(r"^[dlDL]['’]|['’]s$", "", name.span.text)), name.span, name.paragraph)
    for figure in document.figures:
        add(f"f:{figure.value.normalize()}", figure.span, figure.paragraph)
    for amount in document.amounts:
        add(amount_key(amount), amount.span, amount.paragraph)
    for bracket in document.brackets:
        add("b:" + "/".join(f"{one.year}" for one in bracket.citations), bracket.span, bracket.paragraph)
    return tuple(sorted(found, key=lambda anchor: anchor.at))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share (0 to 1) of what the poorer version has that the other has, too: a summary is a version of its report."""
    return len(one & other) / max(min(len(one), len(other)), 1)
