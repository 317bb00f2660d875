"""Marks behind the names of authors, which lead to where they work: ``Jane Doe¹, John Roe²``, ``¹ University of Lund``.

They look like calls and notes, and are none: the same mark may stand behind several names. They are told by a line of names
near the beginning of a text, and by a line for each of its numbers right below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

__all__ = ["author_marks"]

FRONT = 10_000
"""Characters of a text among which its authors are named."""
BELOW = 16
"""Lines below that of the names among which their affiliations stand."""
LONGEST = 1500
"""Characters of a line of names."""
MARKUP = re.compile(r"\]\([^()\s]{0,200}\)|[*_#>\\\[\]]")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
MARK = re.compile(rf"<sup>[^<>]{{1,20}}</sup>|[{RAISED}](?:[,.·’ ]?[{RAISED}]){{0,9}}", re.IGNORECASE)
LOWERED = str.maketrans(RAISED, "0123456789")
NUMBER = re.compile(r"\d{1,3}")
WORD = re.compile(r"[^\W\d_][\w’'.-]*")
NO_NAME = re.compile(r"[\d$€£%=:!?()|/]")
PARTICLE = 4
"""Letters of the longest word in a name that begins small."""
FEWEST, MOST = 2, 8
"""Words of a name, with what joins it to the one before."""


def author_marks(text: str) -> Iterator[tuple[int, int]]:
    """Where the marks of authors and of their affiliations stand, in order of the lines of names."""
    front = text[:FRONT]
    if MARK.search(front) is None:
        return
    lines = front.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for at, line in enumerate(lines):
        numbers = _behind_names(line)
        below = {number: place for number, place in _affiliations(lines, starts, at) if number in numbers}
        if numbers and below.keys() == numbers:
            yield from ((starts[at] + mark.start(), starts[at] + mark.end()) for mark in MARK.finditer(line))
            yield from sorted(below.values())


def _behind_names(line: str) -> set[str]:
    """The numbers behind the names of a line that holds nothing else; none where it is no such line."""
    marks = list(MARK.finditer(line)) if len(line) <= LONGEST else []
    begins = [0, *(mark.end() for mark in marks)]
    names = [line[begin : mark.start()] for begin, mark in zip(begins, marks, strict=False)]
    rest = line[begins[-1] :]
    if not names or not all(map(_is_name, names)) or not (_is_name(rest) or WORD.search(rest) is None):
        return set()
    return {number for mark in marks for number in _numbers(mark)}


def _is_name(text: str) -> bool:
    """Whether a text is the name of a person, perhaps behind "and"."""
    plain = MARKUP.sub("", text)
    words = WORD.findall(plain)
    if NO_NAME.search(plain) is not None:
        return False
    small = [word for word in words if not word[0].isupper()]
    return FEWEST <= len(words) - len(small) <= MOST and all(len(word) <= PARTICLE for word in small)


def _affiliations(lines: Sequence[str], starts: Sequence[int], at: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The numbers that lines below another one begin with, and their places."""
    for below in range(at + 1, min(at + 1 + BELOW, len(lines))):
        for mark in MARK.finditer(lines[below]):
            before, numbers = MARKUP.sub("", lines[below][: mark.start()]), _numbers(mark)
            if len(numbers) == 1 and (not before.strip(" -") or before.rstrip().endswith((";", "<br>", "<br/>", "."))):
                yield numbers[0], (starts[below] + mark.start(), starts[below] + mark.end())


def _numbers(mark: re.Match[str]) -> list[str]:
    return NUMBER.findall(mark[0].translate(LOWERED))
