"""Where the characters of a page's elements stand in its file: the text between tags, read once more beside the elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Written", "written_characters"]

BLANK = " \t\n\r\f"
PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*>?|(?P<tag></?(?:(?P<raw>script|style)\b|[A-Za-z]))"
    r"|&(?:\#[0-9]{1,8}|\#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,40});?|.",
    re.DOTALL | re.IGNORECASE,
)
"""A comment, a declaration, the beginning of a tag, an entity, or one character."""
TAG_END = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
"""The rest of a tag: what stands in quotation marks ends none."""

Extent = tuple[int, int]
"""From where to where a character stands in the file."""


class Written(Struct, frozen=True):
    """The characters of a page that are no blanks, in order: where each stands in the file, and the ordinal of the first one of each
    element, and of what stands behind it. Nothing is known of a page that does not say in its file what it says in its elements."""

    extents: tuple[Extent, ...] = ()
    within: dict[_Element, int] = {}
    behind: dict[_Element, int] = {}

    def first(self, element: _Element, *, tail: bool) -> int | None:
        """The ordinal of the first character of an element, or behind it; None where it is not known."""
        return (self.behind if tail else self.within).get(element)


def written_characters(root: _Element, text: str) -> Written:
    """The characters of a page with this ``root``, whose file has this ``text``."""
    found = [(sign, extent) for sign, extent in _characters(text) if sign not in BLANK]
    within: dict[_Element, int] = {}
    behind: dict[_Element, int] = {}
    said: list[str] = []
    count = 0
    for element, tail in _order(root):
        held = [sign for sign in ((element.tail if tail else element.text) or "") if sign not in BLANK]
        (behind if tail else within)[element] = count
        said += held
        count += len(held)
    if said != [sign for sign, _ in found]:
        return Written()
    return Written(tuple(extent for _, extent in found), within, behind)


def _order(root: _Element) -> Iterator[tuple[_Element, bool]]:
    """The elements in the order of their texts, each again where the text behind it stands."""
    from lxml import etree

    for event, one in etree.iterwalk(root, events=("start", "end")):
        yield one, event == "end"


def _characters(text: str) -> Iterator[tuple[str, Extent]]:
    """The characters between tags, those that entities stand for too."""
    at = 0
    while at < len(text):
        match = PIECE.match(text, at)
        if match is None:
            return
        start, at = at, match.end()
        found = match[0]
        if match["tag"] is not None:
            ending = TAG_END.match(text, at)
            at = ending.end() if ending is not None else len(text)
        if match["raw"] is not None and not found.startswith("</"):
            closing = re.compile(rf"</{match['raw']}", re.IGNORECASE).search(text, at)
            end = closing.start() if closing is not None else len(text)
            yield from ((text[place], (place, place + 1)) for place in range(at, end))
            at = end
        elif found.startswith("&"):
            yield from ((sign, (start, at)) for sign in unescape(found))
        elif len(found) == 1:
            yield found, (start, at)
