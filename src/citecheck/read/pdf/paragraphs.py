"""Paragraphs: which lines of the text belong together, by indents, gaps, and ends of lines; and what each is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise
from urllib.parse import unquote

from msgspec import Struct

from citecheck.read.pdf.lines import Line
from citecheck.read.pdf.zones import Row

__all__ = ["Column", "columns_of", "paragraphs"]

ITEM = re.compile(r"\s*(?:[•▪◦●■–—-]\s|\[\d{1,4}\]\s?|\(?(?:\d{1,3}|[a-z])[.)]\s)")
NUMBERED = re.compile(r"\s*\[\d{1,4}\]")
ENTRY = re.compile(r"\s*(?P<open>[\[(]?)(?P<number>\d{1,4})(?P<stop>[\])]?\.?)\s")
BULLET = re.compile(r"\s*[•▪◦●■]")
ENDED = (".", "!", "?", ":", "»", "”", ")", "…", ";", "]", '"', "’")
STOPPED = (".", "!", "?", "»", "”", "…", '"')
DATED = re.compile(r"[^\W\d_][^()\d]{2,80}\((?:1[5-9]|20)\d\d[a-z]?\)\s?[,.:]")
"""An entry that begins with its author and a date in brackets."""
NEW = re.compile(r"\s*(?:\[?\d{1,3}[.\])]\s|[A-ZÀ-Þ])")
FULL = 4
"""Lines of a column of which one fills it."""
INDENT = 0.55
"""The smallest indent, in sizes."""
DEEPEST = 6.0
"""The deepest indent of a line that hangs."""
WINDOW, HANGING = 10, 0.4
"""How many lines around one tell whether entries hang there, and how many more than not of them must say so."""
HUNG = 0.15
"""The part of them that is set in."""
OPEN = re.compile(r"(?:https?:|www\.|doi\.org)\S*[/\-_=&?%#~:.@\u00ad]$|\bhttps?:$", re.IGNORECASE)
"""An address that the line before ends in the middle of."""
LOOSE = 1.3
"""The gap between paragraphs, in gaps between lines."""


class Column(Struct, gc=False):
    """Where the text of a column of a page stands: its edges and the distance of its lines."""

    left: float
    right: float
    leading: float


def columns_of(rows: Sequence[Row]) -> dict[tuple[int, int], Column]:
    """The columns of the pages that some rows stand in."""
    held: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        held[row.page, row.flow].append(row)
    leadings = _leadings(rows)
    common = Counter(round(row.line.right / 4) for row in rows).most_common(1)
    widest = common[0][0] * 4 if common else 0.0
    columns: dict[tuple[int, int], Column] = {}
    for key, own in held.items():
        left = _left(own)
        # The lines of a short column may all end early.
        right = max(_right(own), widest if len(own) < FULL and left < widest else 0.0)
        leading = leadings.get(round(own[0].line.size), 1.2 * own[0].line.size)
        columns[key] = Column(left, right, leading)
    return columns


def _left(rows: Sequence[Row]) -> float:
    """Where the lines of a column begin that are not set in."""
    lefts = Counter(round(row.line.left / 2) for row in rows if row.line.length > 20)
    frequent = [left for left, count in lefts.items() if count >= max(2, 0.15 * len(rows))]
    return min(frequent or lefts or [round(min(row.line.left for row in rows) / 2)]) * 2


def _right(rows: Sequence[Row]) -> float:
    """Where the lines of a column end that fill it; one line may stick out."""
    ends = sorted((row.line.right for row in rows), reverse=True)
    return next((end for end, other in pairwise(ends) if end - other < 3.0), ends[0])


def _leadings(rows: Sequence[Row]) -> dict[int, float]:
    """The usual distance of lines of each size."""
    gaps: dict[int, Counter[float]] = defaultdict(Counter)
    for before, row in pairwise(rows):
        gap = before.line.base - row.line.base
        if (before.page, before.flow) == (row.page, row.flow) and 0 < gap < 3 * row.line.size:
            gaps[round(row.line.size)][round(gap * 2) / 2] += 1
    return {size: found.most_common(1)[0][0] for size, found in gaps.items()}


def paragraphs(rows: Sequence[Row], at: Sequence[int], headings: set[int]) -> list[list[int]]:
    """The rows ``at``, in reading order, in paragraphs. ``headings`` are rows that are headings by bookmarks."""
    shown = [rows[row] for row in at]
    columns = columns_of(shown)
    page = _Page(rows, columns, _leadings(shown), headings, _hanging(rows, at, columns), _cells(rows, at))
    found: list[list[int]] = []
    for row in at:
        if found and not _breaks(page, found[-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


class _Page(Struct, gc=False):
    """What is known of the rows when they are put together: columns, distances of lines, headings, which stand in a list whose
    entries hang, and which are cells of a table."""

    rows: Sequence[Row]
    columns: dict[tuple[int, int], Column]
    leadings: dict[int, float]
    headings: set[int]
    hanging: set[int]
    cells: set[int]


def _cells(rows: Sequence[Row], at: Sequence[int]) -> set[int]:
    """The rows beside which others stand."""
    found: set[int] = set()
    for before, row in pairwise(at):
        one, other = rows[before], rows[row]
        level = abs(one.line.base - other.line.base) < 0.3 * one.line.size
        apart = other.line.left - one.line.right > 1.5 * one.line.size
        if level and apart and (one.page, one.flow) == (other.page, other.flow):
            found |= {before, row}
    return found


def _hanging(rows: Sequence[Row], at: Sequence[int], columns: dict[tuple[int, int], Column]) -> set[int]:
    """The rows around which entries hang: what begins at the edge follows a line that ends early, what is set in does not. Of
    paragraphs whose first line is set in, the contrary holds."""
    votes, hung = [0], [0]
    for before, row in pairwise(at):
        one, other = rows[before], rows[row]
        vote, edge = 0, None
        if (one.page, one.flow) == (other.page, other.flow):
            early = 1 if _short(one, other, columns) else -1
            edge = _level(other, columns)
            vote = 0 if edge is None else early if edge else -early
        votes.append(vote)
        hung.append(int(vote > 0 and edge is False))
    sums, hangs = [0, *accumulate(votes)], [0, *accumulate(hung)]
    hanging = set()
    for place, row in enumerate(at):
        low, high = max(0, place - WINDOW), min(len(at), place + WINDOW + 1)
        count = high - low
        if sums[high] - sums[low] > HANGING * count and hangs[high] - hangs[low] > HUNG * count:
            hanging.add(row)
    return hanging


def _level(row: Row, columns: dict[tuple[int, int], Column]) -> bool | None:
    """Whether a row begins at the edge of its column (True) or a little further in (False); None elsewhere."""
    indent = row.line.left - columns[row.page, row.flow].left
    if abs(indent) <= INDENT * row.line.size:
        return True
    return False if 0 < indent < DEEPEST * row.line.size else None


def _breaks(page: _Page, paragraph: Sequence[int], row: int) -> bool:
    """Whether a paragraph ends before a row."""
    before, this = page.rows[paragraph[-1]], page.rows[row]
    line, last = this.line, before.line
    typed = _typed_otherwise(page, paragraph, row)
    if typed is not None:
        return typed
    begun = BULLET.match(line.text) or _next_number(page.rows[paragraph[0]].line, line)
    if begun or row in page.cells or paragraph[-1] in page.cells:
        return True
    if (before.page, before.flow) == (this.page, this.flow):
        gap = last.base - line.base
        if abs(gap) < 0.3 * line.size:
            return False
        if gap > LOOSE * page.leadings.get(round(line.size), 1.3 * line.size) + 0.5 or gap < 0:
            return True
    return _begins(page, paragraph, before, this, row)


def _typed_otherwise(page: _Page, paragraph: Sequence[int], row: int) -> bool | None:
    """Whether a row is set in other type than the line before; None where that says nothing."""
    before, this = page.rows[paragraph[-1]], page.rows[row]
    line, last = this.line, before.line
    marked = row in page.headings, paragraph[-1] in page.headings
    if marked[0] != marked[1] or abs(line.size - last.size) > 0.08 * last.size:
        return any(marked) or not (line.length < 3 or last.length < 3)
    bold = line.bold != last.bold and (len(paragraph) == 1 or line.bold)
    return True if bold and _short(before, this, page.columns) else None


def _begins(page: _Page, paragraph: Sequence[int], before: Row, this: Row, row: int) -> bool:
    """Whether a row's indent, or the end of the line before, parts it from the paragraph."""
    line, text = this.line, before.line.text.rstrip()
    if (OPEN.search(text) and not NEW.match(line.text)) or _goes_on(before.line, line):
        return False
    short, level = _short(before, this, page.columns), _level(this, page.columns)
    ends = short or _level(before, page.columns) is False
    if ends and NUMBERED.match(line.text):
        return True
    if row in page.hanging and level is not None:
        return level and (ends or text.endswith(ENDED))
    told = _told(page.rows[paragraph[0]].line.text, text, line.text)
    return told if told is not None else _set_in(page, paragraph, before, this, short)


