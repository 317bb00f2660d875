"""Which part of a Word document is which, as its relations say, and where its links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from msgspec import Struct

from citecheck.read.archive import Archive
from citecheck.read.elements import attribute

__all__ = ["Parts", "relations_part"]

USUAL = "word/document.xml"
KINDS = ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")
EXTENDED = "commentsExtended"
"""The kind of the part that says which comments answer others, and which are resolved (ISO/IEC 29500 extension w15)."""


class Parts(Struct, frozen=True):
    """The names of the parts that hold text, and what shapes it; empty where the document has none."""

    main: str
    styles: str = ""
    numbering: str = ""
    settings: str = ""
    footnotes: str = ""
    endnotes: str = ""
    comments: str = ""
    extended: str = ""

    @classmethod
    def of(cls, archive: Archive) -> Parts:
        """The parts of a document; the usual names where its relations are missing."""
        main = next((target for kind, target, _ in _relations(archive, "") if kind == "officeDocument"), USUAL)
        found = {kind: target for kind, target, _ in _relations(archive, main)}
        folder = posixpath.dirname(main)
        usual = {kind: f"{folder}/{kind}.xml" for kind in KINDS if f"{folder}/{kind}.xml" in archive.names}
        named = {kind: found.get(kind, usual.get(kind, "")) for kind in KINDS}
        return cls(main, extended=found.get(EXTENDED, ""), **named)

    def targets(self, archive: Archive, part: str) -> Mapping[str, str]:
        """Where the links of a part lead, by their identifiers."""
        return {key: target for kind, target, key in _relations(archive, part) if kind == "hyperlink"}


def relations_part(part: str) -> str:
    """The part that holds the relations of another one; those of the document for no part."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations(archive: Archive, part: str) -> list[tuple[str, str, str]]:
    """The kind, the target and the identifier of each relation of a part; those of the document for no part."""
    folder = posixpath.dirname(part)
    root = archive.root(relations_part(part))
    relations = []
    for one in root if root is not None else ():
        kind = (attribute(one, "Type") or "").rpartition("/")[2]
        target = attribute(one, "Target") or ""
        if attribute(one, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
        relations.append((kind, target, attribute(one, "Id") or ""))
    return relations
