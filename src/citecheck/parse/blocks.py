"""Blocks: the Markdown blocks of a text by line, as markdown-it-py sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from citecheck.model.source import Span


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    HTML = "html"
    CODE = "code"
    RULE = "rule"


class Block(Struct, frozen=True):
    """A block: ``span`` covers its lines without the last line end; ``level`` is a heading's level."""

    span: Span
    kind: Kind
    level: int = 0


@cache
def _parser() -> MarkdownIt:
    # Inline parsing is not needed. Link definitions would swallow `[^1]: text`, and converters indent tables, which
    # would then be code.
    return MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable(["inline", "reference", "code"])


def blocks(part: Span) -> tuple[Block, ...]:
    """The blocks of one stretch of text, in order. Time grows with its length."""
    text = part.text
    starts = [0]
    at = text.find("\n")
    while at != -1:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    starts.append(len(text) + 1)

    def span(token: Token) -> Span:
        first, last = token.map or [0, 0]
        return part.part(starts[first], max(starts[first], min(starts[last] - 1, len(text))))

    found: list[Block] = []
    lists = quotes = 0
    table: Token | None = None
    # A lone carriage return ends a line for the parser; here it is a character like any other.
    for token in _parser().parse(text.replace("\r", " ")):
        match token.type:
            case "heading_open":
                found.append(Block(span(token), Kind.HEADING, int(token.tag[1])))
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "table_open":
                table = token
                found.append(Block(span(token), Kind.TABLE))
            case "table_close":
                table = None
            case "paragraph_open" if table is None:
                kind = Kind.LIST if lists else Kind.QUOTE if quotes else Kind.PARAGRAPH
                whole = span(token)
                anchored = ANCHORED_HEADING.fullmatch(whole.text) if kind is Kind.PARAGRAPH else None
                if anchored is not None:
                    made = whole.part(anchored.start("heading"), anchored.end())
                    found.append(Block(made, Kind.HEADING, len(anchored.group("signs"))))
                else:
                    found.append(Block(whole, kind))
            case "html_block":
                found.extend(_html(span(token)))
            case "fence" | "code_block":
                found.append(Block(span(token), Kind.CODE))
            case "hr":
                found.append(Block(span(token), Kind.RULE))
            case _:
                pass
    return tuple(found)


ANCHORED_HEADING = re.compile(
    r"[ ]{0,3}(?:<a\s[^<>\n]{0,200}></a>){1,8}(?P<heading>(?P<signs>#{1,6})[ \t]+[^\n]*)", re.IGNORECASE
)
"""A heading behind the anchors of its bookmarks, as a converter of Word's files writes it."""
HEADING = re.compile(r"[ \t]*<h([1-6])\b[^<>]{0,200}>[^\n]{0,400}</h[1-6]>[ \t]*$", re.IGNORECASE | re.MULTILINE)


RULED = re.compile(r"\s*<hr\b[^<>]{0,100}>\s*", re.IGNORECASE)
PLAIN_BEHIND = re.compile(
    r"(?:</h[1-6]>|</(?:[uo]l|t(?:able))>)[ \t]*\n(?=[ \t]*(?:[^\s<]|<(?:a|em|i|sup|span|cite)\b))"
    r"(?![^\n]{0,2000}<(?:[uo]l|li|p|t[dhr])\b)",
    re.IGNORECASE,
)
"""Where text without an element of its own goes on below a heading, a list or a table of HTML."""


def _html(span: Span) -> Iterator[Block]:
    """A block of HTML, its headings set apart, and what is plain text behind them or behind a list."""
    at, plain = 0, -1
    text = span.text
    if RULED.fullmatch(text):
        yield Block(span, Kind.RULE)
        return
    borders = {match.end() for match in PLAIN_BEHIND.finditer(text)}
    cuts = [*((*match.span(), match) for match in HEADING.finditer(text)), *((end, end, None) for end in borders)]
    for start, end, heading in sorted(cuts, key=lambda cut: cut[:2]):
        if text[at:start].strip():
            yield Block(span.part(at, start), Kind.PARAGRAPH if at == plain else Kind.HTML)
        if heading is not None:
            yield Block(span.part(start, end), Kind.HEADING, int(heading.group(1)))
        else:
            plain = end
        at = end
    if at == 0 or text[at:].strip():
        yield Block(span.part(at, len(text)), Kind.PARAGRAPH if at == plain else Kind.HTML)
