"""How the notes of two copies stand to each other."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz

from citecheck.collate.matching import Matched
from citecheck.collate.pairing import paired_calls, paired_words
from citecheck.collate.texts import Call, Copy, has_words, told_apart
from citecheck.collate.words import Words, differing
from citecheck.model.collation import Collated, Standing
from citecheck.model.document import Marker, Note
from citecheck.model.source import Span

__all__ = ["collate_notes"]

LIKE = 60.0
"""The likeness (0 to 100) from which two notes at one place are one whose words were changed."""
SAID = 12
"""Letters of a note from which it can be told that its words stand elsewhere; an Ibid. stands everywhere."""


def collate_notes(left: Copy, right: Copy, matched: Matched) -> tuple[Collated, ...]:
    """Every note of both copies once, in the order of the left one; those that only the right one has behind them, in its own."""
    return tuple(_Notes(left, right, matched).all())


class _Notes:
    """The notes of two copies while they are paired."""

    def __init__(self, left: Copy, right: Copy, matched: Matched) -> None:
        self.left, self.right, self.matched = left, right, matched
        self.loose = left.loose(right), right.loose(left)
        self.done: tuple[set[int], set[int]] = set(), set()
        self.made: list[Collated] = []

    def all(self) -> list[Collated]:
        """The notes of both copies, as they stand to each other."""
        pairs = paired_calls(self.left, self.right, self.matched)
        for at, other in pairs.items():
            self._add(self._together(self.left.calls[at], other))
        self._pair_by_words()
        self._pair_uncalled()
        for side, copy in enumerate((self.left, self.right)):
            calls = {id(call.note): call for call in copy.calls}
            for note, _ in copy.notes:
                if id(note) not in self.done[side]:
                    self._add(self._alone(note, calls.get(id(note)), side))
        return self._in_order()

    def _pair_by_words(self) -> None:
        """Pairs the notes that found none at their place with those that have the same words."""
        ours = [call for call in self.left.calls if id(call.note) not in self.done[0]]
        theirs = [call for call in self.right.calls if id(call.note) not in self.done[1]]
        moved = paired_words(self.left, self.right, ours, theirs, self.matched)
        for call in ours:
            if (other := moved.get(id(call.note))) is not None:
                self._add(self._moved(call, other))

    def _add(self, one: Collated) -> None:
        self.made.append(one)
        for side, note in enumerate((one.left, one.right)):
            if note is not None:
                self.done[side].add(id(note))

    def _in_order(self) -> list[Collated]:
        """The notes as the left copy has them; those that only the right one has behind the note that stands before them there, or
        before their place in the left one."""
        ordinals = [{id(note): at for at, (note, _) in enumerate(copy.notes)} for copy in (self.left, self.right)]
        twins = {id(one.right): ordinals[0][id(one.left)] for one in self.made if one.left and one.right}
        places = {id(call.note): self._ordinal_before(call, ordinals[0]) for call in self.right.calls}
        behind: dict[int, tuple[int, int]] = {}
        last = -1
        for at, (note, _) in enumerate(self.right.notes):
            last = twins.get(id(note), last)
            behind[id(note)] = max(last, places.get(id(note), -1)), at + 1

        def order(one: Collated) -> tuple[int, int]:
            return (ordinals[0][id(one.left)], 0) if one.left is not None else behind[id(one.right)]

        return sorted(self.made, key=order)

    def _ordinal_before(self, call: Call, ordinals: Mapping[int, int]) -> int:
        """The ordinal of the note that the left copy calls last before the place of a note of the right one; -1 where none is."""
        place = self.matched.around(call.place, of_left=False)
        if place is None:
            return -1
        return max((ordinals[id(one.note)] for one in self.left.calls if one.place <= place), default=-1)

    def _words(self, note: Note, side: int) -> Words:
        return (self.left, self.right)[side].words[id(note)]

    def _together(self, one: Call, other: Call) -> Collated:
        """Two notes that are called at one place."""
        return self._compared(one.note, other.note, (one.marker, other.marker), Standing.SAME)

    def _compared(
        self, left: Note, right: Note, calls: tuple[Marker | None, Marker | None], alike: Standing
    ) -> Collated:
        """Two notes that stand against each other, which is so ``alike`` where their words are the same."""
        words = self._words(left, 0), self._words(right, 1)
        found = told_apart(differing(*words, (left.body, right.body)), self.loose)
        if not found:
            return Collated(left, right, calls, alike)
        likeness = fuzz.ratio(words[0].letters, words[1].letters)
        twins = (None, None) if likeness >= LIKE else (self._words_of(left, right, 0), self._words_of(right, left, 1))
        if any(twin is not None for twin in twins):
            return Collated(left, right, calls, Standing.ELSEWHERE, (), *twins, likeness=likeness / 100)
        return Collated(left, right, calls, Standing.REWORDED, found, likeness=likeness / 100)

    def _words_of(self, note: Note, there: Note, side: int) -> Note | None:
        """The note of the other copy that has the words of a note; None where that is none, or few words."""
        letters = self._words(note, side).letters
        others = (self.right, self.left)[side].by_letters.get(letters, ())
        return next((other for other in others if other is not there), None) if len(letters) >= SAID else None

    def _moved(self, one: Call, other: Call) -> Collated:
        """Two notes with the same words, called at different places, as far as either copy tells where the other one's place is."""
        places = self.matched.around(one.place), self.matched.around(other.place, of_left=False)
        if None in places:
            return Collated(one.note, other.note, (one.marker, other.marker), Standing.SAME)
        return Collated(one.note, other.note, (one.marker, other.marker), Standing.MOVED)

    def _pair_uncalled(self) -> None:
        """Pairs notes that nothing calls: with those of the other copy that nothing calls either, or whose place has no marker there."""
        for side, copy in enumerate((self.left, self.right)):
            for note in copy.uncalled:
                if id(note) not in self.done[side]:
                    self._uncalled(note, side)

    def _uncalled(self, note: Note, side: int) -> None:
        other = (self.right, self.left)[side]
        calls = {id(call.note): call.marker for call in other.calls}
        letters = self._words(note, side).letters
        twins = [one for one in other.by_letters.get(letters, ()) if id(one) not in self.done[1 - side]]
        if not letters or not twins:
            return
        # Where neither copy calls the note, both say the same.
        twin = next((one for one in twins if id(one) not in calls), twins[0])
        call = calls.get(id(twin))
        standing = Standing.SAME if call is None else Standing.UNCALLED
        pair, markers = ((note, twin), (None, call)) if side == 0 else ((twin, note), (call, None))
        self._add(Collated(*pair, markers, standing))

    def _alone(self, note: Note, call: Call | None, side: int) -> Collated:
        """A note that the other copy has nowhere as a note."""
        other = (self.right, self.left)[side]
        place = self.matched.around(call.place, of_left=side == 0) if call is not None else None
        near = _near(other, place) if place is not None and other.text.spans else None
        standing = Standing.WITHOUT_PASSAGE if near is None else Standing.ALONE
        if has_words(self.loose[1 - side], self._words(note, side).letters):
            standing = Standing.UNREAD
        marker = call.marker if call is not None else None
        if side == 0:
            return Collated(note, None, (marker, None), standing, near=near)
        return Collated(None, note, (None, marker), standing, near=near)


def _near(copy: Copy, place: int) -> Span:
    """The word before a place of a copy, or the one behind it."""
    spans = copy.text.spans
    return spans[min(max(place - 1, 0), len(spans) - 1)]
