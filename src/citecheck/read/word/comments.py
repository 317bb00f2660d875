"""Comments of a Word document: who says what of which words (ECMA-376 part 1, 17.13.4), what answers what, and what is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from citecheck.read.elements import attribute, name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Comment", "comments_of"]


class Comment(Struct, frozen=True):
    """A comment by its ``key`` in the document. ``mark`` is what other parts call it, ``answers`` the mark of the comment that it
    answers; both are empty in files that know no answers. ``day`` is the ISO date on which it was written, where that is said."""

    key: str
    author: str
    day: str
    paragraphs: tuple[str, ...]
    mark: str = ""
    answers: str = ""
    resolved: bool = False


def comments_of(root: _Element | None, extended: _Element | None) -> tuple[Comment, ...]:
    """The comments of a document, by the roots of its parts for them."""
    said = {attribute(one, "paraId") or "": one for one in (extended if extended is not None else ())}
    return tuple(_comment(one, said) for one in (root if root is not None else ()) if name(one) == "comment")


def _comment(element: _Element, said: dict[str, _Element]) -> Comment:
    paragraphs = list(element.iter("{*}p"))
    # The last paragraph is the one by which the other parts name the comment.
    mark = (attribute(paragraphs[-1], "paraId") or "") if paragraphs else ""
    about = said.get(mark) if mark else None
    return Comment(
        attribute(element, "id") or "",
        attribute(element, "author") or "",
        (attribute(element, "date") or "")[:10],
        tuple("".join(_printed(run) for run in one.iter("{*}t", "{*}tab", "{*}br")).strip() for one in paragraphs),
        mark,
        (attribute(about, "paraIdParent") or "") if about is not None else "",
        about is not None and attribute(about, "done") in ("1", "true", "on"),
    )


def _printed(element: _Element) -> str:
    return (element.text or "") if name(element) == "t" else " "
