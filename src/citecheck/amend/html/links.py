"""Links of a page that print the address that they lead to: where that is corrected, the link leads to the corrected one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span

__all__ = ["with_addresses"]

LINK = re.compile(r"<a\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
HREF = re.compile(r"\shref\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE)


def with_addresses(file: Source, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of a page, with those of where links lead whose address they change."""
    groups: dict[tuple[int, int], list[Edit]] = {}
    for edit in edits:
        found = _around(file.text, edit)
        if found is not None:
            groups.setdefault(found, []).append(edit)
    more = (_address(file, begin, own) for (begin, _), own in groups.items())
    return (*edits, *(one for one in more if one is not None))


def _around(text: str, edit: Edit) -> tuple[int, int] | None:
    """The beginning of the link that an edit is in, and the end of its tag; None where it is in none, or in an element of it."""
    begin = max(text.rfind("<a", 0, edit.span.start), text.rfind("<A", 0, edit.span.start))
    tag = LINK.match(text, begin) if begin >= 0 else None
    if tag is None or tag.end() > edit.span.start:
        return None
    following = text.find("<", tag.end())
    return (begin, tag.end()) if following >= edit.span.end else None


def _address(file: Source, begin: int, edits: Sequence[Edit]) -> Edit | None:
    """The edit of where a link leads, where it prints that."""
    text = file.text
    tag = LINK.match(text, begin)
    href = HREF.search(tag[0]) if tag is not None else None
    if tag is None or href is None:
        return None
    shown = text[tag.end() : text.find("<", tag.end())]
    group = "double" if href["double"] is not None else "single"
    if unescape(href[group]).rstrip("/") != unescape(shown).strip().rstrip("/"):
        return None
    for edit in sorted(edits, key=lambda one: one.span.start, reverse=True):
        start, end = edit.span.start - tag.end(), edit.span.end - tag.end()
        shown = shown[:start] + edit.replacement + shown[end:]
    address = shown.strip().replace('"', "&quot;").replace("'", "&#39;")
    return Edit(Span(file, begin + href.start(group), begin + href.end(group)), address)
