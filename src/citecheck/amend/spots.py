"""Edits of the text that a document is projected into, as changes of what the document itself holds.

What is projected has signs that stand in no document: emphasis, guards, the brackets of marks. An edit leaves them as they are, and the
words between them are changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.read.projection import unguarded

__all__ = ["Change", "Key", "Spot", "SpotOf", "changes", "impossible"]

Key = tuple[str, int]
"""A paragraph, by its part of the document and its ordinal there; or a file, by its path and 0."""


class Spot(Struct, frozen=True):
    """Where a character of the text stands: from ``start`` to ``end`` of what ``key`` names."""

    key: Key
    start: int
    end: int


class Change(Struct, frozen=True):
    """Replace what stands from ``start`` to ``end`` of what ``key`` names by ``new``. What is only inserted belongs to what
    stands ``behind`` it, or before."""

    key: Key
    start: int
    end: int
    new: str
    behind: bool = False


SpotOf = Callable[[int], Spot | None]
"""Where the character at an offset of the text stands; None for one that stands in no document."""


def changes(edit: Edit, spot: SpotOf) -> tuple[Change, ...] | None:
    """What an edit changes in the document; None where it would change what stands in none, or two places as one."""
    made: list[Change] = []
    for start, end, new in _between(edit, spot):
        one = _change(edit, start, end, new, spot)
        if one is None:
            return None
        made += [one] if one != NOTHING else []
    return tuple(made) or None


NOTHING = Change(("", 0), 0, 0, "")
LOST = -1


def _between(edit: Edit, spot: SpotOf) -> Iterator[tuple[int, int, str]]:
    """The stretches of an edit between the signs that it leaves as they are, each with what replaces it. Where it does not leave
    them, one stretch that reaches from `LOST`."""
    start, end, new = edit.span.start, edit.span.end, edit.replacement
    begun = at = 0
    reached = start
    for kept, group in groupby(range(start, end), key=lambda offset: spot(offset) is None):
        if not kept:
            continue
        offsets = list(group)
        sign = edit.span.source.text[offsets[0] : offsets[-1] + 1]
        at = new.find(sign, begun)
        if at < 0:
            yield LOST, LOST, new
            return
        yield reached, offsets[0], new[begun:at]
        reached, begun = offsets[-1] + 1, at + len(sign)
    yield reached, end, new[begun:]


def _change(edit: Edit, start: int, end: int, new: str, spot: SpotOf) -> Change | None:
    """The change of a stretch; `NOTHING` where it stays as it is."""
    if start == LOST:
        return None
    lean = Edit(edit.span.part(start - edit.span.start, end - edit.span.start), new).lean
    if lean is None:
        return NOTHING
    if "\n" in lean.replacement:
        return None
    words = unguarded(lean.replacement)
    if lean.span.start == lean.span.end:
        return _insertion(lean, words, spot)
    spots = [spot(offset) for offset in range(lean.span.start, lean.span.end)]
    first, last = spots[0], spots[-1]
    if first is None or last is None:
        return None
    for one, following in pairwise(spots):
        if one is None or following is None or (one.key, one.end) != (following.key, following.start):
            return None
    return Change(first.key, first.start, last.end, words)


def _insertion(lean: Edit, words: str, spot: SpotOf) -> Change | None:
    at = lean.span.start
    before = spot(at - 1) if at else None
    if before is not None:
        return Change(before.key, before.end, before.end, words)
    following = spot(at)
    return None if following is None else Change(following.key, following.start, following.start, words, behind=True)


def impossible(path: str) -> InputError:
    """What to raise where a correction of the document at ``path`` cannot be made as it was wanted."""
    return InputError(f"{path}: a correction would change more than its words: it is not made")
