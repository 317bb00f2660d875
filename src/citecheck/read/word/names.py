"""Values and switches of Word's elements: what stands in their attribute ``val``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.read.elements import attribute, child

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["is_on", "value"]


def value(element: _Element | None, *path: str) -> str | None:
    """The ``val`` of the element that a path leads to."""
    held = child(element, *path)
    return None if held is None else attribute(held, "val")


def is_on(element: _Element | None, wanted: str) -> bool | None:
    """Whether a switch such as ``w:i`` is on or off; None where it is not there."""
    held = child(element, wanted)
    return None if held is None else attribute(held, "val") not in ("0", "false", "off", "none")
