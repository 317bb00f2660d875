"""Headings of a PDF: by its bookmarks, else by larger or bold type."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from citecheck.languages import all_languages
from citecheck.model.layout import Role
from citecheck.read.pdf.lines import Line
from citecheck.read.pdf.pages import Bookmark
from citecheck.read.pdf.zones import Row

__all__ = ["Headings"]

LARGER = 1.12
"""How much larger than the text a heading is set."""
LONGEST = 200
"""Characters of the longest heading."""
SPACES = re.compile(r"[\W_]+")
LEVELS = 6
FEWEST = 3
"""Letters of the shortest heading."""
NUMBER = re.compile(r"^[\W\d_]+")
SEVERAL = 4
"""Lines of one heading."""
MOST_LINES, MOST_BOOKMARKS = 400, 100
"""Lines and bookmarks of one page that are compared."""


def _may_be_heading(text: str) -> bool:
    """Whether a text is short, and mostly of letters."""
    letters = sum(sign.isalpha() for sign in text)
    return len(text) <= LONGEST and letters >= FEWEST and letters * 2 >= len(text)


def _plain(text: str) -> str:
    return SPACES.sub("", text).casefold()


class Headings:
    """The headings among the rows ``body``; ``marked`` are the rows that bookmarks name."""

    def __init__(self, rows: Sequence[Row], body: Sequence[int], bookmarks: Sequence[Bookmark], size: float) -> None:
        self.rows, self.size = rows, size
        self.levels: dict[int, int] = dict(_bookmarked(rows, body, bookmarks))
        self.marked = set(self.levels)
        bold = sum(rows[at].line.length for at in body if rows[at].line.bold)
        self.bold_text = bold * 2 > sum(rows[at].line.length for at in body)
        larger = sorted(
            {round(rows[at].line.size, 1) for at in body if rows[at].line.size > LARGER * size}, reverse=True
        )
        self.ranks = {value: min(at + 1, LEVELS) for at, value in enumerate(larger)}
        self.named = {
            _plain(name) for one in all_languages() for name in (*one.bibliography_headings, *one.notes_headings)
        }

    def role(self, group: Sequence[int]) -> tuple[Role, int]:
        """What some rows are that belong together, and how deep a heading is."""
        if group[0] in self.levels:
            return Role.HEADING, self.levels[group[0]]
        lines = [self.rows[at].line for at in group]
        text = " ".join(line.text.strip() for line in lines)
        level = self._level(lines, text) if len(group) <= SEVERAL and _may_be_heading(text) else 0
        return (Role.HEADING, level) if level else (Role.PARAGRAPH, 0)

    def _level(self, lines: Sequence[Line], text: str) -> int:
        """How deep a heading some lines are, by their type or by what they say; 0 where they are none."""
        if all(line.size > LARGER * self.size for line in lines):
            return self.ranks.get(round(lines[0].size, 1), 1)
        if _plain(NUMBER.sub("", text)) in self.named:
            return min(len(self.ranks) + 1, 2)
        bold = not self.bold_text and all(line.bold for line in lines)
        return min(len(self.ranks) + 1, LEVELS) if bold and not text.endswith((".", ",", ";", ":")) else 0


def _bookmarked(rows: Sequence[Row], body: Sequence[int], bookmarks: Sequence[Bookmark]) -> Iterator[tuple[int, int]]:
    """The rows that bookmarks name, with their levels."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at in body:
        pages[rows[at].page].append(at)
    wanted: dict[int, list[Bookmark]] = defaultdict(list)
    for bookmark in bookmarks:
        wanted[bookmark.page - 1].append(bookmark)
    for page, held in wanted.items():
        own = pages.get(page, [])[:MOST_LINES]
        words = [_plain(rows[at].line.text) for at in own]
        for bookmark in held[:MOST_BOOKMARKS]:
            place, count = _spanned(words, _plain(bookmark.title))
            for row in own[place : place + count]:
                yield row, min(max(bookmark.level, 1), LEVELS)


def _spanned(words: Sequence[str], wanted: str) -> tuple[int, int]:
    """Where the first lines stand that together are the title of a bookmark, and how many they are: none where there are none."""
    bare = wanted.lstrip("0123456789")
    for at, first in enumerate(words):
        if not first or not (wanted.startswith(first) or bare.startswith(first.lstrip("0123456789") or first)):
            continue
        text = ""
        for count in range(1, min(SEVERAL, len(words) - at) + 1):
            text += words[at + count - 1]
            if text == wanted or (bare and text.lstrip("0123456789") == bare):
                return at, count
    return 0, 0
