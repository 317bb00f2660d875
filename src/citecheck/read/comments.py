"""Comments for citecheck: ``<!-- citecheck: … -->`` in a text, which is what it is told and not what the report says."""

from __future__ import annotations

import re

__all__ = ["without_comments"]

START = re.compile(r"<!--\s{0,9}citecheck\s{0,3}:")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
NOT_BLANK = re.compile(r"[^\n]")


def without_comments(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with spaces for every comment that is meant for citecheck, and these comments with their offsets.

    Every character keeps its place. What stands in a block of code, or right behind a backtick, is an example. A comment
    that is not closed before the next one begins ends with its line.
    """
    if "citecheck" not in text:
        return text, ()
    fences = _fences(text) if START.search(text) else []
    parts: list[str] = []
    found: list[tuple[int, str]] = []
    reached = fence = 0
    for match in START.finditer(text):
        start = match.start()
        while fence < len(fences) and fences[fence][1] <= start:
            fence += 1
        if start < reached or text[start - 1 : start] == "`" or (fence < len(fences) and fences[fence][0] <= start):
            continue
        end = _end(text, match.end())
        found.append((start, text[start:end]))
        parts += [text[reached:start], NOT_BLANK.sub(" ", text[start:end])]
        reached = end
    return "".join(parts) + text[reached:], tuple(found)


def _end(text: str, inner: int) -> int:
    """Where the comment whose words begin at ``inner`` ends."""
    other = text.find("<!--", inner)
    # Nothing is looked for beyond the next comment: a line may hold thousands that are not closed.
    other = len(text) if other == -1 else other
    close = text.find("-->", inner, other)
    if close != -1:
        return close + 3
    line = text.find("\n", inner, other)
    return other if line == -1 else line


def _fences(text: str) -> list[tuple[int, int]]:
    """The blocks of code between fences; one that is not closed goes on to the end."""
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in FENCE.finditer(text):
        if opened is None:
            opened = match.start(), match[1]
        elif match[1].startswith(opened[1]):
            found.append((opened[0], match.end()))
            opened = None
    return [*found, (opened[0], len(text))] if opened is not None else found
