"""Labelled notes that stand apart from the version that calls them: converters write those of both versions at the end of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

__all__ = ["CALL", "NOTE", "with_own_notes"]

CALL = re.compile(r"(?<=\S)\[\^(?P<label>[^\]\s]{1,60})\](?!:)")
NOTE = re.compile(r"^[ \t>]{0,8}\[\^(?P<label>[^\]\s]{1,60})\]:", re.MULTILINE)
ENDS = re.compile(r"\n[ \t]*\n(?=[^\s])")
"""Where a note ends: a blank line, and text that is not set in."""

Stretch = tuple[str, int, int]


def with_own_notes(text: str, path: Sequence[Stretch]) -> list[Stretch]:
    """The stretches of a text, where each note that only the other version calls is a stretch of that version.

    A note stays where it is where its own stretch calls it, where nothing does, and where its label is given twice.
    """
    if len({lang for lang, _, _ in path}) < 2:
        return list(path)
    starts = [start for _, start, _ in path]
    callers: dict[str, set[str]] = {}
    for match in CALL.finditer(text):
        callers.setdefault(match["label"], set()).add(path[bisect_right(starts, match.start()) - 1][0])
    notes = list(NOTE.finditer(text))
    given = _once([match["label"] for match in notes])
    moved: list[Stretch] = []
    for at, match in enumerate(notes):
        langs = callers.get(match["label"], set())
        lang, _, end = path[bisect_right(starts, match.start()) - 1]
        if match["label"] in given and len(langs) == 1 and lang not in langs:
            behind = notes[at + 1].start() if at + 1 < len(notes) else end
            stop = ENDS.search(text, match.end(), behind)
            own = next(iter(langs))
            moved.append((own, match.start(), min(stop.end() if stop is not None else behind, end)))
    return list(_joined(_split(path, moved)))


def _once(labels: Sequence[str]) -> set[str]:
    """The labels that stand once."""
    seen: set[str] = set()
    twice: set[str] = set()
    for label in labels:
        (twice if label in seen else seen).add(label)
    return seen - twice


def _split(path: Sequence[Stretch], moved: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches without those that are ``moved`` out of them, and these between them."""
    waiting = list(reversed(moved))
    for lang, start, end in path:
        while waiting and waiting[-1][1] < end:
            own = waiting.pop()
            if own[1] > start:
                yield lang, start, own[1]
            yield own
            start = own[2]
        if start < end:
            yield lang, start, end


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Stretches of one language behind each other as one."""
    held: Stretch | None = None
    for lang, start, end in stretches:
        if held is not None and held[0] == lang:
            held = (lang, held[1], end)
            continue
        if held is not None:
            yield held
        held = (lang, start, end)
    if held is not None:
        yield held
