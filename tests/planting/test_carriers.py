from __future__ import annotations

from tests.planting.carriers import bilingual, cited_often, noted, opened, paged
from tests.planting.documents import read
from tests.planting.samples import bilingual as both
from tests.planting.samples import english


def test_a_passage_stands_before_the_first_paragraph_of_each_version() -> None:
    carrier = opened(both(), lambda french: "Du sel." if french else "Salt.")
    assert [carrier.clean.text[start:end] for start, end in carrier.regions] == ["Du sel.\n\n", "Salt.\n\n"]
    assert (bilingual(both()), bilingual(english())) == (True, False)


def test_notes_of_our_own_go_on_with_the_numbers() -> None:
    carrier = noted(english(), ["Harrington, 2011, p. 3", "Okafor, 2018, p. 102"])
    assert carrier is not None
    assert [note.label for note in carrier.clean.notes] == list("1234567")
    assert "<sup>7</sup> Okafor, 2018, p. 102.\n" in carrier.clean.text
    assert len(carrier.clean.markers) == 7


def test_without_notes_there_is_no_room_for_any() -> None:
    assert noted(read("bare", ("bare.md",), ["A paragraph.\n"]), ["Harrington, 2011, p. 3"]) is None


def test_a_source_is_cited_four_times_more() -> None:
    clean = english()
    assert len(paged(clean)) == 5
    carrier, places = next(cited_often(clean))
    assert [carrier.clean.text[start:end] for start, end in places] == [
        f"Harrington, 2011, p. {page}" for page in (14, 16, 18, 20)
    ]
