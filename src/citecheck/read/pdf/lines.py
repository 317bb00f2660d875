"""Lines of a page: runs that stand beside each other, in the order in which one reads them, raised ones in their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec import Struct

from citecheck.read.pdf.runs import Run, cut

__all__ = ["Line", "line_of", "lines_of", "raised"]

TALL = 0.75
"""How much of its size a glyph reaches above the baseline, about."""
DEEP = 0.2
"""How much below."""
OVERLAP = 0.4
"""The part of the lower run's height that two runs on one line share."""
APART = 2.5
"""The widest gap, in sizes, between words that are drawn one after the other on a line."""
SMALL = 0.87
"""Of what size, in sizes of the line, a raised mark is at most."""
LONGEST_MARK, LONGEST_RAISED, LONGEST_SET_IN = 4, 6, 12
"""Signs of a mark before a line, of one that is raised, and of what is set into a line at another time."""
HIGH = 0.22
"""How far above the baseline, in sizes, a run of the same size is raised."""
NEAR = 0.9
"""The widest gap between what is drawn at other times."""
BLANK = 0.17
"""The gap that is a space."""
BAND = 6.0
"""Points of the bands in which the lines of a page are looked up."""
REACH = 3
"""How many bands up and down a line may be to which something belongs."""
CROWD = 300
"""More than stands near each other in a text: a drawing."""
INITIAL = 1.7
"""How much larger than the text beside it an initial letter over several lines is."""


class Line(Struct, gc=False):
    """A line, or as much of it as stands together: a cell, or what is in one column."""

    runs: list[Run]
    base: float
    size: float
    left: float
    right: float
    text: str

    @property
    def top(self) -> float:
        """How high it reaches."""
        return self.base + TALL * self.size

    @property
    def bottom(self) -> float:
        """How deep it reaches."""
        return self.base - DEEP * self.size

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(run.bold for run in self.runs if run.text.strip())

    @property
    def length(self) -> int:
        """Its characters."""
        return len(self.text)


