"""A renumbering as a value."""

from __future__ import annotations

from citecheck.model.renumbering import Renumbered, Renumbering


def test_a_missing_note_and_a_kept_number_are_no_change() -> None:
    lines = (Renumbered(None, "1", ("1",)), Renumbered("1", "1", ("1",)), Renumbered("2", "3", ("3",)))
    assert Renumbering(("en", "fr"), ("English", "French"), lines).changed == 1
