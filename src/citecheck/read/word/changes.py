"""Tracked changes of a Word document, as if all were accepted, or all rejected (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.read.elements import name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ACCEPTED", "REJECTED", "Changes"]


class Changes(Struct, frozen=True):
    """What becomes of changes: elements that ``stay`` with what they hold, those that are ``gone`` with it, and which mark at
    the end of a paragraph (``joining``) makes it go on in the next one."""

    stay: frozenset[str]
    gone: frozenset[str]
    joining: str

    def drops(self, element: _Element) -> bool:
        """Whether an element is in something that is gone, or that only stands for another one in older programs."""
        return any(name(above) in self.gone or name(above) == "Fallback" for above in element.iterancestors())


ACCEPTED = Changes(frozenset(("ins", "moveTo")), frozenset(("del", "moveFrom")), "del")
REJECTED = Changes(frozenset(("del", "moveFrom")), frozenset(("ins", "moveTo")), "ins")
