"""How well a version was read, as shares."""

from __future__ import annotations

from citecheck.model.reading import Reading, Tally

READING = Reading(citations=(("short", Tally(8, 6)), ("title", Tally(2, 1)), ("number", Tally())))


def test_a_share_is_of_what_there_is() -> None:
    assert Tally(8, 6).share == 0.75
    assert Tally(3, 0).share == 0.0
    assert Tally().share == 1.0, "where there is nothing, nothing was missed"


def test_tallies_add_up() -> None:
    assert Tally(8, 6) + Tally(2, 1) == Tally(10, 7)
    assert READING.resolved == Tally(10, 7)
    assert Reading().resolved == Tally()


def test_the_citations_of_some_kinds_are_tallied_alone() -> None:
    assert READING.of("title", "number") == Tally(2, 1)
    assert READING.of("key") == Tally()
    assert READING.of() == Tally()
