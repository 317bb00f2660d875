"""An item of a numbered list with an anchor or a link back: ``12. <a id="footnote-12"></a> Doe, 2020. [↑](#footnote-ref-12)``

What mammoth and its kin make of the notes of Word files. The anchor that the call leads to, the link back to it, or both
tell such an item from any other, wherever the list stands. An anchor of any name does where a number leads to it, and it is
the number of the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from citecheck.model.source import Span
from citecheck.parse.blocks import Block, Kind
from citecheck.parse.forms import Example
from citecheck.parse.forms.note_parts import (
    ANCHOR,
    ARROWS,
    NOTE_ID,
    canonical,
    leads_back,
    numbers_leading,
    without_return,
)
from citecheck.parse.forms.notes import BlockNote

EXAMPLES = (
    Example(
        'A claim.[\\[1\\]](#footnote-1)\n\n1. <a id="footnote-1"></a> Doe, 2020, p. 4. [↑](#footnote-ref-1)',
        {"notes": "1"},
    ),
    Example(
        'A claim<sup>[1](#oaks)</sup> and another.<sup>[2](#elms)</sup>\n\n1. <a name="oaks"></a>Doe, 2020, p. 4.\n'
        '2. <a name="elms"></a>Roe, 2021.',
        {"notes": "1 2"},
    ),
    Example("A list:\n\n1. One thing. [↑](#top)\n2. Another thing.", None),
)

ITEM = re.compile(
    r"[ \t>]{0,40}(?P<label>(?P<number>\d{1,4})[.)])[ \t]+(?P<anchors>(?:<a\b[^<>\n]{0,200}>[ \t]*</a>[ \t]*){0,4})"
)
"""A numbered item, with the anchors in front of its text."""
TRACE = re.compile(rf"\[\\?[{ARROWS}][^\[\]\n]{{0,4}}\]\(\\?#[^()\s]{{1,80}}\d\)", re.IGNORECASE)


def read_blocks(blocks: Sequence[Block]) -> dict[int, BlockNote]:
    notes: dict[int, BlockNote] = {}
    opened: tuple[int, re.Match[str]] | None = None
    leading = frozenset().union(*map(numbers_leading, _files(blocks)))
    for at, block in enumerate(blocks):
        match = ITEM.match(block.span.text) if block.kind is Kind.LIST else None
        if match is not None:
            opened = (at, match)
            if NOTE_ID.search(match.group("anchors")) or _is_led_to(match, leading):
                notes[at] = _note(blocks, at, at, match)
        elif opened is not None and _ends(block, opened[0] in notes):
            opened = None
        if opened is not None and leads_back(block.span.text):
            notes[opened[0]] = _note(blocks, opened[0], at, opened[1])
            opened = None
    return notes


def _is_led_to(match: re.Match[str], leading: Set[tuple[str, str]]) -> bool:
    """Whether the number of an item leads to one of its anchors somewhere in the text."""
    number = canonical(match.group("number"))
    return any((name.group("name"), number) in leading for name in ANCHOR.finditer(match.group("anchors")))


def _files(blocks: Sequence[Block]) -> Iterable[str]:
    """The whole text of the files that the blocks come from, of those that have anchors."""
    return {block.span.source.text for block in blocks if block.kind is Kind.LIST and "<a" in block.span.text}


def _ends(block: Block, anchored: bool) -> bool:
    """Whether no item goes on over a block. Without an anchor, only what is indented below an item belongs to it."""
    return block.kind in (Kind.HEADING, Kind.RULE, Kind.CODE) or (not anchored and block.kind is not Kind.LIST)


def _note(blocks: Sequence[Block], first: int, last: int, match: re.Match[str]) -> BlockNote:
    begin = blocks[first].span
    source, end = begin.source, blocks[last].span.end
    start, body = begin.start + match.start("label"), begin.start + match.end()
    text = source.text
    while end > body and text[end - 1].isspace():
        end -= 1
    kept = max(body, without_return(text, body, end))
    while kept > body and text[kept - 1].isspace():
        kept -= 1
    return BlockNote(
        canonical(match.group("number")),
        begin.part(*match.span("label")),
        Span(source, start, end),
        Span(source, body, kept),
        last,
    )
