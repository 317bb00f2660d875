"""What is wrong with the numbers of entries."""

from __future__ import annotations

import pytest

from citecheck.checks.numbering.entry_sequence import EntryFault, entry_faults
from tests.parse.texts import document


def faults(*lists: list[int]) -> list[tuple[str, str, int, int, bool]]:
    text = "# T\n\nText.\n"
    for at, numbers in enumerate(lists):
        text += f"\n{'##' if not at else '###'} {'Bibliography' if not at else f'Part {at}'}\n\n"
        text += "".join(f"[{number}] Doe, J. ({1990 + number}). *Title {number}*. Quay.\n\n" for number in numbers)
    return [
        (one.kind.value, one.entry.number or "", one.first, one.last, one.mistyped)
        for one in entry_faults(document(text))
    ]


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([1, 2, 3], []),
        ([4, 5, 6], []),
        ([1, 2, 5, 6], [("gap", "5", 3, 4, False)]),
        ([1, 2, 2, 3], [("duplicate", "2", 3, 3, False)]),
        ([1, 2, 2, 4], [("duplicate", "2", 3, 3, True)]),
        ([1, 2, 8, 4], [("gap", "8", 3, 3, True)]),
        ([7], []),
        ([], []),
    ],
)
def test_each_fault_is_told_once(numbers: list[int], found: list[tuple[str, str, int, int, bool]]) -> None:
    assert faults(numbers) == found


def test_a_new_start_at_1_is_a_new_list() -> None:
    assert faults([1, 2, 3], [1, 2]) == []


def test_the_twin_of_a_number_is_the_first_that_has_it() -> None:
    text = "# T\n\nText.\n\n## Bibliography\n\n[1] Doe, J. (1990). *A*. Quay.\n\n[1] Roe, R. (1991). *B*. Quay.\n"
    made = document(text)
    (fault,) = entry_faults(made)
    assert fault.kind is EntryFault.Kind.DUPLICATE
    assert (fault.twin, fault.entry) == (made.entries[0], made.entries[1])
