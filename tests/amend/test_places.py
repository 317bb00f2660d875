"""Where the characters of a projected text stand."""

from __future__ import annotations

from citecheck.amend.places import Places
from citecheck.amend.spots import Spot
from citecheck.read.projection import Stretch


def test_characters_stand_in_paragraphs_and_signs_nowhere() -> None:
    places = Places([Stretch(2, 4, "document", 7, 10), Stretch(4, 8, "document", 7, 12, note_id="1")])
    assert [places.spot(offset) for offset in (0, 1, 4, 9)] == [None] * 4
    assert places.spot(3) == Spot(("document", 7), 11, 12)
