"""Places of one text in the other one, between what both have."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.align.features import Anchor
from citecheck.align.notes import mapping
from tests.tried import tried

few = settings(max_examples=tried(8), deadline=None, derandomize=True)


def test_places_are_interpolated_between_anchors() -> None:
    left = [Anchor("a", 100), Anchor("b", 200)]
    right = [Anchor("a", 300), Anchor("b", 500)]
    mapped = mapping(left, right, (400, 900))
    assert [mapped(place) for place in (0, 100, 150, 200, 300, 400)] == [0, 300, 400, 500, 700, 900]


@given(st.lists(st.tuples(st.integers(0, 900), st.sampled_from("abcdef")), max_size=12), st.integers(0, 900))
@few
def test_a_text_mapped_to_itself_stays_in_place(marks: list[tuple[int, str]], place: int) -> None:
    own = [Anchor(key, at) for at, key in sorted(marks)]
    assert mapping(own, own, (900, 900))(place) == pytest.approx(place)


@pytest.mark.parametrize(("ends", "place", "found"), [((150, 600), 140, 140), ((600, 150), 140, 140), ((150, 200), 150, 200)])  # fmt: skip
def test_behind_the_last_anchor_what_has_no_translation_stretches_nothing(
    ends: tuple[int, int], place: int, found: int
) -> None:
    mark = [Anchor("a", 100)]
    assert mapping(mark, mark, ends)(place) == found
