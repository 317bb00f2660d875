"""The page about security and the tests that keep it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
LINKS = re.findall(r"\]\(([^)#]+)\)", PAGE)


def test_every_test_of_an_attack_is_named() -> None:
    there = {file.relative_to(ROOT).as_posix() for file in Path(__file__).parent.glob("test_*.py")}
    assert there - {"tests/attacks/test_security.py"} <= set(LINKS)


def test_what_is_named_is_there() -> None:
    assert [link for link in LINKS if not (ROOT / link).exists()] == []


def test_nobody_is_invented() -> None:
    assert re.findall(r"[\w.]+@[\w.]+", PAGE) == []