def _told(first: str, last: str, text: str) -> bool | None:
    """Whether the words say that a line begins a paragraph (True) or goes on with one (False): ``first`` and ``last`` are the first and
    the last line of that."""
    if text[:1].islower() and not last.endswith(STOPPED) and ITEM.match(text) is None:
        return False
    return True if DATED.match(text) and last.endswith(".") and DATED.match(first) else None


def _set_in(page: _Page, paragraph: Sequence[int], before: Row, this: Row, short: bool) -> bool:
    """Whether a row's indent parts it from the paragraph, or, where it has none, the early end of the line before."""
    line, ended = this.line, before.line.text.rstrip().endswith(ENDED)
    indent = _indent(this, page.columns) - _indent(before, page.columns)
    if indent > INDENT * line.size:
        return short or (ended and _first_indents(page.rows, paragraph, page.columns))
    if indent < -INDENT * line.size:
        return short or len(paragraph) > 1
    return short and (ended or ITEM.match(line.text) is not None)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a link that prints its address goes on in a line; signs may stand at the end of the one before."""
    target = next((run.target for run in last.runs[:-3:-1] if len(run.text.strip()) > 1 or run.target), "")
    word = line.text.split(maxsplit=1)[0][:6].rstrip(".,;") if line.text.strip() else ""
    return len(target) > 1 and target == line.runs[0].target and word in unquote(target)


def _next_number(first: Line, line: Line) -> bool:
    """Whether a line begins with the number behind that which the paragraph begins with, written alike, and about below it."""
    one, other = ENTRY.match(first.text), ENTRY.match(line.text)
    if one is None or other is None or int(other["number"]) != int(one["number"]) + 1:
        return False
    return (
        one["open"] == other["open"] and one["stop"] == other["stop"] and abs(first.left - line.left) < 1.5 * line.size
    )


def _indent(row: Row, columns: dict[tuple[int, int], Column]) -> float:
    return row.line.left - columns[row.page, row.flow].left


def _first_indents(rows: Sequence[Row], paragraph: Sequence[int], columns: dict[tuple[int, int], Column]) -> bool:
    """Whether a paragraph of several lines does not hang: its later lines stand at the edge."""
    if len(paragraph) < 2:
        return True
    last, first = rows[paragraph[-1]], rows[paragraph[0]]
    return _indent(last, columns) - _indent(first, columns) < INDENT * last.line.size


def _short(before: Row, this: Row, columns: dict[tuple[int, int], Column]) -> bool:
    """Whether a line ends although the first word of the next would have found room on it."""
    word = this.line.text.split(maxsplit=1)[0] if this.line.text.strip() else ""
    room = columns[before.page, before.flow].right - before.line.right
    return room > (0.5 * len(word) + 0.6) * before.line.size
