"""Which entries of two bibliographies are of one source, and in which words they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz, process

from citecheck.align.database import compare
from citecheck.collate.texts import Copy, has_words, told_apart
from citecheck.collate.words import differing
from citecheck.model.citations import Citations
from citecheck.model.collation import CollatedEntry
from citecheck.model.order import gathered

__all__ = ["collate_entries"]

LIKE = 70.0
"""The likeness (0 to 100) from which two entries are of one source."""
CUT = 0.5
"""The share of an entry's words that another one has of which it was cut."""
NEAREST = 8
"""Entries of the other copy that are looked at for each."""


def collate_entries(versions: tuple[Citations, Citations], copies: tuple[Copy, Copy]) -> tuple[CollatedEntry, ...]:
    """The entries of both copies, each in one pair, in the order of the left one; those that only the right one has behind them.

    Printed ones are paired and compared by their words; where a side is a database, which prints nothing, by what it says
    of each source.
    """
    if not all(version.document.entries for version in versions):
        return ()
    if any(len(version.document.printed_entries) < len(version.document.entries) for version in versions):
        return tuple(_by_fields(versions))
    return tuple(_by_words(copies))


def _by_fields(versions: tuple[Citations, Citations]) -> Iterator[CollatedEntry]:
    left, right = versions
    compared = compare(left, right.document.entries)
    held = {one.work.entry.entry_id: one.entry for one in compared.held if one.work.entry is not None}
    taken = {id(entry) for entry in held.values()}
    for entry in left.document.entries:
        yield CollatedEntry(entry, held.get(entry.entry_id), by_fields=True)
    yield from (CollatedEntry(None, one, by_fields=True) for one in right.document.entries if id(one) not in taken)


def _by_words(copies: tuple[Copy, Copy]) -> Iterator[CollatedEntry]:
    left, right = (copy.entries for copy in copies)
    loose = copies[0].loose(copies[1]), copies[1].loose(copies[0])
    pairs = _pairs([[words.letters for _, words in side] for side in (left, right)])
    taken = set(pairs.values())
    lone = (
        [words.letters for at, (_, words) in enumerate(left) if at not in pairs],
        [words.letters for other, (_, words) in enumerate(right) if other not in taken],
    )
    for at, (entry, words) in enumerate(left):
        other = pairs.get(at)
        if other is None:
            yield CollatedEntry(entry, None, unread=_is_unread(words.letters, loose[1], lone[1]))
            continue
        twin, its = right[other]
        yield CollatedEntry(entry, twin, told_apart(differing(words, its, (entry.body, twin.body)), loose))
    for other, (entry, words) in enumerate(right):
        if other not in taken:
            yield CollatedEntry(None, entry, unread=_is_unread(words.letters, loose[0], lone[0]))


def _is_unread(letters: str, loose: str, lone: Sequence[str]) -> bool:
    """Whether the other copy has the words of an entry elsewhere than in an entry, or half of them in one that was cut otherwise."""
    return has_words(loose, letters) or any(
        has_words(one, letters, CUT) or has_words(letters, one, CUT) for one in lone
    )


def _pairs(letters: Sequence[Sequence[str]]) -> dict[int, int]:
    """The ordinals of the entries that are of one source: those with the same letters, then those that are likest each other."""
    same = gathered((text, other) for other, text in enumerate(letters[1]))
    pairs: dict[int, int] = {}
    for at, text in enumerate(letters[0]):
        if same.get(text):
            pairs[at] = same[text].pop(0)
    taken = set(pairs.values())
    for at, other in _likest(letters, pairs, taken):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs


def _likest(letters: Sequence[Sequence[str]], pairs: Collection[int], taken: Collection[int]) -> list[tuple[int, int]]:
    """The pairs of what is left over on both sides that are like each other, the likest first."""
    choices = {other: text for other, text in enumerate(letters[1]) if other not in taken}
    scored = sorted(
        (-score, at, other)
        for at, text in enumerate(letters[0])
        if at not in pairs
        for _, score, other in process.extract(text, choices, scorer=fuzz.ratio, score_cutoff=LIKE, limit=NEAREST)
    )
    return [(at, other) for _, at, other in scored]
