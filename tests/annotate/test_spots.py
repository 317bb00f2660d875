"""Which words a remark is on."""

from __future__ import annotations

import pytest

from citecheck.annotate import Remark
from citecheck.annotate.spots import Spots
from citecheck.read.projection import Stretch

TEXT = Stretch(0, 5, "document", 1, 0)
MORE = Stretch(7, 12, "document", 1, 5)
NOTE = Stretch(20, 29, "footnotes", 1, 0, note="1")


def remark(start: int, end: int) -> Remark:
    return Remark(start, end, 0, "", (), "")


@pytest.mark.parametrize(
    ("start", "end", "ends"),
    [
        (1, 4, ((TEXT, 1), (TEXT, 4))),
        (3, 9, ((TEXT, 3), (MORE, 2))),
        (5, 7, ((MORE, 0), (MORE, 1))),
        (5, 6, ((MORE, 0), (MORE, 1))),
        (22, 24, ((NOTE, 0), (NOTE, 9))),
        (9, 24, ((MORE, 2), (MORE, 5))),
        (40, 44, ((NOTE, 0), (NOTE, 9))),
    ],
)
def test_a_remark_begins_and_ends_in_words(start: int, end: int, ends: object) -> None:
    assert Spots((TEXT, MORE, NOTE), "document").ends(remark(start, end)) == ends


def test_where_there_are_no_words_there_is_no_place() -> None:
    assert Spots((), "document").ends(remark(0, 3)) is None
