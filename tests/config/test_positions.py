"""Where keys and values stand in a TOML text."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.config.positions import Path, find_positions

TEXT = """\
# first = 1
a = 'x' # b = 2
"q k".c = [1, [ 2, "]," ], # no = 3
  { d = 1, e.f = '''
]''' },
]
when = 2027-01-31
[t]
x = { y = [], z = {} }
[[w]]
rule = "A"
[[w]]
rule = \"\"\"
[[w]] \\\"\"\"\"
note = 1e3
[w.sub]
deep.er = true
"""


def paths(value: Any, path: Path = ()) -> set[Path]:
    """The ways to everything in what tomllib reads."""
    found = {path} if path else set()
    if isinstance(value, dict):
        return found.union(*(paths(one, (*path, key)) for key, one in value.items()))
    if isinstance(value, list):
        return found.union(*(paths(one, (*path, at)) for at, one in enumerate(value)))
    return found


def value_at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def check(text: str) -> None:
    """Every key and value has a mark, and what stands there is that key, and has that value."""
    values, marks = tomllib.loads(text), find_positions(text)
    assert set(marks) == paths(values)
    for path, mark in marks.items():
        value, written = value_at(values, path), text[mark.start : mark.end]
        if not isinstance(value, dict | list):
            assert tomllib.loads(f"v = {written}")["v"] == value
        if isinstance(path[-1], str):
            key = text[mark.key :]
            assert key.startswith(path[-1]) or key[0] in "\"'"


def test_everything_is_found() -> None:
    check(TEXT)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("a",), 2, 1),
        (("q k",), 3, 1),
        (("q k", "c"), 3, 7),
        (("q k", "c", 1, 1), 3, 20),
        (("q k", "c", 2, "e", "f"), 4, 14),
        (("t",), 8, 2),
        (("t", "x", "z"), 9, 15),
        (("w", 0), 10, 1),
        (("w", 1), 12, 1),
        (("w", 1, "note"), 15, 1),
        (("w", 1, "sub", "deep", "er"), 17, 6),
    ],
)
def test_where_keys_begin(path: Path, line: int, column: int) -> None:
    at = find_positions(TEXT)[path].key
    assert (TEXT.count("\n", 0, at) + 1, at - TEXT.rfind("\n", 0, at)) == (line, column)


KEYS = st.sampled_from(["a", "b-c", "1", '"x y"', "'q.r'", '"\\u00e9"', '"a\\"]"'])
SIMPLE = st.sampled_from(
    [
        *("1", "-1.5e3", "true", "inf", "2027-01-31", "2027-01-31 10:00:00", '"s # ]"', "'s\\'", "''", '""'),
        *('"""\n"x""\\""""', "'''\n'''''", '"\\\\"'),
    ]
)
VALUES = st.recursive(
    SIMPLE,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ",\n # ]\n ".join(items) + "]")
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{key} = {value}" for key, value in items.items()) + "}"
        )
    ),
    max_leaves=6,
)
PAIRS = st.lists(st.tuples(st.lists(KEYS, min_size=1, max_size=2).map(" . ".join), VALUES), max_size=4)
HEADERS = st.sampled_from(["[h]", "[ h . i ]", "[[w]]", "[[ w ]] # x", "[w.sub]", '["x y"]'])
TABLES = st.lists(st.tuples(HEADERS, PAIRS), max_size=5)


@settings(deadline=None)
@given(PAIRS, TABLES, st.sampled_from(["\n", "\r\n", " # end\n\n"]))
def test_every_text_that_tomllib_reads(first: Any, tables: Any, end: str) -> None:
    def lines(pairs: Any) -> str:
        return "".join(f"{key} = {value}{end}" for key, value in pairs)

    text = lines(first) + "".join(f"{header}{end}{lines(pairs)}" for header, pairs in tables)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    check(text)
