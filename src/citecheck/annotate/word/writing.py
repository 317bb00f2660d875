"""One comment as an element of the part for comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.annotate.remarks import Remark
from citecheck.read.elements import namespace
from citecheck.read.remarked import AUTHOR

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["comment"]

SMALL = "14"
"""The size of the fingerprint, in half points."""
GREY = "808080"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def comment(root: _Element, key: str, remark: Remark, day: str) -> _Element:
    """A comment that says a remark: the rule and the severity in bold, what is wrong and what to do, and below, small, the name by
    which the finding is known again."""
    space = namespace(root)
    dated = {f"{space}date": f"{day}T00:00:00Z"} if day else {}
    made = root.makeelement(
        f"{space}comment", {f"{space}id": key, f"{space}author": AUTHOR, f"{space}initials": "cc", **dated}
    )
    made.append(_paragraph(made, space, remark.head, _shape(made, space, "b")))
    made.extend(_paragraph(made, space, text) for text in remark.paragraphs)
    small = _shape(made, space, "color", GREY)
    small.append(_value(made, space, "sz", SMALL))
    made.append(_paragraph(made, space, remark.fingerprint, small))
    return made


def _paragraph(above: _Element, space: str, text: str, shape: _Element | None = None) -> _Element:
    paragraph, run, words = (above.makeelement(f"{space}{name}") for name in ("p", "r", "t"))
    if shape is not None:
        run.append(shape)
    words.text = text
    words.set(SPACE, "preserve")
    run.append(words)
    paragraph.append(run)
    return paragraph


def _shape(above: _Element, space: str, name: str, value: str = "") -> _Element:
    shape = above.makeelement(f"{space}rPr")
    shape.append(_value(above, space, name, value))
    return shape


def _value(above: _Element, space: str, name: str, value: str) -> _Element:
    return above.makeelement(f"{space}{name}", {f"{space}val": value} if value else {})
