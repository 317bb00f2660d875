"""TOML is read in one place, and what is no TOML has a place."""

from __future__ import annotations

import ast
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from citecheck.read.toml import TomlError, parse_toml
from tests.sourcefiles import nodes

SOURCE = Path(__file__).parents[2] / "src" / "citecheck"


def test_numbers_are_exact_or_infinite() -> None:
    made = parse_toml("a = 92.3\nb = 1e9999999999999999999999\nc = nan\nd = -inf\ne = 3\nf = 1_0.5\n")
    assert (made["a"], made["b"], made["d"], made["e"], made["f"]) == (
        Decimal("92.3"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
        3,
        Decimal("10.5"),
    )
    assert made["c"].is_nan()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"\nx = {'[' * 3000}", (2, 105, "nests more than 100 levels deep")),
        (f"x = {'{a=' * 3000}", (1, 305, "nests more than 100 levels deep")),
        (f"[{'a.' * 3000}b]", (1, 203, "nests more than 100 levels deep")),
        (f"{'a . ' * 3000}b = 1", (1, 403, "nests more than 100 levels deep")),
        (f"a = 1\nb = {'9' * 5000}", (2, 5, "has a number or a key of 5000 characters")),
        (f"b = 0x{'f' * 5000}", (1, 5, "has a number or a key of 5002 characters")),
        (f"b = 0.{'1' * 5000}", (1, 7, "has a number or a key of 5000 characters")),
        (f"{'k' * 5000} = 1", (1, 1, "has a number or a key of 5000 characters")),
        ("a = 1\na = 2\n", (2, 6, "is not valid TOML: cannot overwrite a value")),
        ("a = [", (1, 6, "is not valid TOML: invalid value")),
        ("a = 2023-02-30", (1, 5, "is not valid TOML: invalid date or datetime")),
        ('a = "\\ud800"', (1, 12, "is not valid TOML: escaped character is not a Unicode scalar value")),
        ("\0", (1, 1, "is not valid TOML: invalid statement")),
        ("", None),
    ],
)
def test_what_cannot_be_read_has_a_place(text: str, said: tuple[int, int, str] | None) -> None:
    if said is None:
        assert parse_toml(text) == {}
        return
    with pytest.raises(TomlError) as raised:
        parse_toml(text)
    assert (raised.value.line, raised.value.column, raised.value.problem) == said


@pytest.mark.parametrize(
    "text",
    [
        f'a = "{"[" * 500}{"." * 500}"',
        f"a = '{'{' * 500}'\nb = '''\n{'[' * 500}\n'''\nc = \"\"\"{'[' * 500}\\\"\"\"\"",
        f"a = 1 # {'[' * 500}",
        f"a = [{'1.5, ' * 500}]",
        f"a = [{'[1], ' * 500}]",
        "".join(f"[t{number}.a.b]\nx.y = 1\n" for number in range(200)),
        f"a = {'[' * 50}{']' * 50}",
        f"a = '{'9' * 5000}'",
    ],
)
def test_what_only_looks_deep_or_long_is_read(text: str) -> None:
    assert parse_toml(text)


def test_strings_without_an_end_cost_no_more_than_others() -> None:
    code = (
        "from citecheck.read.toml import parse_toml, TomlError\n"
        "q = '\"'\n"
        "for text in (q * 3 + ('\\\\' + q * 3) * 50000, q + ('\\\\' + q) * 50000, (q + chr(10)) * 50000, \"''' '' \" * 50000):\n"
        "    try:\n        parse_toml(text)\n    except TomlError:\n        print('none')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert ran.stdout == "none\n" * 4, ran.stderr


def test_tomllib_is_used_in_one_place() -> None:
    importers = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        for node in nodes(file, r"\btomllib\b")
        if (isinstance(node, ast.Import) and any(one.name == "tomllib" for one in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "tomllib")
    }
    assert importers == {"read/toml.py"}
