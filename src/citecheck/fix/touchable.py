"""Whether an edit keeps to text: no correction changes code, a comment, a formula, front matter or the tag of a template."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from citecheck.model.finding import Edit
from citecheck.model.source import Source
from citecheck.model.templates import tags

__all__ = ["touchable"]

Stretch = tuple[int, int]


def touchable(edit: Edit) -> bool:
    """Whether an edit lies outside of what is no text, and inserts nothing behind what ends a text without being seen."""
    source, start, end = edit.span.source, edit.span.start, edit.span.end
    return not (
        _shares(start, end, tags(source))
        or _shares(start, end, _unprinted(source))
        or (start == end and source.written.text.endswith(("-->", "%}", "}}", "%>"), 0, start))
    )


def _unprinted(source: Source) -> Sequence[Stretch]:
    return [(offset, offset + len(piece)) for offset, piece in sorted((*source.unprinted, *source.comments))]


def _shares(start: int, end: int, stretches: Sequence[Stretch]) -> bool:
    """Whether a stretch, or the place of an insertion, lies in one of others, which are in order and apart, at least in part."""
    at = bisect_right(stretches, start, key=lambda one: one[1])
    return at < len(stretches) and stretches[at][0] < max(end, start + (start > stretches[at][0]))
