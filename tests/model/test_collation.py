"""Two copies beside each other."""

from __future__ import annotations

from citecheck.model.collation import Standing
from tests.collate.copies import collated, noted

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.")


def test_notes_are_told_by_how_they_stand_and_by_their_copy() -> None:
    found = collated(noted(*NOTES), noted("", NOTES[1]))
    (lost,) = found.alone(0, Standing.ALONE)
    assert (lost.both, lost.sides[0] and lost.sides[0].number) == (None, "1")
    assert found.alone(1, Standing.ALONE) == []
    (same,) = found.standing(Standing.SAME)
    assert same.both is not None
    assert same.both == same.sides
    assert found.versions == (found.left, found.right)
