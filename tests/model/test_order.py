"""The longest ascent of a sequence, the earliest of its things, and the only one."""

from __future__ import annotations

from itertools import combinations, cycle, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model.order import Earliest, gathered, longest_ascent, only

few = settings(max_examples=30, deadline=None, derandomize=True)


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


@given(st.lists(st.integers(0, 9), max_size=12), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
@few
def test_the_earliest_is_the_one_that_going_through_all_finds(
    measures: list[int], questions: list[tuple[int, int]]
) -> None:
    earliest, left = Earliest(measures), dict(enumerate(measures))
    for low, high in questions:
        expected = next((at for at, measure in left.items() if low <= measure <= high), None)
        assert earliest.between(low, high) == expected
        if expected is not None:
            earliest.take(expected)
            del left[expected]


def test_the_only_one() -> None:
    assert only(["a", "a"]) == "a"
    assert only([]) is None
    endless = (letter for letter in cycle("ab"))
    assert only(endless) is None


def test_values_are_gathered_by_their_names_in_order() -> None:
    assert gathered([("b", 1), ("a", 2), ("b", 3)]) == {"b": [1, 3], "a": [2]}
    assert list(gathered([("b", 1), ("a", 2)])) == ["b", "a"]
    assert gathered([]) == {}
