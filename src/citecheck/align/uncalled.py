"""Notes that one version forgot to call: nothing but what they say tells where they belong.

They stand behind the note before them, perhaps in another section than their counterparts. One that is alone, and cites the same
pages of the same sources as one other note that is alone, is that note's counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citecheck.align.notes import Placed
from citecheck.model.alignment import Group, Shape
from citecheck.model.document import Note

__all__ = ["pair_uncalled"]

CONFIDENCE = 0.5
"""The confidence of such a pair: only what is cited speaks for it."""


def pair_uncalled(
    groups: Sequence[Group], placed: Mapping[int, Placed], called: frozenset[str], twins_called: frozenset[str]
) -> list[Group]:
    """The groups with notes paired that one version does not call. ``placed`` are the notes by their identity, ``called`` the ids
    of those that the left version calls, ``twins_called`` of those that the right one does."""
    lone = [group for group in groups if group.shape is Shape.ONLY]
    ones = [placed[id(note)] for group in lone for note in group.left if id(note) in placed]
    others = [placed[id(note)] for group in lone for note in group.right if id(note) in placed]
    pairs = {
        id(one.note): other.note
        for one, other in _alike(ones, others)
        if one.note.note_id not in called or other.note.note_id not in twins_called
    }
    return list(_joined(groups, pairs, called)) if pairs else list(groups)


def _alike(ones: Sequence[Placed], others: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Those that say the same, where no other of either side does."""
    for one in ones:
        same = [other for other in others if one.says_as(other)]
        if len(same) == 1 and sum(rival.says_as(same[0]) for rival in ones) == 1:
            yield one, same[0]


def _joined(groups: Sequence[Group], pairs: Mapping[int, Note], called: frozenset[str]) -> Iterator[Group]:
    """The groups with each pair where its note stands that is called."""
    partner = {id(other): note for group in groups for note in group.left if (other := pairs.get(id(note))) is not None}
    for group in groups:
        if group.shape is not Shape.ONLY:
            yield group
        elif group.left and id(group.left[0]) in pairs:
            if group.left[0].note_id in called:
                yield Group(group.left, (pairs[id(group.left[0])],), group.section, CONFIDENCE)
        elif group.right and id(group.right[0]) in partner:
            if partner[id(group.right[0])].note_id not in called:
                yield Group((partner[id(group.right[0])],), group.right, group.section, CONFIDENCE)
        else:
            yield group
