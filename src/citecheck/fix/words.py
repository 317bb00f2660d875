"""The changes of a text by word, each with what stands around it: as a person looks through them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

__all__ = ["Passage", "Piece", "passages"]

AROUND = 40
"""Characters around a change that are shown, up to the ends of its line."""
WORD = 30
"""Of a longer word only what changes is shown as changed."""

Change = tuple[int, int, str]
"""Replace the characters from here to there by these."""


class Piece(Struct, frozen=True):
    """A stretch of a passage: text that ``stays``, or what goes and what comes in its place, either of which may be empty."""

    stays: str = ""
    goes: str = ""
    comes: str = ""


class Passage(Struct, frozen=True):
    """Changes that stand near each other, in order, with the ``line`` (from 1) on which the first one begins. ``begun`` and
    ``goes_on`` tell whether the line has more before and behind it."""

    line: int
    pieces: tuple[Piece, ...]
    begun: bool
    goes_on: bool


def passages(text: str, changes: Sequence[Change]) -> list[Passage]:
    """What ``changes``, which are in ascending order and do not overlap, make of a text, each change of a word widened to
    the whole."""
    return [_passage(text, group) for group in _near(text, _widened(text, changes))]


def _widened(text: str, changes: Iterable[Change]) -> list[Change]:
    """The changes, each with the rest of the words that it begins or ends in; those that then meet are one."""
    wide: list[Change] = []
    for start, end, new in changes:
        gone, blank = text[start:end], not (text[start:end] + new).strip()
        # A blank alone would not be seen, and what is no word need not take its neighbours along.
        first = _word_start(text, start) if blank or _in_word(gone[:1], new[:1]) else start
        last = _word_end(text, end) if blank or _in_word(gone[-1:], new[-1:]) else end
        if wide and first <= wide[-1][1]:
            before, reached, come = wide[-1]
            # What was taken as the rest of the word before goes on to this change only.
            kept = come[: len(come) - max(reached - start, 0)] + text[reached:start]
            wide[-1] = before, last, kept + new + text[end:last]
        else:
            wide.append((first, last, text[first:start] + new + text[end:last]))
    return wide


def _in_word(gone: str, new: str) -> bool:
    """Whether a change begins, or ends, within a word: by the characters there of what goes and of what comes."""
    return gone.isalnum() or new.isalnum()


def _word_start(text: str, at: int) -> int:
    """Where the word begins that an offset lies in; the offset itself where it lies in none, or in a very long one."""
    start = at
    while start > 0 and text[start - 1].isalnum() and at - start <= WORD:
        start -= 1
    return start if at - start <= WORD else at


def _word_end(text: str, at: int) -> int:
    """Where the word ends that an offset lies in; the offset itself where it lies in none, or in a very long one."""
    end = at
    while end < len(text) and text[end].isalnum() and end - at <= WORD:
        end += 1
    return end if end - at <= WORD else at


def _near(text: str, changes: Sequence[Change]) -> list[list[Change]]:
    """Changes in groups that are shown together: on one line, with no more between them than stands around each."""
    groups: list[list[Change]] = []
    for change in changes:
        between = text[groups[-1][-1][1] : change[0]] if groups else "\n"
        if "\n" not in between and len(between) <= 2 * AROUND:
            groups[-1].append(change)
        else:
            groups.append([change])
    return groups


def _passage(text: str, changes: Sequence[Change]) -> Passage:
    first, last = changes[0][0], changes[-1][1]
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    end = len(text) if end < 0 else end
    low, high = _shortened(text, start, end, first, last)
    pieces, at = [], low
    for begin, over, new in changes:
        pieces += [Piece(text[at:begin]), Piece(goes=text[begin:over], comes=new)]
        at = over
    pieces.append(Piece(text[at:high]))
    return Passage(
        text.count("\n", 0, first) + 1, tuple(one for one in pieces if one != Piece()), low > start, high < end
    )


def _shortened(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """From where to where the line around changes is shown: no word of it is cut where it need not be."""
    low, high = max(first - AROUND, start), min(last + AROUND, end)
    if low > start:
        blank = text.find(" ", low, first)
        low = blank + 1 if blank >= 0 else low
    if high < end:
        blank = text.rfind(" ", last, high)
        high = blank if blank >= 0 else high
    return low, high
