"""One comment as an element of the text, and the element that ends the words that it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.annotate.remarks import Remark
from citecheck.read.remarked import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["annotation", "annotation_end"]

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DUBLIN = "http://purl.org/dc/elements/1.1/"


def annotation(root: _Element, name: str, remark: Remark, day: str) -> _Element:
    """A comment that says a remark, each of its parts in a paragraph, the fingerprint last."""
    made = root.makeelement(
        f"{{{OFFICE}}}annotation", {f"{{{OFFICE}}}name": name}, nsmap={"office": OFFICE, "dc": DUBLIN, "text": TEXT}
    )
    _add(made, DUBLIN, "creator", AUTHOR)
    if day:
        _add(made, DUBLIN, "date", f"{day}T00:00:00")
    for text in (remark.head, *remark.paragraphs, remark.fingerprint):
        _add(made, TEXT, "p", text)
    return made


def annotation_end(root: _Element, name: str) -> _Element:
    """What ends the words that the comment with this name is on."""
    return root.makeelement(f"{{{OFFICE}}}annotation-end", {f"{{{OFFICE}}}name": name}, nsmap={"office": OFFICE})


def _add(above: _Element, space: str, name: str, text: str) -> None:
    made = above.makeelement(f"{{{space}}}{name}")
    made.text = text
    above.append(made)