def raised(run: Run, line: Line) -> bool:
    """Whether a run is raised in its line: smaller, and above the baseline; or high above it; or made of superior figures."""
    if run.superior:
        return True
    rise = run.base - line.base
    return (run.size < SMALL * line.size and rise > 0.12 * line.size) or (
        run.size <= line.size and rise > HIGH * line.size
    )


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """The lines of a page, as they are drawn."""
    groups: list[list[Run]] = []
    for run in runs:
        if not run.text.strip():
            continue
        if groups and _follows(groups[-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    groups = _gathered([_Group.of(group) for group in groups])
    return [line_of(group) for group in groups]


def _extent(run: Run) -> tuple[float, float]:
    return run.base - DEEP * run.size, run.base + TALL * run.size


def _beside(one: Run, other: Run) -> bool:
    """Whether two runs share a line by their height."""
    low, high = _extent(one)
    other_low, other_high = _extent(other)
    shared = min(high, other_high) - max(low, other_low)
    return shared > OVERLAP * min(high - low, other_high - other_low)


def _follows(group: Sequence[Run], run: Run) -> bool:
    """Whether a run that is drawn next stands behind a group, on its line."""
    last = group[-1]
    largest = max(group, key=lambda one: one.size)
    size = max(last.size, run.size)
    if not (_beside(last, run) or _beside(largest, run)):
        return False
    if min(last.size, run.size) * INITIAL < size and abs(last.base - run.base) > 0.6 * min(last.size, run.size):
        return False
    return -0.6 * size < run.left - last.right < APART * size


class _Group(Struct):
    """Runs of one line with the box around them."""

    runs: list[Run]
    left: float
    right: float
    base: float
    size: float

    @classmethod
    def of(cls, runs: list[Run]) -> _Group:
        sizes = Counter[tuple[float, float]]()
        for run in runs:
            sizes[(round(run.size, 2), round(run.base, 2))] += len(run.text) * (1 if run.superior else 2)
        # A mark of several signs before a single letter is no line of its own.
        largest = max(size for size, _ in sizes)
        tall = {key: count for key, count in sizes.items() if key[0] >= SMALL * largest}
        shown = tall if sum(tall.values()) * 3 > sizes.total() else sizes
        size, base = max(shown, key=lambda key: (shown[key], key[0]))
        return cls(runs, min(run.left for run in runs), max(run.right for run in runs), base, size)

    def joined(self, other: _Group) -> _Group:
        """Both as one."""
        return _Group.of([*self.runs, *other.runs])


def _gathered(groups: list[_Group]) -> list[list[Run]]:
    """Groups with those that belong into them: marks that are drawn behind the page, words drawn out of order."""
    bands: dict[int, dict[int, _Group]] = defaultdict(dict)
    for group in groups:
        bands[_band(group)][id(group)] = group
    for group in sorted(groups, key=lambda one: one.right - one.left):
        if id(group) not in bands[_band(group)]:
            continue
        host = next((other for other in _around(group, bands) if _belongs(group, other)), None)
        if host is not None:
            del bands[_band(group)][id(group)], bands[_band(host)][id(host)]
            both = host.joined(group)
            bands[_band(both)][id(both)] = both
    left = [group for band in bands.values() for group in band.values()]
    left.sort(key=lambda group: min(run.order for run in group.runs))
    return [sorted(group.runs, key=lambda run: (run.left, run.order)) for group in left]


def _band(group: _Group) -> int:
    return round(group.base / BAND)


def _around(group: _Group, bands: dict[int, dict[int, _Group]]) -> Sequence[_Group]:
    """The groups at whose height another one stands, the nearest first; of too many none."""
    band = _band(group)
    held = [bands[at] for at in range(band - REACH, band + REACH + 1) if at in bands]
    if sum(len(groups) for groups in held) > CROWD:
        return ()
    near = [
        other
        for groups in held
        for other in groups.values()
        if other is not group and -0.6 * other.size < group.base - other.base < 0.8 * other.size
    ]
    return sorted(near, key=lambda other: abs(group.base - other.base))


def _belongs(group: _Group, host: _Group) -> bool:
    """Whether a group is a part of the line that another one is."""
    text = "".join(run.text for run in group.runs).strip()
    if group.left > host.left and group.right < host.right:
        return len(text) <= LONGEST_SET_IN and _fits(group, host)
    size = max(group.size, host.size)
    gap = max(group.left - host.right, host.left - group.right)
    widest = _widest(group, host, text)
    return widest > 0 and -0.3 * size < gap < widest * size


def _widest(group: _Group, host: _Group, text: str) -> float:
    """How far from a line, in sizes, a group may stand that belongs to it: marks before it and raised ones; 0 for what does not."""
    size, leads = max(group.size, host.size), group.right <= host.left
    if abs(group.base - host.base) < 0.1 * size and abs(group.size - host.size) < 0.2 * size:
        return 6.0 if leads and len(text) <= LONGEST_MARK and not text.isalpha() else NEAR
    small = len(text) <= LONGEST_RAISED and group.size < SMALL * host.size and group.base > host.base
    return (APART if leads else 0.5) if small else 0.0


def _fits(group: _Group, host: _Group) -> bool:
    """Whether a group stands in a gap between the runs of a line."""
    slack = 0.25 * group.size
    return all(
        run.right <= group.left + slack or run.left >= group.right - slack or _gap(run, group, slack)
        for run in host.runs
    )


def _gap(run: Run, group: _Group, slack: float) -> bool:
    """Whether no character of a run stands where a group does; the run is parted there."""
    return all(right <= group.left + slack or left >= group.right - slack for left, right in run.edges)


def line_of(runs: list[Run]) -> Line:
    """A line of runs, with the spaces between them."""
    whole = _Group.of(runs)
    runs = _parted(runs)
    text: list[str] = []
    for at, run in enumerate(runs):
        before = runs[at - 1] if at else None
        if before is not None and _spaced(before, run, whole.size):
            before.text += " "
            before.edges.append((before.right, before.right))
            text[-1] = before.text
        text.append(run.text)
    return Line(runs, whole.base, whole.size, whole.left, whole.right, "".join(text))


def _parted(runs: list[Run]) -> list[Run]:
    """Runs of a line, those parted into which a mark was set that is drawn at another time."""
    parted: list[Run] = []
    for run in runs:
        host = parted[-1] if parted else None
        if host is not None and run.left < host.right - 0.3 * host.size and len(host.edges) > 1:
            at = next((at for at, (left, _) in enumerate(host.edges) if left >= run.left), len(host.edges))
            if 0 < at < len(host.edges):
                parted[-1:] = [cut(host, 0, at), run, cut(host, at, len(host.edges))]
                continue
        parted.append(run)
    return parted


def _spaced(before: Run, run: Run, size: float) -> bool:
    """Whether a space is to be set between two runs of which none is drawn."""
    if before.text.endswith((" ", "\u00a0")) or run.text.startswith((" ", "\u00a0")):
        return False
    drawn_next = run.order == before.order + 1 and not before.text.endswith("]")
    return run.left - before.right > (0.25 if drawn_next else BLANK) * size
