"""What notes say, and how far they agree in it."""

from __future__ import annotations

import pytest

from citecheck.align.sayings import NOTHING, Said, agreement

NONE: frozenset[str] = frozenset()
ONE, OTHER, UNKNOWN = frozenset({"entry:1"}), frozenset({"entry:2"}), frozenset({"cited:doe:2020"})
PAGES = frozenset({"3"})


@pytest.mark.parametrize(
    ("own", "twins", "expected"),
    [
        (Said(NONE, NONE, NONE, False), Said(NONE, NONE, NONE, False), 0.7),
        (Said(ONE, NONE, NONE, False), Said(NONE, NONE, NONE, False), -0.4),
        (Said(ONE, PAGES, NONE, False), Said(ONE, PAGES, NONE, False), 1.0),
        (Said(ONE, NONE, NONE, False), Said(ONE, NONE, NONE, False), 0.8),
        (Said(ONE, PAGES, NONE, False), Said(ONE, NONE, NONE, False), 0.6),
        (Said(ONE, NONE, NONE, False), Said(OTHER, NONE, NONE, False), NOTHING),
        (Said(UNKNOWN, NONE, PAGES, True), Said(OTHER, NONE, PAGES, True), 0.45),
        (Said(frozenset({"cited:"}), PAGES, NONE, True), Said(OTHER, PAGES, NONE, False), 0.4),
    ],
)
def test_sources_count_first_then_pages_and_years(own: Said, twins: Said, expected: float) -> None:
    assert agreement(own, twins, 0.0) == pytest.approx(expected)
    assert agreement(twins, own, 0.0) == pytest.approx(expected)


def test_a_run_of_notes_says_what_each_of_them_does() -> None:
    assert Said.runs([]) == [[Said(NONE, NONE, NONE, False)]]
