"""Figures that another language may word otherwise: they prove something only against another figure of their kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from citecheck.languages import all_languages
from citecheck.model.document import Figure

__all__ = ["told_figures"]

LETTER = re.compile(r"\d\W?[^\W\d_]\Z")
"""A number with one letter behind it: "4K" is four thousand, or the name of a screen."""
LONGER = (60, 1440, 10_080, 43_200, 43_800, 525_600, 5_256_000, 52_560_000)
"""The minutes of an hour, a day, a week, thirty days, a month, a year, a decade and a century."""
MOST = 3
"""So many of a longer unit are worded as often as they are counted in a shorter one: "48 hours" are two days."""


def told_figures(left: Sequence[Figure], right: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Of the figures that the other version does not give, those that can be told: all but letters for thousands and spans of
    time for which there are other words, where the other version has no such figure either."""
    return _told(left, right), _told(right, left)


def _told(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    lettered, timed = any(map(_is_lettered, others)), any(_minutes(one) is not None for one in others)
    return [one for one in figures if (lettered or not _is_lettered(one)) and (timed or not _is_worded(one))]


def _is_lettered(figure: Figure) -> bool:
    return figure.unit is None and LETTER.search(figure.span.text) is not None


def _minutes(figure: Figure) -> int | None:
    """The minutes of the unit of a span of time; None where a figure is none."""
    units = (one.durations.get(figure.unit or "") for one in all_languages())
    return next((minutes for minutes in units if minutes is not None), None)


def _is_worded(figure: Figure) -> bool:
    """Whether a span of time makes a few halves of a longer unit."""
    minutes = _minutes(figure)
    if minutes is None:
        return False
    for longer in LONGER:
        halves = 2 * Fraction(figure.value) * minutes / longer
        if longer > minutes and 1 <= halves <= 2 * MOST and halves.denominator == 1:
            return True
    return False
