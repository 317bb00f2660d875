"""Errors in the bibliography."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tests.planting.documents import Clean
from tests.planting.entries import (
    YEAR,
    by_number,
    invented,
    line_behind,
    listed,
    numbered_like,
    opening_of,
    renumbered_behind,
)
from tests.planting.plants import Change, Edit, kind, make, shuffled


@kind("entry removed", "CIT001", "CIT004", "BIL004")
def entry_removed(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A cited entry is not in the bibliography."""
    for entry in shuffled(chance, listed(clean)):
        number = clean.entries.index(entry)
        cites = clean.cited(number)
        if not cites or not entry.year or entry.year[-1].isalpha() or by_number(clean):
            continue
        if re.match(r"[\s\d.*-]*(?:—|[–_-]{2,})", clean.text[line_behind(clean, entry) :]):
            # The dash of the entry behind would stand for another author.
            continue
        edits: list[Edit] = [(entry.start, line_behind(clean, entry), "")]
        following = [other.start for other in clean.entries if other.start > entry.start]
        if entry.number and following and clean.version(following[0]) == clean.version(entry.start):
            edits = renumbered_behind(clean, edits, following[0], -1)
        yield make(clean, opening_of(clean, entry), edits, [(cite.start, cite.end) for cite in cites])


@kind("uncited entry added", "CIT002")
def uncited(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """An entry that nothing cites, at the end of the list."""
    for version in range(len(clean.spans)):
        entries = [entry for entry in listed(clean) if entry.version == version]
        if len(entries) < 3:
            continue
        made = invented(clean, clean.entries.index(entries[0]))
        if made is None:
            continue
        last = entries[-1]
        gap = "\n" if clean.text[last.start - 1 : last.start] == "\n" and clean.text[last.start - 2] != "\n" else "\n\n"
        for year in (YEAR, str(int(YEAR) + chance.randint(1, 9))):
            text = numbered_like(clean, last, made[0].replace(YEAR, year))
            spot = [(last.end, last.end)]
            yield make(clean, text[:40], [(last.end, last.end, gap + text)], spot)


@kind("entry duplicated", "CIT011")
def duplicated_entry(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """An entry stands in the list twice, one after the other; at the end where numbers are cited."""
    for entry in shuffled(chance, listed(clean)):
        after = entry
        if by_number(clean):
            entry = after = [other for other in listed(clean) if other.version == entry.version][-1]
        text = numbered_like(clean, after, clean.text[entry.body : entry.end])
        between = (
            "\n\n" if clean.text[after.end : after.end + 2] == "\n\n" or after.end >= len(clean.text) - 1 else "\n"
        )
        between = "\n" if entry.bullet else between
        edits: list[Edit] = [(after.end, after.end, between + text)]
        following = [other.start for other in clean.entries if other.start > after.start]
        if entry.number and following and clean.version(following[0]) == clean.version(entry.start):
            edits = renumbered_behind(clean, edits, following[0], 1)
        yield make(clean, opening_of(clean, entry), edits, [(entry.start, entry.end), (after.end, after.end)])


@kind("entries glued", "CIT012")
def glued(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two entries stand on one line, as one."""
    if by_number(clean):
        return
    pairs = [
        (one, other)
        for one, other in zip(clean.entries, clean.entries[1:], strict=False)
        if not clean.text[one.end : other.start].strip() and one.version == other.version
    ]
    for one, other in shuffled(chance, pairs):
        edits: list[Edit] = [(one.end, other.body, " ")]
        following = [third.start for third in clean.entries if third.start > other.start]
        if one.number and following and clean.version(following[0]) == clean.version(one.start):
            edits = renumbered_behind(clean, edits, following[0], -1)
        yield make(clean, opening_of(clean, other), edits, [(one.start, other.end)])


@kind("entry number skipped", "NUM007")
def number_skipped(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The numbers of the list jump."""
    if by_number(clean):
        return
    for entry in shuffled(chance, [one for one in clean.entries if one.number and int(one.number) > 2]):
        before = clean.entries[clean.entries.index(entry) - 1]
        for by in (1, 2):
            yield make(
                clean,
                f"{by} before number {entry.number}",
                renumbered_behind(clean, [], entry.start, by),
                [(entry.start, entry.end), (before.start, before.end)],
            )


@kind("entry number duplicated", "NUM008")
def number_duplicated(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two entries bear one number."""
    for entry in shuffled(chance, [one for one in clean.entries if one.number and int(one.number) > 1]):
        assert entry.number is not None
        before = clean.entries[clean.entries.index(entry) - 1]
        at = clean.text.index(entry.number, entry.start)
        yield make(
            clean,
            f"{entry.number} as {before.number}",
            [(at, at + len(entry.number), before.number or "")],
            [(entry.start, entry.end), (before.start, before.end)],
        )


@kind("year removed from entry", "CIT010")
def year_removed(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """An entry has no date."""
    for entry in shuffled(chance, listed(clean)):
        if entry.year_at is None or entry.year[-1].isalpha() or not entry.family:
            continue
        start, end = entry.year_at
        text = clean.text
        if text[start - 1] == "(" and ")" in text[end : end + 25]:
            start, end = start - 2, text.index(")", end) + 1
            end += text[end : end + 1] == "." and text[start - 1] == "."
        elif text[start - 2 : start] in (", ", ". "):
            start, end = start - 2, end + (text[end : end + 1] == text[start - 2])
            if text[end - 1] in ",.":
                end -= 1
        if not re.search(r"(?<!\d)(?:1[5-9]|20)\d\d", text[entry.start : start] + text[end : entry.end]):
            yield make(clean, opening_of(clean, entry), [(start, end, "")], [(entry.start, entry.end)])


@kind("year suffix added", "CIT005")
def suffix_added(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """An entry is called 2019a, and there is no 2019b."""
    for entry in shuffled(chance, listed(clean)):
        if entry.year_at is None or entry.year[-1].isalpha() or not entry.family or by_number(clean):
            continue
        alike = [one for one in clean.entries if one.family == entry.family and one.year[:4] == entry.year]
        if len([one for one in alike if one.version == entry.version]) == 1:
            end = entry.year_at[1]
            yield make(clean, opening_of(clean, entry), [(end, end, "a")], [(entry.start, entry.end)])
