"""The hand-made truth for chapters 1 to 3 of the first user's report: which notes stand against which."""

from __future__ import annotations

import json
from functools import cache

from citecheck import audit
from citecheck.model.alignment import Alignment
from tests.skips import REPORT, SHARED, needs_gold, needs_report

TRUTH = SHARED / "gold" / "alignment-chapters-1-3.json"
Group = tuple[tuple[int, ...], tuple[int, ...]]

pytestmark = [needs_report, needs_gold]


@cache
def alignment() -> Alignment:
    (found,) = audit([str(REPORT)]).alignments
    return found


def truth() -> list[Group]:
    return [(tuple(one["fr"]), tuple(one["en"])) for one in json.loads(TRUTH.read_text(encoding="utf-8"))]


def groups() -> list[Group]:
    """The groups of the chapters that the truth covers."""
    last = [max(number for group in truth() for number in group[side]) for side in (0, 1)]
    found = [
        (tuple(int(note.number) for note in group.left), tuple(int(note.number) for note in group.right))
        for group in alignment().groups
    ]
    return [one for one in found if any(number <= last[side] for side in (0, 1) for number in one[side])]


def links(found: list[Group]) -> set[tuple[int, int]]:
    return {(one, other) for left, right in found for one in left for other in right}


def test_note_links_are_those_of_the_truth() -> None:
    known, found = links(truth()), links(groups())
    right = len(known & found)
    assert 2 * right / (len(known) + len(found)) >= 0.97


def test_groups_are_exactly_those_of_the_truth() -> None:
    assert len(set(truth()) & set(groups())) / len(truth()) >= 0.9


def test_every_note_of_the_report_is_in_one_group() -> None:
    found = alignment()
    assert found.unrelated is None
    for side, version in ((0, found.left), (1, found.right)):
        notes = [note for group in found.groups for note in (group.left, group.right)[side]]
        assert sorted(map(id, notes)) == sorted(map(id, version.document.notes))
