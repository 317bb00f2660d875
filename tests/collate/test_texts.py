"""The running text of a copy as one row of words."""

from __future__ import annotations

from citecheck.collate.texts import has_words
from tests.collate.copies import copied, noted

TEXT = noted("Marlowe, 1951, p. 3.", "", "Perrin, 1962, p. 7.")


def test_a_marker_stands_behind_so_many_words() -> None:
    copy = copied(TEXT)
    first, second = copy.calls
    assert copy.text.keys[first.place - 2 : first.place + 2] == ("them", "why", "a", "second")
    assert copy.text.keys[second.place - 1] == "another"
    assert [call.note.number for call in copy.calls] == ["1", "2"]


def test_a_marker_in_a_heading() -> None:
    copy = copied("# Ports[^1]\n\nThe boats came.\n\n[^1]: Marlowe, 1951.\n")
    assert [call.place for call in copy.calls] == [1]


def test_notes_that_nothing_calls() -> None:
    copy = copied("# Ports\n\nThe boats came.\n\n[^1]: Marlowe, 1951.\n")
    assert [note.label for note in copy.uncalled] == ["1"]


def test_what_only_one_copy_has_is_loose() -> None:
    one, other = copied(TEXT), copied(noted("Marlowe, 1951, p. 3.", "", "Oduya, 1999, p. 1."), "b.md")
    loose = one.loose(other)
    assert "perrin1962" in loose
    assert "marlowe1951" not in loose


def test_words_that_a_text_has_but_for_some() -> None:
    letters = "marlowe1951theharbourofbrestandlorient"
    assert has_words(f"abc{letters}def", letters)
    assert has_words("marlowe1951theharbourofbrestandXlorient", letters, 0.5)
    assert not has_words("perrin1962", letters)
    assert not has_words("ibid", "ibid")
