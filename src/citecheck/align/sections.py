"""Pairing the sections of two versions: by their numbers, then by order and by what their titles and texts share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from citecheck.align.features import shared
from citecheck.likeness.cognates import cognate_share
from citecheck.model.alignment import SectionPair
from citecheck.model.document import Heading
from citecheck.model.order import gathered, longest_ascent

GAP = -0.35
"""What a section without counterpart costs: less than a pair that nothing speaks for."""
SMALL = 10_000
"""Pairs of headings up to which each is compared with each: 100 on each side."""
FEW = 3
"""Names, figures and sources of a section up from which they say whose translation it is."""
ALIKE = 0.4
"""The share of these in common from which on they speak for a pair: translations have 0.7 and more, others up to 0.2."""
GAP_RIGHT, GAP_LEFT = 1, 2
"""Steps to a place in the table that leave one side without a section; 0 is a pair."""
BAND = 60
"""Headings by which, in a long document without numbers, a section may have moved from its counterpart's place."""


Content = Mapping[int, frozenset[str]]
"""What the text of each section has that a translation keeps, by the section's ordinal."""


def pair_sections(
    left: Sequence[Heading],
    right: Sequence[Heading],
    contents: tuple[Content, Content] = (MappingProxyType({}), MappingProxyType({})),
) -> tuple[SectionPair, ...]:
    """The headings of both sides, each in one pair, in order.

    In a long document, headings whose number both sides have once, in the same order, are pairs at once, so that what lies
    between two of them can be paired for itself.
    """
    if _titled(left) and _titled(right):
        return (SectionPair(left[0], right[0]), *_sections(left[1:], right[1:], contents))
    return _sections(left, right, contents)


def _titled(headings: Sequence[Heading]) -> bool:
    """Whether the first heading is the title of the whole, above all others."""
    return len(headings) > 1 and all(heading.level > headings[0].level for heading in headings[1:])


def _sections(
    left: Sequence[Heading], right: Sequence[Heading], contents: tuple[Content, Content]
) -> tuple[SectionPair, ...]:
    if len(left) * len(right) <= SMALL:
        return tuple(_pair(left, right, contents))
    pairs: list[SectionPair] = []
    row = column = 0
    for at, other in (*_fixed(left, right), (len(left), len(right))):
        pairs += _pair(left[row:at], right[column:other], contents)
        if at < len(left):
            pairs.append(SectionPair(left[at], right[other]))
        row, column = at + 1, other + 1
    return tuple(pairs)


def _fixed(left: Sequence[Heading], right: Sequence[Heading]) -> list[tuple[int, int]]:
    """Headings whose number and level occur once on both sides, as far as they come in one order."""
    places = []
    for side in (left, right):
        numbered = ((at, heading) for at, heading in enumerate(side) if heading.number is not None)
        found = gathered(((heading.number, heading.level), at) for at, heading in numbered)
        places.append({key: at[0] for key, at in found.items() if len(at) == 1})
    pairs = sorted((at, places[1][key]) for key, at in places[0].items() if key in places[1])
    return [pairs[at] for at in longest_ascent([other for _, other in pairs])]


def _pair(left: Sequence[Heading], right: Sequence[Heading], contents: tuple[Content, Content]) -> list[SectionPair]:
    """The pairs by dynamic programming over pairs and gaps."""
    rows, columns = len(left), len(right)
    far = float("-inf")
    best: list[dict[int, float]] = []
    step: list[dict[int, int]] = []
    for row in range(rows + 1):
        scores: dict[int, float] = {}
        steps: dict[int, int] = {}
        for column in _within(row, rows, columns):
            options = [far, far, far]
            if row and column:
                options[0] = best[row - 1].get(column - 1, far)
                if options[0] != far:
                    options[0] += _score(left[row - 1], right[column - 1])
                    options[0] += _text_score(left[row - 1], right[column - 1], contents)
            if row:
                options[1] = best[row - 1].get(column, far) + GAP
            if column:
                options[2] = scores.get(column - 1, far) + GAP
            choice = max(range(3), key=lambda at: options[at])
            scores[column] = options[choice] if row or column else 0.0
            steps[column] = choice
        best.append(scores)
        step.append(steps)
    return _traced(step, left, right)


def _traced(step: Sequence[Mapping[int, int]], left: Sequence[Heading], right: Sequence[Heading]) -> list[SectionPair]:
    """The pairs and gaps of the best way, by the last step that leads to each place."""
    pairs: list[SectionPair] = []
    row, column = len(left), len(right)
    while row or column:
        choice = step[row][column]
        row -= choice != GAP_LEFT
        column -= choice != GAP_RIGHT
        one = left[row] if choice != GAP_LEFT else None
        pairs.append(SectionPair(one, right[column] if choice != GAP_RIGHT else None))
    return pairs[::-1]


def _within(row: int, rows: int, columns: int) -> Iterator[int]:
    """The columns to look at in a row: all, or in a large table those around its diagonal."""
    if rows * columns <= SMALL:
        yield from range(columns + 1)
        return
    middle = row * columns // max(rows, 1)
    width = BAND + columns // max(rows, 1)
    yield from range(max(0, middle - width), min(columns, middle + width) + 1)


def _score(one: Heading, other: Heading) -> float:
    """How much speaks for two headings being each other's translation."""
    score = 0.0
    if one.number is not None and other.number is not None:
        score += 1.5 if one.number == other.number else -1.0
    elif one.number is not None or other.number is not None:
        score -= 0.3
    return score + cognate_share(one.title, other.title) + (0.1 if one.level == other.level else 0)


def _text_score(one: Heading, other: Heading, contents: tuple[Content, Content]) -> float:
    """How much the texts below two headings speak for the pair, or against it."""
    own, twins = contents[0].get(one.section, frozenset()), contents[1].get(other.section, frozenset())
    return shared(own, twins) - ALIKE if min(len(own), len(twins)) >= FEW else 0.0
