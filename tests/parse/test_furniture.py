"""Furniture: the heads and feet of pages."""

from __future__ import annotations

import pytest

from citecheck.parse.blocks import Kind, blocks
from citecheck.parse.furniture import without_furniture
from tests.parse.texts import whole

HEAD = "The Tides of the North"


@pytest.mark.parametrize(
    ("heads", "is_furniture"),
    [
        ([f"{HEAD} 3", f"{HEAD} 4", f"{HEAD} 5"], True),
        ([f"3 | {HEAD}", f"5 | {HEAD}", f"9 | {HEAD}"], True),
        ([f"{HEAD} 3", f"{HEAD} 4"], False),
        ([f"{HEAD} 3", f"{HEAD} 5", f"{HEAD} 4"], False),
        ([HEAD] * 3, False),
        ([f"3 {HEAD} 3", f"4 {HEAD} 4", f"5 {HEAD} 5"], False),
    ],
)
def test_heads_whose_numbers_count_up_are_furniture(heads: list[str], is_furniture: bool) -> None:
    stream = blocks(whole("".join(f"{head}\n\nText.\n\n" for head in heads)))
    kinds = [block.kind for block in without_furniture(stream)]
    assert kinds == [Kind.RULE if is_furniture else Kind.PARAGRAPH, Kind.PARAGRAPH] * len(heads)


@pytest.mark.parametrize("numbers", [("## Page 3", "## Page 4", "## Page 5"), ("[p. 9]", "[p. 10]", "[p. 12]")])
def test_numbers_of_pages_are_furniture(numbers: tuple[str, ...]) -> None:
    stream = blocks(whole("".join(f"{number}\n\nText.\n\n" for number in numbers)))
    assert [block.kind for block in without_furniture(stream)] == [Kind.RULE, Kind.PARAGRAPH] * len(numbers)


def test_headings_that_number_something_else_are_none() -> None:
    stream = blocks(whole("".join(f"## Quay {number}\n\nText.\n\n" for number in (3, 4, 5))))
    assert without_furniture(stream) == stream
