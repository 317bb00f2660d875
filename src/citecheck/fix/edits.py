"""Edits of texts: what they make of them, where places stand after them, and two rounds of them as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span

__all__ = ["Moved", "apply", "composed"]


class Moved:
    """Where places of a text stand when edits were made."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.ends: dict[str, list[int]] = {}
        self.shifts: dict[str, list[int]] = {}
        for edit in _in_order(edits):
            ends = self.ends.setdefault(edit.span.source.path, [])
            shifts = self.shifts.setdefault(edit.span.source.path, [0])
            ends.append(edit.span.end)
            shifts.append(shifts[-1] + _growth(edit))

    def __call__(self, span: Span, offset: int) -> int:
        ends = self.ends.get(span.source.path, [])
        return offset + self.shifts.get(span.source.path, [0])[bisect_right(ends, offset)]


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda one: (one.span.source.path, one.span.start, one.span.end))


def _growth(edit: Edit) -> int:
    return len(edit.replacement) - (edit.span.end - edit.span.start)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits made that do not overlap."""
    pieces, at = [], 0
    for edit in _in_order(edits):
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def composed(first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that do at once what ``first`` does, and then ``second`` to the texts that it made."""
    paths = dict.fromkeys(edit.span.source.path for edit in (*first, *second))
    made: list[Edit] = []
    for path in paths:
        early = [edit for edit in _in_order(first) if edit.span.source.path == path]
        late = [edit for edit in _in_order(second) if edit.span.source.path == path]
        if early and late:
            made += _joined(early, late)
        else:
            made += early or late
    return tuple(made)


class _Stretch(Struct):
    """A stretch of the text in between that edits before and after it have to do with."""

    start: int
    end: int
    growth: int = 0
    late: list[Edit] = field(default_factory=list)


def _joined(early: Sequence[Edit], late: Sequence[Edit]) -> list[Edit]:
    """The joint edits of one source: whatever touches becomes one."""
    source, between = early[0].span.source, late[0].span.source
    stretches: list[_Stretch] = []
    shift = 0
    for edit in early:
        start = edit.span.start + shift
        shift += _growth(edit)
        stretches.append(_Stretch(start, start + len(edit.replacement), _growth(edit)))
    stretches += [_Stretch(edit.span.start, edit.span.end, 0, [edit]) for edit in late]
    groups: list[_Stretch] = []
    for one in sorted(stretches, key=lambda each: (each.start, each.end)):
        if groups and one.start <= groups[-1].end:
            last = groups[-1]
            last.end = max(last.end, one.end)
            last.growth += one.growth
            last.late += one.late
        else:
            groups.append(one)
    made, shift = [], 0
    for group in groups:
        text = between.text[group.start : group.end]
        inside = [Edit(_at(between, edit, -group.start), edit.replacement) for edit in group.late]
        span = Span(source, group.start - shift, group.end - shift - group.growth)
        shift += group.growth
        joint = Edit(span, apply(text, inside)).lean
        if joint is not None:
            made.append(joint)
    return made


def _at(source: Source, edit: Edit, shift: int) -> Span:
    return Span(source, edit.span.start + shift, edit.span.end + shift)
