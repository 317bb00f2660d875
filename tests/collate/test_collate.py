"""Two copies of one text, and two texts that are none."""

from __future__ import annotations

import random

import pytest

from citecheck.model.collation import Standing
from tests.collate.copies import FILLER, collated
from tests.planting.drafts import KINDS, draft, planted


def test_two_texts_that_are_no_copies() -> None:
    first, second = draft(random.Random(1)).markdown(), "\n\n".join(f"{text} {text[::-1]}" for text in FILLER * 3)
    found = collated(first, second)
    assert not found.copies
    assert found.notes == ()


def test_a_short_text_says_nothing_of_that() -> None:
    assert collated(FILLER[0], FILLER[1]).copies


@pytest.mark.parametrize("seed", range(3))
def test_a_text_is_a_copy_of_itself(seed: int) -> None:
    text = draft(random.Random(seed)).markdown()
    found = collated(text, text)
    assert found.shared == 1.0
    assert {one.standing for one in found.notes} == {Standing.SAME}
    assert all(one.left and one.right and not one.differing for one in found.entries)
    assert found.renumbered == ()


def test_every_note_of_both_copies_stands_once() -> None:
    assert len(KINDS) > 10
    for one in planted(7):
        found = collated(one.first.markdown(), one.second.markdown())
        for side, version in enumerate(found.versions):
            notes = [id(note) for pair in found.notes if (note := pair.sides[side]) is not None]
            assert sorted(notes) == sorted(map(id, version.document.notes)), one.kind
