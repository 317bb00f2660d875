"""Errors in citations by author and year, and by number."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from tests.planting.documents import Cite, Clean, stands_alone
from tests.planting.entries import STRANGER
from tests.planting.notes import repeated_behind
from tests.planting.plants import Change, kind, make, shuffled


@kind("wrong year", "CIT004")
def wrong_year(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A citation has a year for which its author has no entry."""
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        years = {int(other.year[:4]) for other in clean.entries if other.year}
        year = next(year for year in shuffled(chance, range(1951, 2023)) if year not in years)
        if stands_alone(clean, cite):
            yield make(
                clean,
                f"{clean.text[cite.start : cite.end]} > {year}",
                [(*cite.year_at, f"{year}{entry.year[4:]}" if len(clean.cited(cite.entry)) > 1 else str(year))],
                [(cite.start, cite.end)],
            )


def _misspelt(
    clean: Clean, chance: random.Random, slip: Callable[[str, int], str], person: bool = True
) -> Iterator[Change]:
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        if entry.person is not person:
            continue
        family = clean.text[cite.start : cite.start + len(entry.family)]
        words = list(re.finditer(r"[^\W\d_]{6,}", family))
        if not words:
            continue
        word = chance.choice(words)
        places = shuffled(chance, range(1, len(word.group()) - 1))
        wrong = next((made for at in places if (made := slip(word.group(), at)) != word.group()), None)
        if wrong is not None and wrong.casefold() not in clean.text.casefold():
            at = cite.start + word.start()
            yield make(
                clean,
                f"{family}: {word.group()} > {wrong}",
                [(at, at + len(word.group()), wrong)],
                [(cite.start, cite.end)],
            )


def _transpose(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _double(word: str, at: int) -> str:
    return word[:at] + word[at] + word[at:] if word[at - 1] != word[at] != word[at + 1] else word


@kind("name: letters transposed", "CIT003")
def transposed(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """Two letters of a cited name change places."""
    yield from _misspelt(clean, chance, _transpose)


@kind("name: letter dropped", "CIT003")
def letter_dropped(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A cited name lacks a letter."""
    yield from _misspelt(clean, chance, _drop)


@kind("name: letter doubled", "CIT003")
def letter_doubled(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A cited name has a letter twice."""
    yield from _misspelt(clean, chance, _double)


@kind("corporate name: letter dropped", "CIT003")
def corporate(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The cited name of a body lacks a letter."""
    yield from _misspelt(clean, chance, _drop, person=False)


@kind("unknown source cited", "CIT001")
def unknown(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A citation has an author whom no entry has."""
    for cite in shuffled(chance, clean.cites):
        entry = clean.entries[cite.entry]
        whole = clean.text[cite.start : cite.year_at[0]]
        if re.search(r"(?i)\b(?:the|le|la)\s$", clean.text[: cite.start][-5:]):
            continue
        if len(clean.cited(cite.entry)) > 1 and stands_alone(clean, cite) and not re.search(r"&|\b(?:et|and)\b", whole):
            name = clean.text[cite.start : cite.start + len(entry.family)]
            if _note_is_repeated(clean, cite):
                continue
            yield make(
                clean,
                f"{name} > {STRANGER}",
                [(cite.start, cite.start + len(name), STRANGER)],
                [(cite.start, cite.end)],
            )


def _note_is_repeated(clean: Clean, cite: Cite) -> bool:
    return cite.note is not None and repeated_behind(clean, cite.note)


NUMBERS = re.compile(
    r"(?<!\n)(?:\[|\((?=[\d,– ]+\))|(?<![\dm])<sup>(?=[\d,–]+</sup>))(?P<first>\d{1,3})(?P<rest>[^\])<\n]*)[\])<]"
)
"""Numbers of entries in square or round brackets, or raised."""


@kind("unknown number cited", "CIT001")
def unknown_number(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """``[99]`` where the entries end at 12."""
    if not any(entry.number for entry in clean.entries) or clean.notes or clean.markers:
        return
    entries = {entry.number for entry in clean.entries}
    found = [
        match
        for match in NUMBERS.finditer(clean.text)
        if match.group("first") in entries and not clean.in_bibliography(match.start())
    ]
    # Behind a comma and a label stand pages, not numbers of entries.
    listed = [re.match(r"[\d,–\s]*", match.group("first") + match.group("rest")) for match in found]
    counts = [number for one in listed if one for number in re.findall(r"\d+", one.group())]
    for match in shuffled(chance, found):
        if counts.count(match.group("first")) > 1 and match.group("rest")[:1] in ("", ","):
            for number in ("97", "212", "340"):
                yield make(
                    clean,
                    f"[{match.group('first')}] > [{number}]",
                    [(*match.span("first"), number)],
                    [match.span()],
                )
