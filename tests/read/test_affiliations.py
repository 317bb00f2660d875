"""The marks behind the names of authors."""

from __future__ import annotations

import pytest

from citecheck.read.affiliations import author_marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("# Tides\n\n**Jane Doe**¹, **John Roe**¹\n\n¹Institute of Tides\n", "¹ ¹ ¹"),
        ("# Tides\n\nJane Doe¹˒², J. van der Roe² and Ann Poe<sup>1</sup>\n\n¹ Lund  \n² Oslo\n", ""),
        ("# Tides\n\nJane Doe¹,², J. van der Roe² and Ann Poe<sup>1</sup>\n\n¹ Lund  \n² Oslo\n", "¹,² ² <sup>1</sup> ¹ ²"),
        ("Jeanne Doux<sup>1,*</sup> et Luc Roux<sup>2</sup>\n\n<sup>1</sup> Brest ; <sup>2</sup> Lorient\n", "<sup>1,*</sup> <sup>2</sup> <sup>1</sup> <sup>2</sup>"),
        ("# Tides\n\nJane Doe¹, John Roe²\n\nThe tide is low.\n", ""),
        ("The tide is low¹ at the quay².\n\n¹ Doe, 2020.\n\n² Roe, 2021.\n", ""),
        ("Jane Doe¹ says that the tide is low.\n\n¹ Doe, 2020.\n", ""),
    ],
)  # fmt: skip
def test_marks(text: str, marks: str) -> None:
    assert " ".join(text[start:end] for start, end in author_marks(text)) == marks


@pytest.mark.parametrize("unit", ["¹", "A B¹", "A B¹\n", "<sup>", "¹ a\n", "A B¹\n¹ C\n"])
def test_long_texts_come_to_an_end(unit: str) -> None:
    list(author_marks(unit * (60_000 // len(unit))))
