from __future__ import annotations

import random

from tests.planting.plants import make
from tests.planting.samples import bilingual, english
from tests.planting.twins import apart, ranged, short_twins, twins, versions, without_notes


def test_the_notes_that_say_the_same() -> None:
    clean = bilingual()
    assert len(versions(clean)) == 2
    assert twins(clean) == {number: (number + 5) % 10 for number in range(10)}
    assert sorted(short_twins(clean, random.Random(1))) == list(range(10))
    assert (versions(english()), twins(english())) == ([], {})


def test_numbers_go_on_without_a_note() -> None:
    clean = bilingual()
    french, english_text = make(clean, "", without_notes(clean, [1]), []).text.split("\x1e")
    assert "Lindqvist, 2015, p. 44" not in french
    assert [number in french for number in ("<sup>4</sup>", "<sup>5</sup>")] == [True, False]
    assert "<sup>5</sup>" in english_text


def test_neighbours_that_cite_the_same_author() -> None:
    clean = bilingual()
    assert not apart(clean, 4, "Lindqvist")
    assert apart(clean, 2, "Okafor")
    assert [ranged(clean, entry) for entry in clean.entries] == [False, False, True] * 2
