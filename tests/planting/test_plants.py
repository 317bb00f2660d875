from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.planting.documents import Clean, documents
from tests.planting.plants import Change, Kind, kind, load_kinds, make
from tests.planting.samples import english

CORPUS = Path(__file__).parents[1] / "corpus" / "clean"


def test_kinds_are_found_by_looking_and_have_names_of_their_own() -> None:
    kinds = load_kinds()
    assert {kind.changes.__module__.rpartition(".")[2] for kind in kinds} >= {"markers", "money", "version_text"}
    assert len({kind.name for kind in kinds}) == len(kinds)
    assert all(kind.codes for kind in kinds)


@pytest.mark.parametrize("kind", load_kinds(), ids=lambda kind: kind.name)
def test_each_kind_finds_a_document_to_spoil_and_does_so_again_by_the_same_seed(kind: Kind) -> None:
    clean = next(clean for clean in documents(CORPUS) if kind.plants(clean, 5, 1))
    once, again = (kind.plants(clean, 5, 2) for _ in range(2))
    assert once == again
    for plant in once:
        assert plant.text != plant.base
        assert all(0 <= start <= end <= len(plant.text) for start, end in plant.spots)


def test_spots_move_with_the_edits_before_them_and_hold_what_was_put_in() -> None:
    clean = english()
    at, below = clean.text.index("forty"), clean.text.index("summer")
    change = make(clean, "two", [(at, at + 5, "a hundred"), (below, below, "hot ")], [(at, at + 5), (below, below + 6)])
    assert [change.text[start:end] for start, end in change.spots] == ["a hundred", "hot summer"]
    assert change.base == clean.text


def test_a_change_that_changes_nothing_is_no_plant() -> None:
    @kind("nothing", "NUM001")
    def nothing(clean: Clean, chance: random.Random) -> Iterator[Change]:
        yield make(clean, "nothing", [], [])
        yield make(clean, "a letter", [(0, 1, "")], [(0, 0)])
        yield make(clean, "another", [(0, 2, "")], [(0, 0)])

    assert [plant.what for plant in nothing.plants(english(), 1, 1)] == ["a letter"]
