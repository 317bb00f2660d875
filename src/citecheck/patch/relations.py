"""Relations of the parts of an archive (ECMA-376 part 2): further ones, under identifiers that are free."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from citecheck.read.elements import attribute, namespace

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["added_relation"]


def added_relation(root: _Element, said: Mapping[str, str]) -> str:
    """Adds a relation of which this is ``said`` to those below a root; returns its identifier."""
    taken = {attribute(one, "Id") for one in root}
    key = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    root.append(root.makeelement(f"{namespace(root)}Relationship", {"Id": key, **said}))
    return key
