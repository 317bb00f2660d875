"""Which corrections go together."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.fix.together import Correction, without_overlaps
from citecheck.model.finding import Severity
from citecheck.model.source import Source
from tests.fix.samples import edit, finding


def chosen(*edit_lists: Sequence[tuple[int, int, str]], severities: Sequence[Severity] = ()) -> list[int]:
    source = Source("a.md", "0123456789")
    made = []
    for at, edits in enumerate(edit_lists):
        severity = severities[at] if severities else Severity.INFO
        found = finding(source, (0, 1), severity=severity, subject=str(at))
        made.append(Correction(found, tuple(edit(source, *one) for one in edits)))
    taken, left = without_overlaps(made)
    assert sorted([*taken, *left], key=made.index) == made
    return sorted(made.index(one) for one in taken)


def test_edits_apart_go_together() -> None:
    assert chosen([(0, 2, "x")], [(2, 4, "y")], [(6, 6, "z")]) == [0, 1, 2]


def test_the_first_of_two_that_overlap_goes_first() -> None:
    assert chosen([(0, 3, "x")], [(2, 4, "y")], [(3, 5, "z")]) == [0, 2]


def test_the_severest_goes_before_the_first() -> None:
    levels = (Severity.INFO, Severity.WARNING, Severity.ERROR)
    assert chosen([(0, 3, "x")], [(2, 4, "y")], [(3, 5, "z")], severities=levels) == [0, 2]
    assert chosen([(0, 3, "x")], [(2, 4, "y")], severities=levels) == [1]


def test_one_edit_that_overlaps_takes_the_others_of_its_finding_along() -> None:
    assert chosen([(0, 1, "x"), (5, 6, "x")], [(3, 4, "y"), (5, 7, "y")]) == [0]


def test_the_same_edit_twice_is_made_once() -> None:
    assert chosen([(0, 1, "x")], [(0, 1, "x"), (5, 6, "y")]) == [0, 1]


def test_an_insertion_at_the_edge_of_another_edit_has_no_order() -> None:
    assert chosen([(2, 4, "x")], [(4, 4, "y")]) == [0]
    assert chosen([(4, 4, "x")], [(4, 4, "y")]) == [0]


def test_an_edit_inside_a_longer_one_is_seen() -> None:
    assert chosen([(0, 9, "x")], [(4, 5, "y")]) == [0]
    assert chosen([(4, 5, "y")], [(0, 9, "x")]) == [0]
    assert chosen([(1, 2, "a"), (4, 5, "y")], [(0, 9, "x")]) == [0]


def test_edits_that_contradict_each_other_in_one_finding_are_not_made() -> None:
    assert chosen([(0, 3, "x"), (2, 4, "y")]) == []
