"""What the styles of a Word document make of a paragraph or a run: a heading of which level, an item, a quotation, italics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.model.layout import Role
from citecheck.read.elements import attribute, child, children
from citecheck.read.word.names import is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Style", "Styles"]

HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|index) [1-9]", re.IGNORECASE)
FIGURES = "table of figures"
DEEPEST = 20
"""How long a chain of styles that build on each other may be: one that is longer goes round in a circle."""
BODY = 9
"""The level of an outline that means running text."""


class Style(Struct, frozen=True):
    """A style with what it takes over from those that it builds on. ``outline`` is the level of a heading, from 1."""

    name: str = ""
    outline: int | None = None
    italic: bool | None = None
    raised: bool | None = None
    numbering: tuple[str, int] | None = None
    lang: str | None = None

    @property
    def role(self) -> Role:
        """What a paragraph in this style is."""
        name = self.name.casefold()
        if name in ("title", "subtitle"):
            return Role.TITLE if name == "title" else Role.PARAGRAPH
        if self.outline is not None:
            return Role.HEADING
        if name == "caption":
            return Role.CAPTION
        return Role.QUOTE if name in ("quote", "intense quote", "block text") else Role.PARAGRAPH

    @property
    def lists(self) -> bool:
        """Whether what it holds repeats the text: a table of contents, an index."""
        return self.name.casefold() == FIGURES or CONTENTS.fullmatch(self.name) is not None


class Styles(Struct, frozen=True):
    """The styles by their identifiers; ``lang`` is the language of what says no other."""

    known: Mapping[str, Style]
    default: Style = Style()
    lang: str | None = None

    @classmethod
    def of(cls, root: _Element | None) -> Styles:
        """The styles of ``styles.xml``."""
        if root is None:
            return cls({})
        written = {attribute(one, "styleId") or "": one for one in children(root, "style")}
        known: dict[str, Style] = {}
        for key in written:
            _resolve(key, written, known, 0)
        first = next(
            (
                known[key]
                for key, one in written.items()
                if attribute(one, "type") == "paragraph" and attribute(one, "default") in ("1", "true")
            ),
            Style(),
        )
        return cls(known, first, value_of_language(child(root, "docDefaults", "rPrDefault", "rPr")))

    def get(self, key: str | None) -> Style:
        """A style; the document's default for none, or one that is not there."""
        return self.known.get(key, self.default) if key is not None else self.default


def value_of_language(shape: _Element | None) -> str | None:
    """The language that the shape of a run declares."""
    return value(shape, "lang")


def _resolve(key: str, written: Mapping[str, _Element], known: dict[str, Style], depth: int) -> Style:
    """A style with what it builds on."""
    if key in known:
        return known[key]
    element = written.get(key)
    if element is None or depth > DEEPEST:
        return Style()
    parent = value(element, "basedOn")
    base = _resolve(parent, written, known, depth + 1) if parent is not None else Style()
    shape, paragraph = child(element, "rPr"), child(element, "pPr")
    name = value(element, "name") or key
    known[key] = Style(
        name,
        _outline(name, value(paragraph, "outlineLvl"), base.outline),
        _or(is_on(shape, "i"), base.italic),
        _or(is_raised(shape), base.raised),
        numbering_of(paragraph) or base.numbering,
        value_of_language(shape) or base.lang,
    )
    return known[key]


def _or(own: bool | None, base: bool | None) -> bool | None:
    return base if own is None else own


def _outline(name: str, level: str | None, base: int | None) -> int | None:
    """The level of a heading, from 1: as the style says, or by its name, which is the same in all languages."""
    if level is not None and level.isdecimal():
        return int(level) + 1 if int(level) < BODY else None
    named = HEADING.fullmatch(name)
    return int(named[1]) if named is not None else base


def is_raised(shape: _Element | None) -> bool | None:
    """Whether the shape of a run raises it; None where it does not say."""
    held = value(shape, "vertAlign")
    return None if held is None else held == "superscript"


def numbering_of(paragraph: _Element | None) -> tuple[str, int] | None:
    """The list that a paragraph is an item of, and the level in it, from 0; None where it is in none."""
    numbered = child(paragraph, "numPr")
    if numbered is None:
        return None
    key, level = value(numbered, "numId"), value(numbered, "ilvl") or "0"
    return None if key is None else (key, int(level) if level.isdecimal() else 0)
