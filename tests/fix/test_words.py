"""Changes by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citecheck.fix.words import Passage, Piece, passages
from tests.parse.texts import QUICK


@st.composite
def changed_texts(draw: st.DrawFn) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A text and changes of it, in order and apart."""
    text = draw(st.text("ab .\n", max_size=200))
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), unique=True, max_size=8)))
    pairs = zip(offsets[::2], offsets[1::2], strict=False)
    return text, tuple((start, end, draw(st.text("cd ", max_size=4))) for start, end in pairs)


def whole(text: str, changes: tuple[tuple[int, int, str], ...]) -> str:
    pieces, at = [], 0
    for start, end, new in changes:
        pieces += [text[at:start], new]
        at = end
    return "".join((*pieces, text[at:]))


def test_a_change_is_shown_as_whole_words_with_what_stands_around_it() -> None:
    text = "One.\n" + "before " * 9 + "see p.9, and more." + " behind" * 9 + "\nLast."
    at = text.index("p.9")
    (passage,) = passages(text, [(at + 2, at + 2, " ")])
    assert passage == Passage(
        2,
        (
            Piece("before before before before see p."),
            Piece(goes="9", comes=" 9"),
            Piece(", and more. behind behind behind behind"),
        ),
        begun=True,
        goes_on=True,
    )


def test_changes_of_one_word_are_one() -> None:
    assert passages("a colour b", [(3, 4, "u"), (6, 7, "")]) == [
        Passage(1, (Piece("a "), Piece(goes="colour", comes="culor"), Piece(" b")), begun=False, goes_on=False)
    ]


def test_what_is_no_word_takes_no_neighbour_along() -> None:
    (passage,) = passages("a/b?utm=1>", [(3, 9, "")])
    assert passage.pieces == (Piece("a/b"), Piece(goes="?utm=1"), Piece(">"))


def test_changes_far_apart_or_on_other_lines_are_shown_apart() -> None:
    assert len(passages("a\nb", [(0, 1, "c"), (2, 3, "d")])) == 2
    assert len(passages("a" + " b" * 50 + " a", [(0, 1, "c"), (102, 103, "d")])) == 2
    assert len(passages("a b a", [(0, 1, "c"), (4, 5, "d")])) == 1


def test_a_very_long_word_is_shown_where_it_changes() -> None:
    (passage,) = passages("x" * 99 + "?utm=1", [(99, 105, "")])
    assert passage.pieces[-1] == Piece(goes="?utm=1")


@given(changed_texts())
@QUICK
def test_what_is_shown_is_what_is_made(case: tuple[str, tuple[tuple[int, int, str], ...]]) -> None:
    text, changes = case
    at_old = at_new = 0
    new = whole(text, changes)
    for passage in passages(text, changes):
        old_text = "".join(piece.stays + piece.goes for piece in passage.pieces)
        new_text = "".join(piece.stays + piece.comes for piece in passage.pieces)
        at_old, at_new = text.index(old_text, at_old), new.index(new_text, at_new)
        assert not any(piece == Piece() for piece in passage.pieces)
