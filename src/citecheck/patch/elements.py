"""Elements of XML that are taken out, the text around them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["take_out"]


def take_out(element: _Element) -> None:
    """Takes an element out of the one that holds it; the text behind it stays."""
    above, before = element.getparent(), element.getprevious()
    if above is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        above.text = (above.text or "") + (element.tail or "") or None
    element.tail = None
    above.remove(element)
