"""Notes as the items of a numbered list, as Markdown made from a word processor's file has them.

``1. <a id="footnote-1"></a> Doe, 2019. [↑](#footnote-ref-1)``: the anchor that the call leads to, the link back to it, or
both tell such an item from any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from citecheck.model.source import Span
from citecheck.parse.blocks import Block, Kind
from citecheck.parse.markup import NOTE_ID, leads_back, without_return

ITEM = re.compile(
    r"[ \t>]{0,40}(?P<label>(?P<number>\d{1,4})[.)])[ \t]+(?P<anchors>(?:<a\b[^<>\n]{0,200}>[ \t]*</a>[ \t]*){0,4})"
)
"""A numbered item, with the anchors in front of its text."""


class LinkedNote(Struct, frozen=True):
    """A note of several blocks at most: ``last`` is the place of its last block."""

    number: str
    label: Span
    whole: Span
    body: Span
    last: int


def linked_notes(stream: Sequence[Block]) -> dict[int, LinkedNote]:
    """The notes by the places of the blocks that they begin with."""
    found: dict[int, LinkedNote] = {}
    opened: int | None = None
    begun: re.Match[str] | None = None
    for at, block in enumerate(stream):
        if block.kind in (Kind.HEADING, Kind.RULE, Kind.CODE):
            opened = None
            continue
        match = ITEM.match(block.span.text) if block.kind is Kind.LIST else None
        if match is not None:
            opened, begun = at, match
            if NOTE_ID.search(match.group("anchors")):
                found[at] = _note(stream, at, at, match)
        elif opened is not None and opened not in found and block.kind is not Kind.LIST:
            # Without an anchor, only what is indented below an item belongs to it.
            opened = None
        if opened is not None and begun is not None and leads_back(block.span.text):
            found[opened] = _note(stream, opened, at, begun)
            opened = None
    return found


def _note(stream: Sequence[Block], first: int, last: int, match: re.Match[str]) -> LinkedNote:
    begin = stream[first].span
    source, end = begin.source, stream[last].span.end
    start, body = begin.start + match.start("label"), begin.start + match.end()
    text = source.text
    while end > body and text[end - 1].isspace():
        end -= 1
    kept = max(body, without_return(text, body, end))
    while kept > body and text[kept - 1].isspace():
        kept -= 1
    return LinkedNote(
        match.group("number"),
        begin.part(*match.span("label")),
        Span(source, start, end),
        Span(source, body, kept),
        last,
    )
