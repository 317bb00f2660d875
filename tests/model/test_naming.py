"""What a person can call a note."""

from __future__ import annotations

import pytest
from msgspec import Struct

from citecheck.model.naming import called, parted


class Note(Struct, frozen=True):
    note_id: str
    label: str
    number: str


NOTES = (Note("1", "loi", "1"), Note("2", "3", "2"), Note("3", "1", "3"), Note("2/1", "x", "1"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("1", ["1"]),
        ("loi", ["1"]),
        ("[^loi]", ["1"]),
        ("3", ["3"]),
        ("[^3]", ["2"]),
        ("[^1]", ["3"]),
        ("2/1", ["2/1"]),
        ("[^2]", []),
        ("[^2/1]", []),
        ("[^]", []),
        ("LOI", []),
        ("", []),
    ],
)
def test_a_number_goes_before_a_label_and_brackets_mean_a_label(name: str, meant: list[str]) -> None:
    assert [note.note_id for note in called(NOTES, name)] == meant


def test_a_printed_number_may_be_that_of_several() -> None:
    twice = (Note("1/4", "a", "4"), Note("2/4", "b", "4"))
    assert called(twice, "4") == list(twice)


@pytest.mark.parametrize(
    ("said", "sign", "parts"),
    [
        ("1, 2", ",", ["1", "2"]),
        ("[^a,b],2", ",", ["[^a,b]", "2"]),
        ("fr:[^a=b]=en:2", "=", ["fr:[^a=b]", "en:2"]),
        ("fr:1=en:2=none", "=", ["fr:1", "en:2", "none"]),
        ("fr:1", "=", ["fr:1"]),
        ("[^a,b", ",", ["[^a", "b"]),
    ],
)
def test_a_sign_within_the_brackets_of_a_label_parts_nothing(said: str, sign: str, parts: list[str]) -> None:
    assert parted(said, sign) == parts
