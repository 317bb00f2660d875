"""What documents with tracked changes have in common."""

from __future__ import annotations

import pytest

from citecheck.amend.spots import Change, Spot
from citecheck.amend.tracked import TrackedDocument, touched
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from citecheck.read.word.traces import Piece
from tests.read.word.samples import element, r

KEY = ("document", 1)
SOURCE = Source("a.docx", "a*b")
ELEMENT = element(r("abcdef"))
PIECES = [Piece(0, 2, ELEMENT), Piece(2, 0, ELEMENT), Piece(2, 3, ELEMENT)]


class Kept(TrackedDocument):
    def tracked(self, edits: object, day: str) -> bytes:
        return self.raw + day.encode()


def spot(offset: int) -> Spot | None:
    return None if offset == 1 else Spot(KEY, offset, offset + 1)


def test_edits_are_shown_as_they_are_and_made_in_the_document() -> None:
    edits = [Edit(Span(SOURCE, 0, 1), "c")]
    assert Kept("a.docx", b"x").rewritten(edits) == ((SOURCE, tuple(edits)),)
    assert Kept("a.docx", b"x").made(edits, "2026") == {"a.docx": b"x2026"}


def test_edits_of_words_are_changes_and_others_impossible() -> None:
    document = Kept("a.docx", b"")
    assert document.changes([Edit(Span(SOURCE, 0, 1), "c")], spot) == [Change(KEY, 0, 1, "c")]
    with pytest.raises(InputError, match="would change more than its words"):
        document.changes([Edit(Span(SOURCE, 0, 2), "c")], spot)


def test_a_change_touches_what_it_takes_from_or_stands_in() -> None:
    first, _, last = PIECES
    assert touched(PIECES, Change(KEY, 1, 3, "")) == [first, last]
    assert touched(PIECES, Change(KEY, 2, 2, "x")) == [first]
    assert touched(PIECES, Change(KEY, 2, 2, "x", behind=True)) == [last]
