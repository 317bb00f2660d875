"""Entries right below each other: no rule says of one what it lacks, since where it ends is a guess."""

from __future__ import annotations

from citecheck.checks.citing.packed import packed_entries
from tests.parse.texts import document

WRAPPED = "Doe, J. (2019). One and two.\nOslo: Press.\nRoe, R. (2020). Two and three. Oslo: Press.\nLow, L. (2021). Three. Oslo: Press."


def packed(entries: str) -> int:
    return len(packed_entries(document(f"# Title\n\nElms grow (Doe, 2019).\n\n## References\n\n{entries}\n")))


def test_entries_of_several_lines_right_below_each_other_are_packed() -> None:
    assert packed(WRAPPED) == 3


def test_entries_with_a_line_each_or_blank_lines_between_are_not() -> None:
    assert packed(WRAPPED.replace("\nOslo", " Oslo")) == 0
    assert packed(WRAPPED.replace("\nR", "\n\nR").replace("\nL", "\n\nL")) == 0


def test_entries_with_numbers_are_not() -> None:
    assert packed("1. " + WRAPPED.replace("\nR", "\n2. R").replace("\nL", "\n3. L")) == 0


def test_an_entry_whose_words_run_together_is() -> None:
    assert packed("1. MarlowFS(2007)Theeconomicsofmoney,bankingandmarkets.QuillPress,Oslo") == 1
    assert packed("1. Marlow, F. (2007). Elms. https://example.org/" + "elms" * 30) == 0
