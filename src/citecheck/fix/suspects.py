"""Which of several corrections did the harm that all of them did together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citecheck.fix.edits import Moved
from citecheck.fix.harm import Harm
from citecheck.fix.together import Correction
from citecheck.model.finding import Finding
from citecheck.model.source import Span

__all__ = ["suspects"]

Line = tuple[str, int, int]
"""A line: the path of its file, where it begins and where it ends."""


def suspects(corrections: Sequence[Correction], harm: Harm, moved: Moved) -> list[Correction]:
    """The corrections that left their own finding as it was, and those that changed a line in which a place of a finding
    lies that came. ``moved`` tells where the places of the corrections stand afterwards."""
    left = {id(found) for found in harm.left}
    lines = {_line(span) for found in harm.came for span in _spans(found)}
    return [one for one in corrections if id(one.finding) in left or _changes(one, lines, moved)]


def _changes(correction: Correction, lines: Iterable[Line], moved: Moved) -> bool:
    """Whether a correction changes one of these lines."""
    places = [
        (edit.span.source.path, moved(edit.span, edit.span.start), moved(edit.span, edit.span.end))
        for edit in correction.edits
    ]
    return any(
        path == name and start <= last and first <= end for path, start, end in places for name, first, last in lines
    )


def _spans(found: Finding) -> list[Span]:
    """All the places of a finding, in both versions."""
    return [place.span for place in (found.place, *found.counterparts, *found.related)]


def _line(span: Span) -> Line:
    """The line, or the lines, that a place is in."""
    text = span.source.text
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    return span.source.path, first, len(text) if last < 0 else last
