"""Links of a Word document: where they lead, which their relations say, and new ones beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.patch.archive import xml_bytes
from citecheck.patch.relations import added_relation
from citecheck.read.archive import Archive
from citecheck.read.elements import attribute, name
from citecheck.read.word.parts import relations_part
from citecheck.read.word.traces import Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Links", "link_of"]


def link_of(piece: Piece) -> _Element | None:
    """The link that a piece is in; None where it is in none."""
    return next((one for one in piece.element.iterancestors() if name(one) == "hyperlink"), None)


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
        said = {str(key): str(held) for key, held in beside.attrib.items() if key != "Id"}
        key = added_relation(root, {**said, "Target": address.strip()})
        self._changed.add(relations_part(part))
        own = next(str(name) for name in link.attrib if str(name).endswith("}id"))
        made.set(own, key)
        return made

    def parts(self) -> dict[str, bytes]:
        """The parts that are other ones now."""
        roots = ((part, self._roots[part]) for part in sorted(self._changed))
        return {part: xml_bytes(root) for part, root in roots if root is not None}

    def _root(self, part: str) -> _Element | None:
        relations = relations_part(part)
        if relations not in self._roots:
            self._roots[relations] = self._archive.root(relations)
        return self._roots[relations]

    def _relation(self, part: str, key: str) -> _Element | None:
        root = self._root(part)
        return next((one for one in (root if root is not None else ()) if key and attribute(one, "Id") == key), None)
