"""The longest ascent of a sequence."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model.order import longest_ascent
from tests.tried import tried

few = settings(max_examples=tried(8), deadline=None, derandomize=True)


def longest(keys: list[int], equals: bool) -> int:
    """The length of the longest ascent, by trying all."""

    def ascends(chosen: tuple[int, ...]) -> bool:
        return all(one < other or (equals and one == other) for one, other in pairwise(chosen))

    return max(size for size in range(len(keys) + 1) for some in combinations(keys, size) if ascends(some))


@given(st.lists(st.integers(0, 9), max_size=9), st.booleans())
@few
def test_it_ascends_and_none_is_longer(keys: list[int], equals: bool) -> None:
    places = longest_ascent(keys, equals=equals)
    assert places == sorted(set(places))
    found = [keys[at] for at in places]
    assert all(one < other or (equals and one == other) for one, other in pairwise(found))
    assert len(found) == longest(keys, equals)


@pytest.mark.parametrize(
    ("keys", "places"), [([], []), ([3], [0]), ([1, 5, 2, 3], [0, 2, 3]), (["a", "z", "b", "b"], [0, 3])]
)
def test_places(keys: list[int] | list[str], places: list[int]) -> None:
    assert longest_ascent(keys) == places  # type: ignore[type-var]
