"""The numbers of lines beside the text of manuscripts, drafts of laws and transcripts. They are no text of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from citecheck.read.pdf.lines import Line, line_of
from citecheck.read.pdf.pages import Page
from citecheck.read.pdf.runs import Run

__all__ = ["without_line_numbers"]

STEPS = (1, 2, 5, 10)
"""Every how many lines there is a number."""
FEWEST = 5
"""Numbers of a page that tell that its lines are numbered."""
ALIGNED = 2.0
"""Points by which the edges of numbers in one margin differ."""
LONGEST = 5
"""Digits of the number of a line."""
GAP = 0.4
"""How far, in sizes, a number stands off from its line at least."""
GOING_ON = 0.2
"""Of the lines that have a number, how many go on with a sentence: a list of notes, which is numbered too, has hardly one."""
MORE = 1.3
"""How many more lines there may be than the numbers tell: titles that have none."""
PAGES = 0.5
"""Of the pages with text, how many have numbers in the margin."""


class _Number(Struct, gc=False):
    """A run that is a number at the edge of a line: its value, the run, the line, and how high it stands."""

    value: int
    run: Run
    line: Line
    height: float


class _Margin(Struct, gc=False):
    """The numbers of the lines of a page, from top to bottom, and the edge at which they are aligned."""

    numbers: list[_Number]
    edge: float


def without_line_numbers(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages without the numbers of their lines, where most pages have some; else the pages as they are."""
    for left in (True, False):
        margins = [_margin(page, left=left) for page in pages]
        found = [margin for margin in margins if margin is not None]
        filled = sum(len(page.lines) >= FEWEST for page in pages)
        if found and len(found) >= PAGES * filled and _goes_on(found):
            edge = Counter(round(margin.edge) for margin in found).most_common(1)[0][0]
            return [
                _without(page, margin.numbers if margin else _aligned(page, edge, left=left))
                for page, margin in zip(pages, margins, strict=True)
            ]
    return pages


def _margin(page: Page, *, left: bool) -> _Margin | None:
    """The numbers in one margin of a page; None where they are not those of lines."""
    numbers = sorted(_numbers(page.lines, left=left), key=lambda one: -one.height)
    edges = Counter(edge for one in numbers for edge in {round(one.run.left), round(one.run.right)})
    if not edges:
        return None
    edge, held = max(((edge, _at(numbers, edge)) for edge, _ in edges.most_common(9)), key=lambda one: len(one[1]))
    steps = {after.value - before.value for before, after in pairwise(held)}
    step = steps.pop() if len(held) >= FEWEST and len(steps) == 1 else 0
    told = step in STEPS and _regular(page.lines, held, step) and _outside(page.lines, held, left=left)
    return _Margin(held, edge) if told else None


def _numbers(lines: Iterable[Line], *, left: bool) -> Iterator[_Number]:
    """The numbers at one edge of the lines, each set off from what is beside it."""
    for line in lines:
        run, *others = line.runs if left else line.runs[::-1]
        gap = (others[0].left - run.right if left else run.left - others[0].right) if others else line.size
        if _is_number(run) and gap > GAP * line.size:
            yield _Number(int(run.text), run, line, run.base)


def _is_number(run: Run) -> bool:
    """Whether a run is a number that is not raised."""
    text = run.text.strip()
    return not run.superior and text.isascii() and text.isdigit() and len(text) <= LONGEST


def _regular(lines: Sequence[Line], numbers: Sequence[_Number], step: int) -> bool:
    """Whether about as many lines have a number as ``step`` says: items of a list have several lines."""
    low, high = min(one.height for one in numbers), max(one.height for one in numbers)
    heights = {round(line.base) for line in lines if low <= line.base <= high}
    return len(heights) <= MORE * step * len(numbers)


def _outside(lines: Sequence[Line], numbers: Sequence[_Number], *, left: bool) -> bool:
    """Whether all that is written beside the numbers, but for a line in twenty, stands on the same side of all of them."""
    taken = {id(one.run) for one in numbers}
    low, high = min(one.height for one in numbers), max(one.height for one in numbers)
    border = max(one.run.right for one in numbers) if left else min(one.run.left for one in numbers)
    level = (run for line in lines if low <= line.base <= high for run in line.runs)
    across = [run.left < border if left else run.right > border for run in level if id(run) not in taken]
    return bool(across) and sum(across) * 20 <= len(across)


def _goes_on(margins: Sequence[_Margin]) -> bool:
    """Whether enough of the lines that are numbered go on with a sentence, which begin with a small letter."""
    said = [_words(one) for margin in margins for one in margin.numbers]
    return sum(text[:1].islower() for text in said) >= GOING_ON * sum(bool(text) for text in said)


def _words(number: _Number) -> str:
    """What a line says beside its number."""
    return "".join(run.text for run in number.line.runs if run is not number.run).strip()


def _aligned(page: Page, edge: float, *, left: bool) -> list[_Number]:
    """The numbers at the edge where other pages have them, of a page that has only a few."""
    return _at(_numbers(page.lines, left=left), edge)


def _at(numbers: Iterable[_Number], edge: float) -> list[_Number]:
    """The numbers of which one side is at an edge."""
    return [one for one in numbers if min(abs(one.run.left - edge), abs(one.run.right - edge)) <= ALIGNED]


def _without(page: Page, numbers: Sequence[_Number]) -> Page:
    """A page without some numbers; a line that was only a number is gone."""
    taken = {id(one.run) for one in numbers}
    kept = ((line, [run for run in line.runs if id(run) not in taken]) for line in page.lines)
    lines = [line if len(runs) == len(line.runs) else line_of(runs) for line, runs in kept if runs]
    return replace(page, lines=lines)
