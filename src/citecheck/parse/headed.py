"""Headings of bibliographies that stand on a line of their own within a block, as in a text that was made from a PDF: ``REFERENCES`` right
above the first entry, or right below the last line of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.parse.blocks import Block, Kind
from citecheck.parse.headings import is_bibliography, is_further_reading
from citecheck.parse.prose import looks_like_reference

__all__ = ["with_headings"]

LONGEST = 60
"""Characters that a heading has at most."""
LOWEST = 6
"""The level of a heading that has no sign of one."""
FARTHEST = 8
"""Blocks below one, heads of pages among them, of which the first other one may begin a bibliography."""
LOOKED_AT = 600
"""Characters below a heading that tell whether it is one of a bibliography."""
NO_TITLE = re.compile(r"[\[\](){}<>/=@|]")
"""What the title of a bibliography has not, and a link to one has."""
SIGNS = re.compile(r"#{1,6}")
LINE = re.compile(r"[^\n]+")


def with_headings(stream: Sequence[Block]) -> Sequence[Block]:
    """The blocks, those apart in which a line says that a bibliography begins, and what may be one follows."""
    parted: list[Block] = []
    for at, block in enumerate(stream):
        below = next((one.span.text for one in stream[at + 1 : at + 1 + FARTHEST] if one.kind is not Kind.RULE), "")
        parted.extend(_parted(block, below) if block.kind in (Kind.PARAGRAPH, Kind.LIST) else (block,))
    return parted if len(parted) > len(stream) else stream


def _parted(block: Block, below: str) -> Iterator[Block]:
    """A block without the lines that are headings, and these; ``below`` is what follows it."""
    text, at = block.span.text, 0
    for line in LINE.finditer(text) if "\n" in text else ():
        if not _announces(line.group()) or not _is_reference(text[line.end() :].strip() or below):
            continue
        if text[at : line.start()].strip():
            yield Block(block.span.part(at, line.start() - 1), block.kind)
        signs = SIGNS.match(line.group().strip())
        yield Block(block.span.part(*line.span()), Kind.HEADING, len(signs.group()) if signs else LOWEST)
        at = min(line.end() + 1, len(text))
    if text[at:].strip():
        yield Block(block.span.part(at, len(text)), Kind.PARAGRAPH) if at else block


def _announces(line: str) -> bool:
    return (
        len(line) <= LONGEST and NO_TITLE.search(line) is None and (is_bibliography(line) or is_further_reading(line))
    )


def _is_reference(text: str) -> bool:
    return looks_like_reference(text[:LOOKED_AT])
