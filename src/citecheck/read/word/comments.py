"""Comments of a Word document: who says what of which words (ECMA-376 part 1, 17.13.4), what answers what, and what is resolved."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.read.elements import attribute, name
from citecheck.read.remarked import AUTHOR, DocumentComment

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["comments_of"]


def comments_of(root: _Element | None, extended: _Element | None, main: _Element) -> tuple[DocumentComment, ...]:
    """The comments of a document, by the roots of its parts for them and of its text. An answer names what it answers, or, where
    nothing is said of it as programs other than Word write files, begins right behind one of citecheck's own."""
    said = {attribute(one, "paraId") or "": one for one in (extended if extended is not None else ())}
    found = [_comment(one, said) for one in (root if root is not None else ()) if name(one) == "comment"]
    own = {one.key: one.mark for one in found if one.author == AUTHOR}
    before = _begun_behind(main, own) if own else {}
    return tuple(
        replace(one, answers=own[before[one.key]]) if one.key in before and one.mark not in said else one
        for one in found
    )


def _begun_behind(main: _Element, own: Collection[str]) -> dict[str, str]:
    """Which comments begin right behind some, with nothing but such beginnings between: those of others by the key of the own one."""
    found: dict[str, str] = {}
    for one in main.iter("{*}commentRangeStart"):
        above = one.getprevious()
        while above is not None and name(above) == "commentRangeStart" and _said(above, "id") not in own:
            above = above.getprevious()
        if above is not None and name(above) == "commentRangeStart" and _said(one, "id") not in own:
            found[_said(one, "id")] = _said(above, "id")
    return found


def _comment(element: _Element, said: dict[str, _Element]) -> DocumentComment:
    paragraphs = list(element.iter("{*}p"))
    # The last paragraph is the one by which the other parts name the comment.
    mark = (_said(paragraphs[-1], "paraId") if paragraphs else "") or f"#{_said(element, 'id')}"
    about = said.get(mark)
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
