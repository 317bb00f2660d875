"""The tags of templates within a text: their signs are those of a program."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from citecheck.model.source import Source, Span

__all__ = ["outside_templates", "tags"]

TAG = re.compile(
    r"\{%(?:(?!\{%|%\})[\s\S]){0,20000}%\}|\{\{(?:(?!\{\{|\}\})[\s\S]){0,4000}\}\}|<%(?:(?!<%|%>)[\s\S]){0,4000}%>"
)
"""Tags of Jekyll, Hugo, Jinja and their like, which may go on over several lines: ``{% include … %}``, ``{{< figure … >}}``."""
NOT_BLANK = re.compile(r"[^\n]")


def outside_templates(pieces: Sequence[Span]) -> str:
    """The text of some pieces, each character in its place, with no more than blanks where the tag of a template stands."""
    return "".join(_outside(piece) for piece in pieces)


def _outside(piece: Span) -> str:
    text, known = piece.text, tags(piece.source)
    at = bisect_right(known, piece.start, key=lambda tag: tag[1])
    for start, end in known[at:]:
        if start >= piece.end:
            break
        first, last = max(start - piece.start, 0), min(end - piece.start, len(text))
        text = text[:first] + NOT_BLANK.sub(" ", text[first:last]) + text[last:]
    return text


@lru_cache(maxsize=8)
def tags(source: Source) -> tuple[tuple[int, int], ...]:
    """Where the tags of templates stand in a file: their first character and the one behind, in order."""
    return tuple(match.span() for match in TAG.finditer(source.text))
