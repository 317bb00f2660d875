"""The notes of pages: a link whose text is a number or a sign, and that leads forward to an element whose block links back, or that
says what it is (``doc-noteref``, DPUB-ARIA 1.0; ``epub:type="noteref"``, EPUB 3 Structural Semantics)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.etree import _Element

    from citecheck.read.html.pages import Page

__all__ = ["Noted", "noted"]

SIGN = re.compile(r"[\[({]?\s*(?P<sign>[0-9]{1,4}[a-z]?|[*†‡§¶#]{1,4}|[ivxlc]{1,7}|[a-z])\s*[\])}.]?")
REFERENCE = ("noteref", "doc-noteref", "footnote-ref", "footnoteref", "footnote-reference")
BACK = ("doc-backlink", "footnote-back", "footnote-backref", "backlink", "footnote-return")
BLOCKS = frozenset(("p", "li", "div", "aside", "dd", "td", "section", "blockquote"))
HOLDERS = frozenset(("li", "div", "aside", "dd"))
LONGEST = 6000
"""Characters of the longest note that is taken with the element around its first paragraph."""
NEAR = 3
"""How many elements above a mark a link back may lead to."""

Key = tuple[str, str]
"""A page, and an identifier in it."""


class Noted(Struct, frozen=True):
    """The notes of some pages: the marks that call them, in order, as attributes say; what each mark prints; the elements that hold
    the notes, and the links back in them."""

    printed: tuple[str, ...]
    holders: tuple[tuple[str, _Element], ...]


CALL, NOTE, RETURN = "citecheck-call", "citecheck-note", "citecheck-back"
"""Attributes that elements get: a mark and a note the ordinal of the note, a link back nothing."""


class _Link(Struct, frozen=True):
    """A link within the pages: its element, where it stands, and the element that it leads to."""

    element: _Element
    page: str
    at: int
    target: Key


def noted(pages: Sequence[Page]) -> Noted:
    """The notes of pages; their marks, holders and links back are told by attributes from now on."""
    places: dict[Key, tuple[int, _Element]] = {}
    links: list[_Link] = []
    at = 0
    for page in pages:
        for element in page.root.iter():
            if not isinstance(element.tag, str):
                continue
            at += 1
            for key in filter(None, (element.get("id"), element.get("name"))):
                places.setdefault((page.name, key), (at, element))
            target = _target(page.name, element)
            if target is not None:
                links.append(_Link(element, page.name, at, target))
    return _paired(links, places)


def _target(page: str, element: _Element) -> Key | None:
    """Where a link leads within the pages; None for other elements and for links elsewhere."""
    href = element.get("href") if element.tag == "a" else None
    if href is None or "#" not in href or "://" in href:
        return None
    file, _, fragment = href.partition("#")
    return (normpath(join(dirname(page), unquote(file))) if file else page), unquote(fragment)


def _paired(links: Sequence[_Link], places: Mapping[Key, tuple[int, _Element]]) -> Noted:
    """The links that call notes, with what holds the notes."""
    found: list[tuple[_Link, str, _Element]] = []
    for link in links:
        told = SIGN.fullmatch("".join(str(text) for text in link.element.itertext()).strip())
        place = places.get(link.target)
        if place is None or place[0] <= link.at:
            continue
        held = _block(place[1])
        if held is None or not (told or _says(link.element, REFERENCE)):
            continue
        if _says(link.element, REFERENCE) or _returns(held, link):
            found.append((link, told["sign"] if told else "*", place[1]))
    targets = {id(target) for _, _, target in found}
    marked = [target for _, _, target in found]
    holders: dict[int, tuple[int, str, _Element]] = {}
    printed: list[str] = []
    for link, sign, target in found:
        if not _begins(_block(target), target):
            continue
        block = _widened(_block(target), targets, marked)
        if block is None:
            continue
        if id(block) not in holders:
            holders[id(block)] = (len(printed), link.target[0], block)
            block.set(NOTE, str(len(printed)))
            printed.append(sign)
            for back in _backs(block, link):
                back.set(RETURN, "")
        link.element.set(CALL, str(holders[id(block)][0]))
    return Noted(tuple(printed), tuple((page, block) for _, page, block in holders.values()))


def _says(element: _Element, names: Sequence[str]) -> bool:
    """Whether an element says that it is one of these: by its role, its type or its class."""
    said = " ".join(
        str(value) for key, value in element.items() if key in ("role", "class", "epub:type", "type", "rel")
    )
    return any(word in names for word in said.casefold().split())


def _block(element: _Element | None) -> _Element | None:
    """The block that an element is, or is in."""
    while element is not None and element.tag not in BLOCKS:
        element = element.getparent()
    return element


def _widened(block: _Element | None, targets: set[int], marked: Sequence[_Element]) -> _Element | None:
    """The element that holds a note with all its paragraphs: the one around its first, where that holds no other note and is
    short enough. None for a block in which several notes begin: nothing tells where each ends."""
    if block is None or _begun(block, targets) > 1:
        return None
    around = block.getparent()
    if block.tag == "p" and around is not None and around.tag in HOLDERS and len(marked) > 1:
        length = sum(len(str(text)) for text in around.itertext())
        if length <= LONGEST and _begun(around, targets) == 1:
            return around
    return block


def _begun(element: _Element, targets: set[int]) -> int:
    """How many notes begin in an element."""
    return sum(id(one) in targets for one in element.iter())


def _begins(block: _Element | None, target: _Element) -> bool:
    """Whether a block begins with an element, or is that element: no words stand before it."""
    for one in block.iter() if block is not None else ():
        if one is target:
            return True
        inside = isinstance(one.tag, str) and (one.text or "").strip()
        if inside or (one is not block and len(one) == 0 and (one.tail or "").strip()):
            return False
    return False


def _returns(block: _Element, link: _Link) -> bool:
    """Whether a block links back to a mark."""
    return any(True for _ in _backs(block, link))


def _backs(block: _Element, link: _Link) -> Iterator[_Element]:
    """The links in a block that lead back to a mark, or to what it stands in, or that say so."""
    above = [link.element, *list(link.element.iterancestors())[:NEAR], *link.element.iterchildren()]
    names = {key for one in above for key in (one.get("id"), one.get("name")) if key}
    before = link.element.getprevious()
    if before is not None and before.tag == "a":
        names |= {key for key in (before.get("id"), before.get("name")) if key}
    for one in block.iter("a"):
        href = one.get("href") or ""
        if _says(one, BACK) or ("#" in href and unquote(href.partition("#")[2]) in names):
            yield one
