"""Comparing titles: the same, shortened, reworded; and looking them up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.likeness.titles import REWORDED, Titles, main_title, same_title
from tests.parse.texts import QUICK


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Tides of the Harbour", "The tides of the harbour.", True),
        ("Marées du port", "MAREES DU PORT", True),
        ("The tides of the harbour", "The tides of the harbour and its quays", True),
        ("Sailing home: A diary of the tides", "Sailing home", False),
        ("Sailing home again: A diary of the tides", "Sailing home again", True),
        ("The tides", "The tides of the harbour", False),
        ("The tides of the harbour", "The tides of the quay", False),
    ],
)
def test_the_same_title(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Sailing home: A diary", "sailing home"),
        ("Who sails? A diary", "who sails"),
        ("Tides: a diary", "tides a diary"),
        ("Sailing home – a diary", "sailing home"),
    ],
)
def test_the_part_before_the_colon(title: str, main: str) -> None:
    assert main_title(title) == main


WORDED = st.lists(st.sampled_from(["tides", "of", "the", "harbour", "quay:", "sails?", "again"]), max_size=6).map(
    " ".join
)


@QUICK
@given(titles=st.lists(WORDED, max_size=8), asked=WORDED)
def test_looking_up_is_the_same_as_comparing_with_each(titles: list[str], asked: str) -> None:
    assert Titles.of(titles).same(asked) == [at for at, title in enumerate(titles) if same_title(asked, title)]


def test_a_reworded_title_is_similar() -> None:
    titles = Titles.of(["Harbour tides and the quays", "Sardines", ""])
    assert titles.similar("The quays and harbour tides", REWORDED) == [0]
    assert titles.similar("", REWORDED) == []


def test_a_short_title_is_made_of_the_words_of_the_whole() -> None:
    titles = Titles.of(["The tides of the old harbour", "The old quay"])
    assert titles.made_of("Tides, harbour") == [0]
    assert titles.made_of("Old quay, sails") == []
