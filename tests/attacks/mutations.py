"""Damaged JSON: one value of a tree in the place of another, by a seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

Way = tuple[str | int, ...]

ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1,
    7,
    10**6,
    2**31,
    2**63,
    10**20,
    -(10**20),
    1.5,
    1e308,
    "",
    "x",
    "\0",
    "²",
    "٣",
    "\ud800",
    "0",
    "-5",
    "9" * 400,
    "NaN",
    "1E+999999",
    "1E-300",
    "2023-02-31",
    "0000-00-00",
    "10000",
    "1:1",
    "9999999:1",
    "1:9999999",
    "0:0",
    "1:1-9999999:1",
    "5:1-1:1",
    "::stop-commands::x",
    "\x1b[31m\u202e",
    "https://[::1",
    "../../etc/passwd",
    "ibid",
    "x" * 5000,
    [],
    [0],
    [0, 10**9],
    [5, 1],
    [[[]]],
    {},
    {"at": "1:1", "text": "x"},
    {"": {}},
)
"""What stands where something else should."""
MISSING = object()


def ways(tree: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every value of a tree."""
    yield way
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in steps:
        yield from ways(value, (*way, step))


def put(tree: Any, way: Way, value: Any) -> Any:
    """A copy of the tree with another value at one place, or without that place."""
    made = copy.deepcopy(tree)
    if not way:
        return None if value is MISSING else value
    at = made
    for step in way[:-1]:
        at = at[step]
    if value is MISSING:
        del at[way[-1]]
    else:
        at[way[-1]] = value
    return made


def at(tree: Any, way: Way) -> Any:
    """The value at one place."""
    for step in way:
        tree = tree[step]
    return tree


def mutated(tree: Any, seed: int) -> Any:
    """The tree with one place damaged: odd, gone, doubled, nested, or taken from elsewhere."""
    chance = random.Random(seed)
    places = list(ways(tree))
    way = chance.choice(places)
    match chance.randrange(6):
        case 0:
            return put(tree, way, MISSING)
        case 1:
            value = at(tree, way)
            return put(tree, way, value * 2 if isinstance(value, list | str) else [value])
        case 2:
            return put(tree, way, at(tree, chance.choice(places)))
        case 3:
            value = at(tree, way)
            if isinstance(value, list):
                return put(tree, way, value[::-1])
            return put(tree, way, value + chance.choice((-1, 1, 1000)) if isinstance(value, int) else {"x": value})
    return put(tree, way, chance.choice(ODD))
