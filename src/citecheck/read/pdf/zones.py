"""Where notes are printed: the lines at the foot of a column below a rule or in smaller type, and which of them begin a note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from citecheck.read.pdf.lines import Line, raised
from citecheck.read.pdf.marks import sign_of

__all__ = ["Row", "Start", "body_size", "start_of", "starts_of", "zone_begins"]

START = re.compile(
    r"[ \u00a0]*(?P<open>[\[(])?(?P<sign>[0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[*∗†‡§¶#]{1,4}|[a-z](?![^\W_]))(?P<close>[\])])?(?P<stop>[.:)]|\s?[-–—](?=\s))?(?P<gap>[ \u00a0]*)(?=\S)"
)
SMALL = 0.95
"""Of what size, in sizes of the text, notes are at most."""
UPPER = 0.4
"""The upper part of a page, where hardly a note stands."""
MOST_RULES = 200
"""Rules of a page that are looked at, from its foot."""
ROUNDED = 4
"""Into how many parts a point is divided where sizes are compared."""


class Row(Struct, gc=False):
    """A line of the document: its page (from 0), the column of the page that it is in, and the line."""

    page: int
    flow: int
    line: Line


class Start(Struct, gc=False):
    """A line that may begin a note: which row, its sign, where the words begin, whether the sign is raised and has a stop or a bracket
    behind it, and how the line stands."""

    row: int
    sign: str
    behind: int
    raised: bool
    stopped: bool
    left: float
    first: bool
    ended: bool

    @property
    def number(self) -> int | None:
        """The number that it is."""
        return int(self.sign) if self.sign.isdecimal() else None


def body_size(rows: Sequence[Row]) -> float:
    """The size of most of the text, judged by the upper parts of the pages."""
    tops: dict[int, tuple[float, float]] = {}
    for row in rows:
        high, low = tops.get(row.page, (row.line.base, row.line.base))
        tops[row.page] = (max(high, row.line.base), min(low, row.line.base))
    sizes: Counter[float] = Counter()
    for row in rows:
        high, low = tops[row.page]
        if row.line.base >= high - UPPER * (high - low):
            sizes[round(row.line.size * ROUNDED) / ROUNDED] += row.line.length
    return sizes.most_common(1)[0][0] if sizes else 0.0


def zone_begins(
    rows: Sequence[Row], at: Sequence[int], rules: Sequence[tuple[float, float, float]], size: float
) -> tuple[int, bool]:
    """From which of the rows ``at`` (of one column, from the top) on the notes of the column may stand, and whether a rule says so."""
    lines = [rows[row].line for row in at]
    ruled = _below_rule(lines, rules, size)
    if ruled is not None:
        return ruled, True
    begin = len(lines)
    while begin and lines[begin - 1].size < SMALL * size:
        begin -= 1
    return begin, False


def _below_rule(lines: Sequence[Line], rules: Sequence[tuple[float, float, float]], size: float) -> int | None:
    """From which line on all is below the rule above notes; None where there is no such rule."""
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = left + 0.5 * (right - left)
    for rule_left, rule_right, height in sorted(rules, key=lambda rule: rule[2])[:MOST_RULES]:
        within = rule_right >= left and rule_left <= min(right, middle)
        if not within or any(_underlines(line, rule_left, rule_right, height) for line in lines):
            continue
        below = [line for line in lines if line.base + 0.3 * line.size < height]
        if below and below == list(lines[-len(below) :]) and _noted(below, size):
            return len(lines) - len(below)
    return None


def _noted(lines: Sequence[Line], size: float) -> bool:
    """Whether lines below a rule may be notes: in small type, or in that of the text where the first begins as one."""
    small = sum(line.length for line in lines if line.size < SMALL * size)
    begins = START.match(lines[0].text) is not None
    return all(line.size <= 1.02 * size for line in lines) and (
        begins or small * 2 > sum(line.length for line in lines)
    )


def _underlines(line: Line, left: float, right: float, height: float) -> bool:
    """Whether a rule underlines words of a line, or strikes them out."""
    return -0.35 * line.size < height - line.base < 0.6 * line.size and line.left < right and left < line.right


def starts_of(rows: Sequence[Row], zone: Sequence[int]) -> Iterator[Start]:
    """The lines of a zone that may begin a note."""
    for at, row in enumerate(zone):
        start = start_of(rows[row].line)
        if start is None:
            continue
        sign, behind, high, stopped = start
        before = rows[zone[at - 1]].line.text.rstrip() if at else ""
        ended = not before or before.endswith((".", "»", "”", ")", "!", "?", "]", "…", "’", '"'))
        yield Start(row, sign, behind, high, stopped, rows[row].line.left, at == 0, ended)


def start_of(line: Line) -> tuple[str, int, bool, bool] | None:
    """The sign that a line begins with as a note does, where the words behind it begin, and whether it is raised, and has a stop or a
    bracket behind it. A flat sign in brackets is the number of an entry, and no note."""
    head = "".join(run.text for run in takewhile(lambda run: raised(run, line), line.runs))
    match = START.match(f"{head.rstrip()} x" if head else line.text)
    if match is None:
        return None
    sign, stopped = sign_of(match["sign"]), bool(match["stop"])
    if head:
        behind = line.text[len(head) :]
        return sign, len(line.text) - len(behind.lstrip()), True, stopped
    if match["sign"][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹":
        return sign, match.end(), True, stopped
    apart = stopped or match["gap"] or not sign.isalnum()
    if match["open"] or sign.isalpha() or not apart:
        return None
    return sign, match.end(), False, stopped or bool(match["close"])
