"""Changes to what JSON and TOML hold: values, lists and tables, wherever they stand in the tree."""

from __future__ import annotations

import copy
import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from mutate import HUGE, ODD, mutated_bytes, mutated_text, token

Spot = tuple[Any, Any]
"""A list or an object, and the index or key of one of its values."""


def deep(kind: Callable[[Any], Any], depth: int) -> Any:
    """Something in something in something."""
    made: Any = 1
    for _ in range(depth):
        made = kind(made)
    return made


DEEP = (b"9" * 5000, b"[" * 3000, b'{"a":' * 3000, b"[" * 1200 + b"]" * 1200)
"""What goes in the place of a number of a text of JSON, since no tree can hold it."""

VALUES: tuple[Callable[[Random], Any], ...] = (
    lambda rng: None,
    lambda rng: rng.random() < 0.5,
    lambda rng: rng.choice((0, -1, 1, 2**31, 2**63, -(2**63), 10**20, 10**300, 9_999_999)),
    lambda rng: rng.choice((0.0, -0.5, 1e308, 5e-324, math.inf, -math.inf, math.nan)),
    lambda rng: "",
    lambda rng: token(rng),
    lambda rng: rng.choice(HUGE),
    lambda rng: rng.choice(ODD),
    lambda rng: rng.choice(("\ud800", "a\udcff", "x" * 5000, "9999999:1", "0:0", "1:99999999", "-1:-1", "2:", ":")),
    lambda rng: [],
    lambda rng: {},
    lambda rng: deep(lambda inner: [inner], rng.choice((2, 20, 150))),
    lambda rng: deep(lambda inner: {"a": inner}, rng.choice((2, 20, 150))),
)


def spots(tree: Any) -> list[Spot]:
    """Every place of a tree where a value stands."""
    found: list[Spot] = []
    todo = [tree]
    while todo:
        one = todo.pop()
        keys: Iterator[Any] = (
            iter(one) if isinstance(one, dict) else iter(range(len(one))) if isinstance(one, list) else iter(())
        )
        for key in keys:
            found.append((one, key))
            todo.append(one[key])
    return found


def put(rng: Random, tree: Any, every: Sequence[Spot]) -> None:
    """Another value."""
    where, key = rng.choice(every)
    where[key] = rng.choice(VALUES)(rng)


def nudge(rng: Random, tree: Any, every: Sequence[Spot]) -> None:
    """The same value, a little different."""
    where, key = rng.choice(every)
    value = where[key]
    if isinstance(value, bool):
        where[key] = not value
    elif isinstance(value, int | float):
        where[key] = rng.choice((value + 1, value - 1, -value, value * 10**20, str(value), [value]))
    elif isinstance(value, str):
        where[key] = mutated_text(rng, value, most=2)
    elif isinstance(value, list):
        rng.shuffle(value)
    elif isinstance(value, dict):
        where[key] = dict(reversed(value.items()))


def swap(rng: Random, tree: Any, every: Sequence[Spot]) -> None:
    """The value of another place, so that it is of the right sort now and then."""
    (where, key), (other, name) = rng.choice(every), rng.choice(every)
    where[key] = copy.deepcopy(other[name])


def lose(rng: Random, tree: Any, every: Sequence[Spot]) -> None:
    """Without a value."""
    where, key = rng.choice(every)
    del where[key]


def repeat(rng: Random, tree: Any, every: Sequence[Spot]) -> None:
    """An item of a list again, once or often."""
    lists = [where for where, _ in every if isinstance(where, list)]
    if lists:
        items = rng.choice(lists)
        items[:0] = [copy.deepcopy(rng.choice(items)) for _ in range(rng.choice((1, 1, 2, 20)))]


def rename(rng: Random, tree: Any, every: Sequence[Spot]) -> None:
    """Another name for a value."""
    tables = [(where, key) for where, key in every if isinstance(where, dict)]
    if tables:
        where, key = rng.choice(tables)
        where[rng.choice((token(rng), f"{key} ", key.upper(), rng.choice(tables)[1]))] = where.pop(key)


CHANGES = (put, put, put, nudge, nudge, swap, swap, lose, repeat, rename)


def mutated_tree(rng: Random, tree: Any, most: int = 3) -> Any:
    """A tree after some changes; the one that was given stays as it is."""
    made = copy.deepcopy(tree)
    for _ in range(rng.choice((1, rng.randint(1, most)))):
        every = spots(made)
        if not every:
            return rng.choice(VALUES)(rng)
        rng.choice(CHANGES)(rng, made, every)
    return made


def json_bytes(tree: Any) -> bytes:
    """A tree as JSON; what JSON has no word for as other programs write it."""
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")


def mutated_json(rng: Random, tree: Any) -> bytes:
    """A tree as JSON after some changes, of the tree mostly, and of the bytes."""
    if rng.random() < 0.08:
        return mutated_bytes(rng, mutated_text(rng, json.dumps(tree, ensure_ascii=False)).encode("utf-8", "replace"))
    # As escapes, surrogates get through a reader of JSON; as bytes they don't get into it.
    data = json.dumps(mutated_tree(rng, tree)).encode() if rng.random() < 0.5 else json_bytes(mutated_tree(rng, tree))
    if rng.random() < 0.04:
        data = re.sub(rb"\b\d+\b", rng.choice(DEEP), data, count=1)
    return mutated_bytes(rng, data) if rng.random() < 0.08 else data


def toml_value(value: Any) -> str:
    """A value as TOML writes it on one line."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return "nan" if value != value else repr(value).replace("+", "")
        case int() | date():
            return str(value)
        case list():
            return f"[{', '.join(map(toml_value, value))}]"
        case dict():
            return f"{{ {', '.join(f'{toml_text(str(key))} = {toml_value(one)}' for key, one in value.items())} }}"
        case None:
            return '""'
    return toml_text(str(value))


def toml_text(text: str) -> str:
    """A text as a basic string of TOML."""
    return '"' + "".join(one if one.isprintable() and one not in '"\\' else _escape(one) for one in text) + '"'


def _escape(char: str) -> str:
    # A surrogate has no escape that TOML takes: it is written, and what comes of it is no TOML.
    return f"\\U{ord(char):08x}" if ord(char) not in range(0xD800, 0xE000) else f"\\u{ord(char):04x}"


def toml_bytes(table: Mapping[str, Any]) -> bytes:
    """A table as a TOML file, each of its values on a line."""
    return "".join(f"{toml_text(key)} = {toml_value(value)}\n" for key, value in table.items()).encode()


def mutated_toml(rng: Random, table: Mapping[str, Any]) -> bytes:
    """A table as TOML after some changes, of its values mostly, and of the text."""
    made = mutated_tree(rng, table) if rng.random() < 0.85 else table
    text = toml_bytes(made if isinstance(made, dict) else {"a": made})
    if rng.random() < 0.3:
        text = mutated_text(rng, text.decode(), most=2).encode("utf-8", "replace")
    return mutated_bytes(rng, text) if rng.random() < 0.08 else text
