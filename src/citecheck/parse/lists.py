"""What stands below a heading: whether a bibliography begins there, or goes on."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from citecheck.parse.blocks import Block, Kind
from citecheck.parse.entrytexts import are_references, holds_several, items_of_list
from citecheck.parse.forms.notes import note_ways
from citecheck.parse.markup import elements
from citecheck.parse.prose import TAGS, looks_like_reference
from citecheck.parse.words import evened

__all__ = ["UNSIGNED", "goes_on", "holds_entries"]

BLOCKS_LOOKED_AT = 12
"""Blocks below a heading that tell whether it is a bibliography's."""
UNSIGNED = 6
"""The level of a heading that has no sign of one, but is a line in bold letters or by itself."""


def holds_entries(stream: Sequence[Block], at: int, linked: Container[int]) -> bool:
    """Whether the blocks from ``at`` up to the next heading look like references: most have a year, an address or a title.

    ``linked`` are the places of blocks that are notes.
    """
    below = list(_may_be_entries(stream, at, linked))
    looked_at = [looks_like_reference(block.span.text) for block in below]
    if below and holds_several(below[0].span.text):
        return True
    if not looked_at:
        return at < len(stream) and stream[at].kind is Kind.HEADING
    return sum(looked_at) * 2 >= len(looked_at)


def goes_on(stream: Sequence[Block], at: int, linked: Container[int], levels: tuple[int, int]) -> bool:
    """Whether the bibliography goes on below a heading within it: one of a lower level, or one of any level where that of the
    bibliography has no sign of its own, and nothing but references stands below. ``levels`` are those of the two headings."""
    region, level = levels
    if level > region:
        return holds_entries(stream, at, linked)
    if region < UNSIGNED:
        return False
    return are_references([text for block in _may_be_entries(stream, at, linked) for text in _items(block)])


def _may_be_entries(stream: Sequence[Block], at: int, linked: Container[int]) -> Iterator[Block]:
    """The first blocks from ``at`` up to the next heading, without rules, code, empty elements and notes."""
    count = 0
    for place in range(at, len(stream)):
        block = stream[place]
        if block.kind is Kind.HEADING or count == BLOCKS_LOOKED_AT:
            return
        if block.kind in (Kind.RULE, Kind.CODE):
            continue
        if place in linked:
            return
        text = block.span.text
        empty = block.kind is Kind.HTML and not TAGS.sub("", text).strip()
        if not empty and note_ways().note.match(text) is None:
            count += 1
            yield block


def _items(block: Block) -> Iterator[str]:
    """The texts of a block that may each be an entry."""
    text = block.span.text
    if block.kind is Kind.HTML:
        yield from (evened(text[one.body : one.end]).strip() for one in elements(text))
    else:
        yield from (text[one.body : one.end] for one in items_of_list(text))
