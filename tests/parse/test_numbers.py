"""Numbers and identifiers of notes, where numbers start anew and where they do not."""

from __future__ import annotations

import pytest

from tests.parse.texts import document


def chapter(*numbers: int, title: str = "") -> str:
    """A chapter with notes of these numbers below its text."""
    text = " ".join(f"Word<sup>{number}</sup>." for number in numbers)
    notes = "".join(f"<sup>{number}</sup> Doe, {2000 + number}.\n\n" for number in numbers)
    return f"{title}{text}\n\n{notes}"


@pytest.mark.parametrize(
    ("texts", "ids"),
    [
        (["S<sup>1</sup>.\n\n<sup>1</sup> A."], ["1"]),
        (["## 1. A\n\nS<sup>1</sup>. T<sup>2</sup>.\n\n<sup>1</sup> A.\n\n<sup>2</sup> B.\n\n## 2. B\n\nS<sup>1</sup>. T<sup>2</sup>.\n\n"
          "<sup>1</sup> C.\n\n<sup>2</sup> D.\n"], ["1/1", "1/2", "2/1", "2/2"]),
        (["## 1. A\n\nS<sup>1</sup>. T<sup>2</sup>.\n\n<sup>1</sup> A.\n\n<sup>2</sup> B.\n", "## 2. B\n\nS<sup>1</sup>. T<sup>2</sup>.\n\n"
          "<sup>1</sup> C.\n\n<sup>2</sup> D.\n"], ["1/1", "1/2", "2/1", "2/2"]),
        (["S[^b] t[^a].\n\n[^a]: A.\n\n[^b]: B."], ["2", "1"]),
        (["S[^a].\n\n[^a]: A.", "S[^a].\n\n[^a]: B."], ["1/1", "2/1"]),
        (["S^[one] t[^a] u^[two].\n\n[^a]: A."], ["1", "3", "2"]),
        (["S.\n\n[^a]: Never called."], ["[^a]"]),
    ],
)  # fmt: skip
def test_identifiers_of_notes(texts: list[str], ids: list[str]) -> None:
    made = document(*texts)
    assert [note.note_id for note in made.notes] == ids
    called = [marker.note_id for marker in made.markers]
    assert sorted(called) == sorted(one for one in ids if not one.startswith("["))


@pytest.mark.parametrize(
    ("texts", "ids"),
    [
        ([chapter(1, 2, 3), chapter(4, 5)], ["1", "2", "3", "4", "5"]),
        ([chapter(1, 2, 3), chapter(1, 2)], ["1/1", "1/2", "1/3", "2/1", "2/2"]),
        ([chapter(1, 2, title="# 4 Ports\n\n"), chapter(1, 2, title="# 7 Quays\n\n")], ["4/1", "4/2", "7/1", "7/2"]),
        ([chapter(1, 2, title="# 4 A\n\n"), chapter(1, 2, title="# 4 B\n\n")], ["1/1", "1/2", "2/1", "2/2"]),
        ([chapter(1, 2, 3, 2, 5)], ["1", "2", "3", "2", "5"]),
    ],
    ids=["counted through", "anew in each file", "by the number of the chapter", "one number twice", "a slip"],
)
def test_where_numbers_start_anew_the_chapter_tells_notes_apart(texts: list[str], ids: list[str]) -> None:
    made = document(*texts)
    assert [note.note_id for note in made.notes] == ids
    assert [marker.note_id for marker in made.markers] == ids


def test_chapters_of_text_and_of_notes_that_do_not_agree_are_unclear() -> None:
    text = " ".join(f"Word<sup>{number}</sup>." for number in (1, 2, 3, 1, 2, 3, 1, 2, 3))
    notes = "".join(f"<sup>{number}</sup> Doe, 2020.\n\n" for number in (1, 2, 3, 4, 5, 6))
    assert "numbering" in [one.what for one in document(f"{text}\n\n## Notes\n\n{notes}").missing]
