"""What commands print."""

from __future__ import annotations

from citecheck.read.tex.names import COUNTED_DROPS, ITALIC, NOTHING, SIGNS, named


def test_a_command_is_in_one_table() -> None:
    assert not NOTHING & SIGNS.keys()
    assert not NOTHING & COUNTED_DROPS.keys()
    assert not SIGNS.keys() & COUNTED_DROPS.keys()
    assert not ITALIC & (NOTHING | SIGNS.keys())


def test_names_stand_between_blanks() -> None:
    assert named(" a b\n c ") == {"a", "b", "c"}
