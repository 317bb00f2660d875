"""Passages: the text of a file that may hold notes written by hand, block by block, with what its headings announce."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.parse.blocks import Block, Kind
from citecheck.parse.forms.notes import BlockNote, Way, note_ways
from citecheck.parse.handwritten import Passage
from citecheck.parse.headings import heading_text, is_bibliography, is_notes

__all__ = ["BlockNotes", "passages_of", "unlinked"]

BlockNotes = dict[int, tuple[Way, BlockNote]]
"""The notes of several blocks, by the place of their first one."""


def unlinked(stream: Sequence[Block], linked: BlockNotes) -> Iterator[tuple[int, Block]]:
    """The blocks with their places, of a note of several blocks only the first."""
    behind = 0
    for at, block in enumerate(stream):
        if at < behind:
            continue
        if at in linked:
            behind = linked[at][1].last + 1
        yield at, block


def passages_of(stream: Sequence[Block], linked: BlockNotes) -> Iterator[Passage]:
    """The text of a file without its headings and linked notes, each block with what the heading above it announces."""
    noted = listed = False
    level = 0
    for at, block in unlinked(stream, linked):
        if at in linked or block.kind is Kind.CODE:
            continue
        if block.kind is not Kind.HEADING:
            noted = noted or (block.kind is Kind.HTML and note_ways().announced(block.span.text))
            yield Passage(block.span, noted, listed)
        elif block.level <= level or not listed:
            text = heading_text(block.span)
            noted, listed = is_notes(text), is_bibliography(text)
            level = block.level if listed else 0
