"""Pairing the sections of two versions: by their numbers, then by order and by what their titles share."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.align.features import cognate_share
from citecheck.model.alignment import SectionPair
from citecheck.model.document import Heading

GAP = -0.35
"""What a section without counterpart costs: less than a pair that nothing speaks for."""


def pair_sections(left: Sequence[Heading], right: Sequence[Heading]) -> tuple[SectionPair, ...]:
    """The headings of both sides, each in one pair, in order (dynamic programming over pairs and gaps)."""
    rows, columns = len(left), len(right)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(1, rows + 1):
        best[row][0], step[row][0] = best[row - 1][0] + GAP, 1
    for column in range(1, columns + 1):
        best[0][column], step[0][column] = best[0][column - 1] + GAP, 2
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            options = (
                best[row - 1][column - 1] + _score(left[row - 1], right[column - 1]),
                best[row - 1][column] + GAP,
                best[row][column - 1] + GAP,
            )
            choice = max(range(3), key=lambda at: options[at])
            best[row][column], step[row][column] = options[choice], choice
    pairs: list[SectionPair] = []
    row, column = rows, columns
    while row or column:
        choice = step[row][column]
        if choice == 0 and row and column:
            row, column = row - 1, column - 1
            pairs.append(SectionPair(left[row], right[column]))
        elif choice == 1 or not column:
            row -= 1
            pairs.append(SectionPair(left[row], None))
        else:
            column -= 1
            pairs.append(SectionPair(None, right[column]))
    return tuple(reversed(pairs))


def _score(one: Heading, other: Heading) -> float:
    """How much speaks for two headings being each other's translation."""
    score = 0.0
    if one.number is not None and other.number is not None:
        score += 1.5 if one.number == other.number else -1.0
    elif one.number is not None or other.number is not None:
        score -= 0.3
    return score + cognate_share(one.title, other.title) + (0.1 if one.level == other.level else 0)
