"""Links of an OpenDocument text: what they print, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.read.elements import attribute, name
from citecheck.read.opendocument.traces import Kind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["leads_to", "link_of", "text_of"]


def link_of(piece: Piece) -> _Element | None:
    """The link that a piece is in; None where it is in none."""
    holder = piece.element if piece.kind is Kind.TEXT else piece.element.getparent()
    while holder is not None and name(holder) not in ("p", "h"):
        if name(holder) == "a":
            return holder
        holder = holder.getparent()
    return None


def text_of(piece: Piece) -> str | None:
    """What a piece prints; None for what is no text."""
    if piece.kind is Kind.SIGN:
        return None
    return (piece.element.text if piece.kind is Kind.TEXT else piece.element.tail) or ""


def leads_to(link: _Element, text: str) -> bool:
    """Whether a link leads to the address that it prints."""
    return (attribute(link, "href") or "").rstrip("/") == text.strip().rstrip("/")
