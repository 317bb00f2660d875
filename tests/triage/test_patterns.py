"""Patterns of paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.triage.patterns import matches


@pytest.mark.parametrize(
    ("pattern", "path", "named"),
    [
        ("annex/*.md", "annex/a.md", True),
        ("annex/*.md", "./annex/../annex/a.md", True),
        ("annex/*.md", "annex/deep/a.md", False),
        ("annex/*.md", "a.md", False),
        ("annex/**/*.md", "annex/a.md", True),
        ("annex/**/*.md", "annex/x/y/a.md", True),
        ("**/a.md", "x/y/a.md", True),
        ("**/a.md", "a.md", True),
        ("**", "x/y/a.md", True),
        ("annex/", "annex/x/a.md", True),
        ("annex/", "annexes/a.md", False),
        ("annex", "annex/a.md", False),
        ("a?.md", "ab.md", True),
        ("[ab].md", "b.md", True),
        ("*.md", "A.txt", False),
        ("../*.md", "../a.md", True),
        ("**/x/**/a.md", "x/y/x/a.md", True),
    ],
)
def test_matches(pattern: str, path: str, named: bool) -> None:
    assert matches(pattern, path) is named
    assert matches(str(Path.cwd()) + "/" + pattern, path) is named


def test_a_pattern_of_many_stars_ends() -> None:
    assert not matches("/".join(["**", "*a*a*a*a*"] * 12), "/".join(["a" * 60] * 60) + "/b")
