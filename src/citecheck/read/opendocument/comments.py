"""Comments of an OpenDocument text (ISO/IEC 26300 part 1, 14.1): who says what of which words, what answers what, and what is
resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.read.elements import attribute, child, children, name
from citecheck.read.remarked import AUTHOR, DocumentComment

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["KEY", "comments_of"]

KEY = "citecheck-comment"
"""The attribute that a comment gets: its key, since not every one has a name."""


def comments_of(root: _Element) -> tuple[DocumentComment, ...]:
    """The comments of a document, by the root of its text; each gets the attribute `KEY`. An answer stands right behind what it
    answers, or names it."""
    found: list[DocumentComment] = []
    for number, one in enumerate(root.iter("{*}annotation")):
        key = attribute(one, "name") or f"#{number}"
        one.set(KEY, key)
        found.append(
            DocumentComment(
                key,
                _text(child(one, "creator")),
                _text(child(one, "date"))[:10],
                tuple(_text(paragraph) for paragraph in children(one, "p")),
                key,
                attribute(one, "parent-name") or _answered(one),
                attribute(one, "resolved") == "true",
            )
        )
    return tuple(found)


def _answered(element: _Element) -> str:
    """The key of citecheck's own comment that stands right before this one of a person, with nothing but answers between."""
    if _text(child(element, "creator")) == AUTHOR:
        return ""
    before = element.getprevious()
    while before is not None and name(before) == "annotation" and not (before.tail or "").strip():
        if _text(child(before, "creator")) == AUTHOR:
            return before.get(KEY) or ""
        before = before.getprevious()
    return ""


def _text(element: _Element | None) -> str:
    return "" if element is None else " ".join("".join(str(text) for text in element.itertext()).split())
