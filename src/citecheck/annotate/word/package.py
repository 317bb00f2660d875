"""The parts of a Word document that say which comments it has (ECMA-376 part 2): the comments, relations and content types."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from citecheck.patch.archive import xml_bytes
from citecheck.patch.elements import take_out
from citecheck.patch.relations import added_relation
from citecheck.read.archive import Archive, xml_root
from citecheck.read.elements import attribute, namespace
from citecheck.read.remarked import DocumentComment
from citecheck.read.word.comments import comments_of
from citecheck.read.word.parts import Parts, relations_part

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Package"]

TYPES = "[Content_Types].xml"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EMPTY_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")
"""Kinds of parts with one element for each comment, by the comment's mark or by what the part before it calls that."""


class Package:
    """The parts for comments of the document at ``path``, whose text is the part ``main``; what is changed in their roots is in
    `changed`."""

    def __init__(self, path: str, raw: bytes, main: str) -> None:
        self.archive = Archive(path, raw, "Word document")
        self.main = main
        self.parts = Parts.of(self.archive)
        self.space = ""
        self.relations = relations_part(main)
        self._comments: _Element | None = self._root(self.parts.comments)
        self._more: dict[str, _Element] = {}
        self._added: dict[str, bytes] = {}
        if self._comments is not None:
            self.space = namespace(self._comments)[1:-1]

    def comments(self, main: _Element) -> tuple[DocumentComment, ...]:
        """The comments that are there, by the root of the text."""
        return comments_of(self._comments, self._root(self.parts.extended), main)

    def comments_root(self, main: _Element) -> _Element:
        """The root of the part for comments; where there is none, it is added, in the namespace of the text."""
        if self._comments is None:
            self.space = namespace(main)[1:-1]
            self._comments = xml_root(f'<w:comments xmlns:w="{self.space}"/>'.encode(), "comments")
            self._relate()
        return self._comments

    def forget(self, keys: frozenset[str], marks: frozenset[str]) -> None:
        """Takes comments with these keys out, and what is said of their ``marks`` in other parts."""
        for one in _children(self._comments):
            if attribute(one, "id") in keys:
                take_out(one)
        gone = {*marks}
        for kind in BESIDE if marks else ():
            part = self._part(kind)
            beside = self._root(part)
            said = [one for one in _children(beside) if gone & {attribute(one, "paraId"), attribute(one, "durableId")}]
            for one in said:
                gone.add(attribute(one, "durableId") or "")
                take_out(one)
            if beside is not None and said:
                self._more[part] = beside

    def changed(self) -> dict[str, bytes]:
        """The parts as they are now, but for the text."""
        held = {} if self._comments is None else {self._name(): xml_bytes(self._comments)}
        return {**held, **{name: xml_bytes(root) for name, root in self._more.items()}, **self._added}

    def _root(self, part: str) -> _Element | None:
        return self.archive.root(part) if part else None

    def _name(self) -> str:
        return self.parts.comments or posixpath.join(posixpath.dirname(self.main), "comments.xml")

    def _part(self, kind: str) -> str:
        """The part that the text has of a kind; empty where it has none."""
        relations = self._root(self.relations)
        for one in _children(relations):
            if (attribute(one, "Type") or "").rpartition("/")[2] == kind:
                return posixpath.normpath(posixpath.join(posixpath.dirname(self.main), attribute(one, "Target") or ""))
        return ""

    def _relate(self) -> None:
        """Adds the part for comments to the relations of the text and to the content types."""
        relations = self._root(self.relations)
        if relations is None:
            relations = xml_root(EMPTY_RELATIONS, self.relations)
        kinds = STRICT if "purl.oclc.org" in self.space else USUAL
        added_relation(relations, {"Type": f"{kinds}/comments", "Target": posixpath.basename(self._name())})
        types = self._root(TYPES)
        if types is not None:
            space = namespace(types)
            types.append(types.makeelement(f"{space}Override", {"PartName": f"/{self._name()}", "ContentType": KIND}))
            self._added[TYPES] = xml_bytes(types)
        self._added[self.relations] = xml_bytes(relations)


def _children(root: _Element | None) -> list[_Element]:
    return [] if root is None else list(root)
