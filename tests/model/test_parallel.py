"""Both texts as a value."""

from __future__ import annotations

from citecheck.model.parallel import Facing, Prose, Run


def prose(kind: str) -> Prose:
    return Prose((Run("x"),), kind, "a.md", 1)


def test_headings_are_told_from_paragraphs() -> None:
    assert Facing((prose("heading"),), (), "1").heading
    assert not Facing((prose("prose"),), (prose("table"),), "1").heading
    assert not Facing((), (), "1").heading
