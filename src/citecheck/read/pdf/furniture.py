"""What is printed on pages for finding one's way: running heads and feet, and page numbers. They are no text of the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec import Struct

from citecheck.read.pdf.lines import Line, raised
from citecheck.read.pdf.pages import Page

__all__ = ["Furnished", "without_furniture"]

EDGE = 4
"""Lines at the top and at the foot of a page among which they are."""
STILL = 2.5
"""Points by which the height of a line that comes again may differ."""
NUMBER = re.compile(r"\d+")
ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"[\W_]{0,4}(?:[^\W\d_]{1,5}\.?\s{1,2})?(?P<number>\d{1,5}|[ivxlc]{1,7})(?:(?:\s{0,2}[/|]\s{0,2}|\s[^\W\d_]{1,3}\s)\d{1,4})?[\W_]{0,4}",
    re.IGNORECASE,
)
"""A line that holds a page number and nothing else: ``12``, ``– 12 –``, ``Page 12``, ``12 / 340``, ``p. xii``."""
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
APART = 1.5
"""How far, in sizes, a running foot stands off from the text."""
LEADING = 1.45
"""How far a running head does."""
DEEPEST = 2
"""How many lines stand between a running head and the edge, at most."""
MOST_EDGES = 100
SHORT = 3
"""Pages of a document in which a foot cannot come again more than once."""
NEAR = 12
"""How many pages further a running head of a chapter comes again."""


class Furnished(Struct, gc=False):
    """The lines of a page that are text, and the number that is printed on it, empty where none is."""

    lines: list[Line]
    printed: str


class _Edge(Struct, gc=False):
    """A line near the edge of a page: which page, its height, its words, its words without numbers, how many lines stand between it
    and the edge, and whether that is the top."""

    page: int
    line: Line
    height: float
    words: str
    pattern: str
    rank: int
    top: bool


def without_furniture(pages: Sequence[Page]) -> list[Furnished]:
    """The text of each page, and its printed number."""
    edges = [edge for at, page in enumerate(pages) for edge in islice(_edges(at, page.lines), MOST_EDGES)]
    gone: dict[int, set[int]] = defaultdict(set)
    printed: dict[int, str] = {}
    for edge, number in _page_numbers(edges):
        printed.setdefault(edge.page, number)
        gone[edge.page].add(id(edge.line))
    repeated: dict[int, list[_Edge]] = defaultdict(list)
    for edge in _repeated(edges, len(pages)):
        repeated[edge.page].append(edge)
    for at, held in repeated.items():
        for edge in _outermost(pages[at].lines, [edge for edge in held if not _noted(edge, printed)], gone[at]):
            gone[at].add(id(edge.line))
            number = _in_step(edge, printed)
            if number:
                printed.setdefault(at, number)
    return [
        Furnished([line for line in page.lines if id(line) not in gone[at]], printed.get(at, page.label))
        for at, page in enumerate(pages)
    ]


def _edges(at: int, lines: Sequence[Line]) -> Iterator[_Edge]:
    """The lines near the edges of a page."""
    ordered = sorted(lines, key=lambda line: -line.base)
    heights = sorted({round(line.base) for line in lines}, reverse=True)
    top, foot = set(heights[:EDGE]), set(heights[-EDGE:])
    for line in ordered:
        rank = round(line.base)
        if rank in top or rank in foot:
            words = " ".join(line.text.split())
            pattern = NUMBER.sub("#", words).casefold()
            place = min(heights.index(rank), len(heights) - 1 - heights.index(rank))
            yield _Edge(at, line, line.base, words, pattern, place, heights.index(rank) == place)


def _value(text: str) -> int | None:
    """The value of a page number, Arabic or Roman."""
    if text.isdecimal():
        return int(text)
    if not ROMAN.fullmatch(text):
        return None
    values = [VALUES[sign] for sign in text.lower()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _page_numbers(edges: Sequence[_Edge]) -> Iterator[tuple[_Edge, str]]:
    """The lines that are only a page number, with it: numbers that go up as the pages do. A number on a height of its own, as the
    only one, is one as well where the document has a page only."""
    outer = ((edge, PAGE_NUMBER.fullmatch(edge.words)) for edge in edges if edge.rank <= 1)
    numbers = [(edge, match["number"]) for edge, match in outer if match is not None]
    told = [(edge, number, value) for edge, number in numbers if (value := _value(number)) is not None]
    steps = Counter((value - edge.page, number.isdecimal()) for edge, number, value in told)
    for edge, number, value in told:
        alone = edge.rank == 0 and abs(value - edge.page) <= 1
        if alone or steps[value - edge.page, number.isdecimal()] > 1:
            yield edge, number


def _repeated(edges: Sequence[_Edge], count: int) -> Iterator[_Edge]:
    """The lines that come again on other pages at the same height, the same in all but numbers that go up as the pages do. A note may
    say the same at the foot of two pages."""
    alike: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        alike[edge.pattern].append(edge)
    for same in alike.values():
        same.sort(key=lambda edge: edge.page)
        for edge in same if len(same) > 1 else ():
            needed = 1 if (edge.top and edge.rank == 0) or count <= SHORT else 2
            if edge.rank <= DEEPEST and len(_pages_with(edge, same)) >= needed:
                yield edge


def _pages_with(edge: _Edge, alike: Sequence[_Edge]) -> set[int]:
    """The other pages near by on which a line stands at the same height."""
    low = bisect_left(alike, edge.page - NEAR, key=lambda other: other.page)
    high = bisect_left(alike, edge.page + NEAR + 1, key=lambda other: other.page)
    level = (other for other in alike[low:high] if abs(other.height - edge.height) <= STILL)
    return {other.page for other in level if other.page != edge.page and _same(edge, other)}


def _same(edge: _Edge, other: _Edge) -> bool:
    """Whether the numbers of two lines are the same, or differ as their pages do."""
    if edge.words == other.words:
        return True
    step = other.page - edge.page
    pairs = zip(NUMBER.findall(edge.words), NUMBER.findall(other.words), strict=False)
    differing = [(int(one[:9]), int(two[:9])) for one, two in pairs if one != two]
    return bool(differing) and all(two - one == step for one, two in differing)


def _noted(edge: _Edge, printed: dict[int, str]) -> bool:
    """Whether a line begins as a note does: with a raised number, or with one that is not that of the page."""
    number = re.match(r"\d{1,4}\b", edge.words)
    if number is None or number[0] == edge.words:
        return False
    return raised(edge.line.runs[0], edge.line) or (edge.page in printed and printed[edge.page] != number[0])


def _outermost(lines: Sequence[Line], repeated: Sequence[_Edge], gone: set[int]) -> Iterator[_Edge]:
    """Those of the lines that come again between which and the edge of the page is no text, and that stand off from it."""
    held = {id(edge.line): edge for edge in repeated}
    for top, ordered in (
        (True, sorted(lines, key=lambda line: -line.base)),
        (False, sorted(lines, key=lambda line: line.base)),
    ):
        outer = list(takewhile(lambda line: id(line) in held or id(line) in gone, ordered))
        text = ordered[len(outer)].base if len(outer) < len(ordered) else None
        for edge in (held[id(line)] for line in outer if id(line) in held):
            if text is None or abs(text - edge.height) > (LEADING if top else APART) * edge.line.size:
                yield edge


def _in_step(edge: _Edge, printed: dict[int, str]) -> str:
    """The page number in a running head: the number at one of its ends."""
    ends = [match for match in (re.match(r"\d{1,4}\b", edge.words), re.search(r"\b\d{1,4}$", edge.words)) if match]
    return ends[0][0] if len(ends) == 1 and edge.page not in printed else ""
