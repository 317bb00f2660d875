"""Elements of XML: by what stands behind the namespace, since the strict and the usual files of one format have two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["attribute", "child", "children", "name", "name_above", "namespace"]


def name(element: _Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def namespace(element: _Element) -> str:
    """What stands before the name of an element: its namespace in braces; empty where it has none."""
    tag = str(element.tag)
    return tag[: tag.find("}") + 1]


def name_above(element: _Element) -> str:
    """The name of the element that holds another one; empty for the root."""
    above = element.getparent()
    return name(above) if above is not None else ""


def attribute(element: _Element, wanted: str) -> str | None:
    """The attribute with a name, whatever its namespace."""
    for key, held in element.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(held)
    return None


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first child with a name, and in it the next one, and so on; None where one is not there."""
    for wanted in path:
        if element is None:
            return None
        element = next((one for one in element if name(one) == wanted), None)
    return element


def children(element: _Element, wanted: str) -> Iterator[_Element]:
    """The children with a name."""
    return (one for one in element if name(one) == wanted)
