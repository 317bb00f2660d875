"""Which word of one copy is which word of the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citecheck.collate.matching import Matched, match, shared_runs
from tests.counting import calls

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def numbered(count: int) -> list[str]:
    return [f"w{at}" for at in range(count)]


@given(WORDS)
def test_a_text_is_itself(words: list[str]) -> None:
    assert list(match(words, words).right) == list(range(len(words)))


@given(WORDS, WORDS)
def test_only_the_same_words_match_and_each_once(left: list[str], right: list[str]) -> None:
    found = match(left, right)
    pairs = [(at, other) for at, other in enumerate(found.right) if other >= 0]
    assert all(left[at] == right[other] and found.left[other] == at for at, other in pairs)
    assert len({other for _, other in pairs}) == len(pairs)


def test_what_was_taken_out_and_put_in() -> None:
    left = numbered(60)
    right = [*left[:20], "new", "words", *left[25:]]
    found = match(left, right)
    assert found.right[19:26] == [19, -1, -1, -1, -1, -1, 22]


def test_a_passage_that_has_moved() -> None:
    left = numbered(60)
    right = [*left[30:], *left[:30]]
    found = match(left, right)
    assert found.right[0] == 30
    assert found.right[59] == 29


def test_words_that_every_text_has_are_no_passage() -> None:
    left = [*numbered(20), *"zyxvutsrqponm", "of", *"lkjihgfedcba"]
    right = [*numbered(20), *"ZYXVUTSRQPONM", "of", *"LKJIHGFEDCBA"]
    assert all(other < 0 for other in match(left, right).right[20:])


def test_a_place_is_found_by_the_words_on_both_sides() -> None:
    left = numbered(60)
    found = match(left, [*left[:30], "more", *left[30:]])
    assert found.places(30) == (30, 31)
    assert found.around(30) == 30
    assert found.around(60) == 61


def test_a_place_that_the_other_copy_lacks() -> None:
    left = numbered(80)
    found = match(left, [*left[:20], *left[60:]])
    assert found.around(40) is None
    assert found.places(40) == ()
    assert Matched([-1, -1], []).around(1) is None


def test_how_much_texts_share() -> None:
    words = numbered(40)
    assert shared_runs(words, words[10:30]) == 1.0
    assert shared_runs(words, [f"v{at}" for at in range(40)]) == 0.0
    assert shared_runs([], words) == 0.0


def test_a_longer_text_costs_no_more_a_word() -> None:
    def cost(count: int) -> float:
        left = numbered(count)
        right = [word for at, word in enumerate(left) if at % 50]
        return calls(lambda: match(left, right)) / count

    assert cost(20_000) < 2 * cost(2_000)
