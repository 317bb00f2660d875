"""Links of a Word document that print the address that they lead to: a corrected address is a link of its own, since no change of
where a link leads can be tracked."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.amend.spots import Change
from citecheck.patch.archive import xml_bytes
from citecheck.read.archive import Archive
from citecheck.read.elements import attribute, name
from citecheck.read.word.traces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Links", "printed_link", "whole_address"]


def printed_link(pieces: Sequence[Piece], change: Change) -> _Element | None:
    """The link whose words a change changes; None where it changes none, or others too."""
    start, end = (change.start, change.end) if change.start < change.end else (change.start - 1, change.start + 1)
    touched = [one for one in pieces if one.length and one.at < end and start < one.at + one.length]
    links = {_link(one) for one in touched}
    return links.pop() if len(links) == 1 else None


def _link(piece: Piece) -> _Element | None:
    return next((one for one in piece.element.iterancestors() if name(one) == "hyperlink"), None)


def whole_address(pieces: Sequence[Piece], link: _Element, changes: Sequence[Change]) -> Change | None:
    """The changes of a link's words as one change of all of them; None where these are not all text."""
    held = [one for one in pieces if one.length and _link(one) is link]
    if any(name(one.element) != "t" for one in held):
        return None
    first, last = held[0].at, held[-1].at + held[-1].length
    text = "".join(one.element.text or "" for one in held)
    for one in sorted(changes, key=lambda one: one.start, reverse=True):
        text = text[: one.start - first] + one.new + text[one.end - first :]
    return Change(changes[0].key, first, last, text)


class Links:
    """Where the links of a document's parts lead, and new ones beside them; ``changed`` are the parts that say so."""

    def __init__(self, path: str, raw: bytes) -> None:
        self._archive = Archive(path, raw, "Word document")
        self._roots: dict[str, _Element | None] = {}
        self._changed: set[str] = set()

    def leads_to(self, part: str, link: _Element, text: str) -> bool:
        """Whether a link of a part leads to the address that it prints."""
        held = self._relation(part, attribute(link, "id") or "")
        return held is not None and (attribute(held, "Target") or "").rstrip("/") == text.strip().rstrip("/")

    def added(self, part: str, link: _Element, address: str) -> _Element:
        """A link like another one that leads to another address, empty."""
        beside = self._relation(part, attribute(link, "id") or "")
        made = link.makeelement(link.tag, {str(key): str(held) for key, held in link.attrib.items()})
        root = self._root(part)
        if beside is None or root is None:
            return made
        taken = {attribute(one, "Id") for one in root}
        key = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        relation = beside.makeelement(beside.tag, {str(key): str(held) for key, held in beside.attrib.items()})
        relation.set("Id", key)
        relation.set("Target", address.strip())
        root.append(relation)
        self._changed.add(_relations(part))
        own = next(str(name) for name in link.attrib if str(name).endswith("}id"))
        made.set(own, key)
        return made

    def parts(self) -> dict[str, bytes]:
        """The parts that are other ones now."""
        roots = ((part, self._roots[part]) for part in sorted(self._changed))
        return {part: xml_bytes(root) for part, root in roots if root is not None}

    def _root(self, part: str) -> _Element | None:
        relations = _relations(part)
        if relations not in self._roots:
            self._roots[relations] = self._archive.root(relations)
        return self._roots[relations]

    def _relation(self, part: str, key: str) -> _Element | None:
        root = self._root(part)
        return next((one for one in (root if root is not None else ()) if key and attribute(one, "Id") == key), None)


def _relations(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")
