"""What a program prints itself in a Word document, and prints anew: the results of fields (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from citecheck.read.elements import attribute, child, name
from citecheck.read.word.fields import LINK

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["printed_by_fields"]

PRINTED = frozenset(("t", "tab", "br", "cr", "noBreakHyphen", "ptab", "sym"))


class _Open:
    """A field that has begun: its code, and what it printed."""

    def __init__(self) -> None:
        self.code = ""
        self.shown = False
        self.printed: list[_Element] = []


def printed_by_fields(roots: Iterable[_Element]) -> frozenset[_Element]:
    """The elements that print the results of fields, but for links: nobody but their author writes those. Content that is bound to
    data elsewhere is printed from there."""
    found: set[_Element] = set()
    for root in roots:
        found |= _complex(root)
        for one in root.iter("{*}fldSimple", "{*}sdt"):
            if _is_bound(one):
                found |= {held for held in one.iter() if name(held) in PRINTED}
    return frozenset(found)


def _is_bound(element: _Element) -> bool:
    if name(element) == "sdt":
        return child(element, "sdtPr", "dataBinding") is not None
    return LINK.search(attribute(element, "instr") or "") is None


def _complex(root: _Element) -> set[_Element]:
    """What fields print that begin, show their result and end by signs of their own. One that never ends says nothing."""
    found: set[_Element] = set()
    fields: list[_Open] = []
    for one in root.iter():
        kind = name(one)
        if kind == "fldChar":
            _sign(attribute(one, "fldCharType") or "", fields, found)
        elif kind == "instrText" and fields and not fields[-1].shown:
            fields[-1].code += one.text or ""
        elif kind in PRINTED:
            for field in fields:
                if field.shown:
                    field.printed.append(one)
    return found


def _sign(kind: str, fields: list[_Open], found: set[_Element]) -> None:
    if kind == "begin":
        fields.append(_Open())
    elif kind == "separate" and fields:
        fields[-1].shown = True
    elif kind == "end" and fields:
        ended = fields.pop()
        if LINK.search(ended.code) is None:
            found.update(ended.printed)
