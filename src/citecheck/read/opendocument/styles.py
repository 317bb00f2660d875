"""What the styles of an OpenDocument text say: italics, raised signs, languages, and what paragraphs are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.model.layout import Role
from citecheck.read.elements import attribute, child, name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Style", "Styles"]

DEEPEST = 20
"""How long a chain of styles that build on each other may be."""
ROLES = {"title": Role.TITLE, "quotations": Role.QUOTE, "caption": Role.CAPTION}
NOT_A_LANGUAGE = ("none", "zxx", "")


class Style(Struct, frozen=True):
    """A style with what it takes over from those that it builds on."""

    name: str = ""
    italic: bool | None = None
    raised: bool | None = None
    hidden: bool = False
    lang: str | None = None
    role: Role = Role.PARAGRAPH


class Styles(Struct, frozen=True):
    """The styles by their names; ``lang`` is the language of what says no other."""

    known: Mapping[str, Style]
    lang: str | None = None

    @classmethod
    def of(cls, *roots: _Element) -> Styles:
        """The styles of ``styles.xml`` and those of ``content.xml``, of which the later ones count."""
        written: dict[str, _Element] = {}
        lang = None
        for root in roots:
            for one in root.iter("{*}style", "{*}default-style"):
                if name(one) == "style":
                    written[attribute(one, "name") or ""] = one
                elif attribute(one, "family") == "paragraph":
                    lang = _language(child(one, "text-properties")) or lang
        known: dict[str, Style] = {}
        for key in written:
            _resolve(key, written, known, 0)
        return cls(known, lang)

    def get(self, key: str | None) -> Style:
        """A style; an empty one where there is none of this name."""
        return self.known.get(key or "", Style())


def _resolve(key: str, written: Mapping[str, _Element], known: dict[str, Style], depth: int) -> Style:
    if key in known:
        return known[key]
    element = written.get(key)
    if element is None or depth > DEEPEST:
        return Style()
    parent = attribute(element, "parent-style-name")
    base = _resolve(parent, written, known, depth + 1) if parent is not None else Style()
    shape = child(element, "text-properties")
    slant = attribute(shape, "font-style") if shape is not None else None
    position = attribute(shape, "text-position") if shape is not None else None
    shown = attribute(element, "display-name") or key
    known[key] = Style(
        shown,
        base.italic if slant is None else slant in ("italic", "oblique"),
        base.raised if position is None else _is_raised(position),
        base.hidden or (shape is not None and attribute(shape, "display") == "none"),
        _language(shape) or base.lang,
        ROLES.get(shown.replace("_20_", " ").casefold(), base.role),
    )
    return known[key]


def _is_raised(position: str) -> bool:
    """Whether a ``text-position`` raises: ``super 58%`` or a percentage of the height above the line."""
    first = position.split()[0] if position.split() else ""
    return first == "super" or (first.endswith("%") and first[:-1].isdecimal() and int(first[:-1]) > 0)


def _language(shape: _Element | None) -> str | None:
    lang = attribute(shape, "language") if shape is not None else None
    return None if lang in (None, *NOT_A_LANGUAGE) else lang
