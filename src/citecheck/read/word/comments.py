"""Comments of a Word document: who says what of which words (ECMA-376 part 1, 17.13.4), what answers what, and what is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.read.elements import attribute, name
from citecheck.read.remarked import DocumentComment

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["comments_of"]


def comments_of(root: _Element | None, extended: _Element | None) -> tuple[DocumentComment, ...]:
    """The comments of a document, by the roots of its parts for them."""
    said = {attribute(one, "paraId") or "": one for one in (extended if extended is not None else ())}
    return tuple(_comment(one, said) for one in (root if root is not None else ()) if name(one) == "comment")


def _comment(element: _Element, said: dict[str, _Element]) -> DocumentComment:
    paragraphs = list(element.iter("{*}p"))
    # The last paragraph is the one by which the other parts name the comment.
    mark = _said(paragraphs[-1], "paraId") if paragraphs else ""
    about = said.get(mark) if mark else None
    return DocumentComment(
        _said(element, "id"),
        _said(element, "author"),
        _said(element, "date")[:10],
        tuple("".join(_printed(run) for run in one.iter("{*}t", "{*}tab", "{*}br")).strip() for one in paragraphs),
        mark,
        _said(about, "paraIdParent"),
        _said(about, "done") in ("1", "true", "on"),
    )


def _said(element: _Element | None, name: str) -> str:
    """What an attribute says; nothing where it is not there."""
    return "" if element is None else attribute(element, name) or ""


def _printed(element: _Element) -> str:
    return (element.text or "") if name(element) == "t" else " "
