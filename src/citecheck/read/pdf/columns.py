"""Columns: the lines of a page in the order in which one reads them, one column after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from citecheck.read.pdf.lines import Line

__all__ = ["flows_of"]

Flow = list[Line]
"""Lines below each other: a column, or what goes over several."""

FEWEST = 6
"""Lines on each side of a gap between columns, and more."""
CROSSING = 0.2
"""The part of the lines that may go over the gap."""
STEP = 2.0
"""Points between the places that are tried."""
MOST_STEPS = 400
NARROWEST = 60.0
"""The narrowest column, in points."""


def flows_of(lines: Sequence[Line]) -> list[Flow]:
    """The lines in columns, from the top: those that go over all columns part what is above them from what is below."""
    rows = sorted(lines, key=lambda line: (-line.base, line.left))
    gaps = _gaps(rows)
    if not gaps:
        return [_level(rows)] if rows else []
    flows: list[Flow] = []
    for crosses, held in groupby(rows, key=lambda line: any(line.left < gap < line.right for gap in gaps)):
        band = list(held)
        flows += [_level(band)] if crosses else _columns(band, gaps)
    return flows


def _columns(lines: Flow, gaps: Sequence[float]) -> list[Flow]:
    """The lines between two that go over all columns, in columns."""
    columns: list[Flow] = [[] for _ in range(len(gaps) + 1)]
    for line in lines:
        columns[sum(gap <= line.left for gap in gaps)].append(line)
    return [_level(column) for column in columns if column]


def _level(lines: Flow) -> Flow:
    """Lines from the top, those on one height from the left."""
    ordered: Flow = []
    level: Flow = []
    for line in sorted(lines, key=lambda one: -one.base):
        if level and level[0].base - line.base >= 0.3 * min(level[0].size, line.size):
            ordered += sorted(level, key=lambda one: one.left)
            level = []
        level.append(line)
    return ordered + sorted(level, key=lambda one: one.left)


def _gaps(lines: Sequence[Line]) -> list[float]:
    """Where the gaps between columns are, from the left."""
    if len(lines) < 2 * FEWEST:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    step = max(STEP, (right - left) / MOST_STEPS)
    steps = (left + NARROWEST + at * step for at in range(max(0, int((right - left - 2 * NARROWEST) / step))))
    tried = ((crossing, at) for at in steps if (crossing := _crossing(lines, at)) is not None)
    ranges: list[list[tuple[int, float]]] = []
    for crossing, at in tried:
        if not ranges or at - ranges[-1][-1][1] > 1.5 * step:
            ranges.append([])
        ranges[-1].append((crossing, at))
    gaps = [_middle(places) for places in ranges]
    return [gap for at, gap in enumerate(gaps) if at == 0 or gap - gaps[at - 1] > NARROWEST]


def _middle(tried: Sequence[tuple[int, float]]) -> float:
    """The middle of the places over which fewest lines go."""
    fewest = min(crossing for crossing, _ in tried)
    places = [at for crossing, at in tried if crossing == fewest]
    return places[len(places) // 2]


def _crossing(lines: Sequence[Line], at: float) -> int | None:
    """How many lines go over a place, where it may be the gap between columns: long lines stand on both sides, beside each other."""
    crossing = sum(line.left < at < line.right for line in lines)
    if crossing > CROSSING * len(lines):
        return None
    long = [line for line in lines if line.right - line.left > NARROWEST]
    before, behind = [line for line in long if line.right <= at], [line for line in long if line.left >= at]
    enough = min(len(before), len(behind)) >= FEWEST and _beside(before, behind) >= FEWEST
    return crossing if enough else None


def _beside(before: Sequence[Line], behind: Sequence[Line]) -> int:
    """How many lines on each side stand at heights at which there are some on the other."""
    sides = [[line.base for line in side] for side in (before, behind)]
    low, high = max(map(min, sides)), min(map(max, sides))
    return min(sum(low <= base <= high for base in side) for side in sides)
