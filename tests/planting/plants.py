"""One error planted in a clean document, so that the document contradicts itself; and the kinds of error, found by looking.

A kind is a function in a module of ``tests.planting.kinds`` that is given the document and a random generator and makes
`Change`s, or none where the kind does not apply. The documents stay as they are otherwise: a kind that would have a second,
honest consequence (a note that is dropped and held the only citation of an entry) passes that place over.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

from tests.planting.documents import Clean

T = TypeVar("T")
Edit = tuple[int, int, str]
"""Replace what stands from here to there by this text."""


@dataclass(frozen=True)
class Change:
    """A changed text. ``spots`` are where the error shows in it; ``base`` is the text without the error: the document's, or
    that of a carrier."""

    what: str
    text: str
    spots: tuple[tuple[int, int], ...]
    base: str


@dataclass(frozen=True)
class Plant:
    """A changed document: a `Change` with the name of its kind, the rules that count as finding it, and those that may follow."""

    kind: str
    what: str
    text: str
    spots: tuple[tuple[int, int], ...]
    codes: tuple[str, ...]
    base: str
    follows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of error, with the rules that count as finding it.

    Several codes count where the finding that says more stands for the other: a page that the other version gives is BIL003
    there and PAG002 in a document alone; a source in full that stands for another one is BIL002 there, and CIT006 else.

    ``follows`` are rules that may find something besides: what such a plant also makes untrue, and the first finding does not
    say. No kind needs it. Where a plant would have a second, honest consequence, it passes that place over: a note that
    declares a rate, an entry before one that begins with a dash, a note that a translation merged with others, an Ibid in a
    form of its own. A kind that cannot do so says here which rule follows and why; the bench counts those findings as
    *allowed*.
    """

    name: str
    codes: tuple[str, ...]
    changes: Callable[[Clean, random.Random], Iterator[Change]]
    follows: tuple[str, ...] = ()

    def plants(self, clean: Clean, seed: int, each: int) -> list[Plant]:
        """At most ``each`` plants in one document, the same for the same seed."""
        chance = random.Random(f"{seed}/{self.name}/{clean.name}")
        made: list[Plant] = []
        for change in self.changes(clean, chance):
            if change.text != change.base:
                made.append(
                    Plant(self.name, change.what, change.text, change.spots, self.codes, change.base, self.follows)
                )
            if len(made) >= each:
                break
        return made


def kind(
    name: str, *codes: str, follows: tuple[str, ...] = ()
) -> Callable[[Callable[[Clean, random.Random], Iterator[Change]]], Kind]:
    """Makes a `Kind` of the function below it."""
    return lambda changes: Kind(name, codes, changes, follows)


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Every kind that a module of ``tests.planting.kinds`` defines, in the order of modules and lines.

    Raises ValueError where two kinds share a name.
    """
    package = import_module("tests.planting.kinds")
    modules = [import_module(f"{package.__name__}.{info.name}") for info in iter_modules(package.__path__)]
    kinds = tuple(
        value
        for module in sorted(modules, key=lambda module: module.__name__)
        for value in vars(module).values()
        if isinstance(value, Kind) and value.changes.__module__ == module.__name__
    )
    twice = {kind.name for kind in kinds if [other.name for other in kinds].count(kind.name) > 1}
    if twice:
        raise ValueError(f"two kinds of error are called {', '.join(sorted(twice))}")
    return kinds


def make(clean: Clean, what: str, edits: Sequence[Edit], spots: Sequence[tuple[int, int]]) -> Change:
    """Applies edits; ``spots`` are places of the clean text, moved along (what was put in is part of its spot)."""
    ordered = sorted(edits)
    text, at = [], 0
    for start, end, new in ordered:
        text += [clean.text[at:start], new]
        at = end
    text.append(clean.text[at:])

    def moved(place: int, right: bool) -> int:
        shift = 0
        for start, end, new in ordered:
            if end < place or (end <= place and (right or start < place)):
                shift += len(new) - (end - start)
            elif start < place:
                shift += (len(new) if right else 0) - (place - start)
        return place + shift

    shown = tuple((moved(start, False), moved(end, True)) for start, end in spots)
    return Change(what, "".join(text), shown, clean.text)


def shuffled(chance: random.Random, items: Sequence[T]) -> list[T]:
    """The items in another order."""
    return chance.sample(list(items), len(items))
