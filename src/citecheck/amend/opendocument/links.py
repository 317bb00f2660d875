"""Links of an OpenDocument text that print the address that they lead to: a corrected address is a link of its own, since no change
of where a link leads can be tracked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from citecheck.amend.spots import Change, Key
from citecheck.read.elements import attribute, name
from citecheck.read.opendocument.traces import Kind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["with_links"]


def with_links(
    changes: Sequence[Change], pieces: Mapping[Key, Sequence[Piece]]
) -> Iterator[tuple[Change, _Element | None]]:
    """The changes, those of an address that a link prints and leads to as one of all its words, with the link."""
    groups: dict[tuple[Key, _Element], list[Change]] = {}
    for one in changes:
        link = _link_of(pieces.get(one.key, ()), one)
        if link is None:
            yield one, None
        else:
            groups.setdefault((one.key, link), []).append(one)
    for (key, link), own in groups.items():
        held = [one for one in pieces[key] if one.length and _link(one) is link]
        text = "".join(map(_text, held))
        if any(one.kind is Kind.SIGN for one in held) or not _leads_to(link, text):
            yield from ((one, None) for one in own)
            continue
        first, last = held[0].at, held[-1].at + held[-1].length
        for one in sorted(own, key=lambda one: one.start, reverse=True):
            text = text[: one.start - first] + one.new + text[one.end - first :]
        yield Change(key, first, last, text), link


def _link_of(pieces: Sequence[Piece], change: Change) -> _Element | None:
    """The link whose words a change changes; None where it changes none, or others too."""
    start, end = (change.start, change.end) if change.start < change.end else (change.start - 1, change.start + 1)
    links = {_link(one) for one in pieces if one.length and one.at < end and start < one.at + one.length}
    return links.pop() if len(links) == 1 else None


def _link(piece: Piece) -> _Element | None:
    holder = piece.element if piece.kind is Kind.TEXT else piece.element.getparent()
    while holder is not None and name(holder) not in ("p", "h"):
        if name(holder) == "a":
            return holder
        holder = holder.getparent()
    return None


def _text(piece: Piece) -> str:
    return (piece.element.text if piece.kind is Kind.TEXT else piece.element.tail) or ""


def _leads_to(link: _Element, text: str) -> bool:
    return (attribute(link, "href") or "").rstrip("/") == text.strip().rstrip("/")
