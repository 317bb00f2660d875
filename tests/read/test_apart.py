"""Labelled notes that stand apart from the version that calls them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import audit
from citecheck.read.apart import with_own_notes
from tests.tried import tried

FRENCH = "# Un\n\nLes ormes tombent[^1] et[^2] restent.\n\n"
ENGLISH = "# One\n\nElms fall[^3] and[^4] stay.\n\n"
NOTES = "[^1]: Doe.\n\n    Encore.\n\n[^2]: Roe.\n\n[^3]: Doe.\n[^4]: Roe.\n"


def told(text: str, *borders: int) -> list[tuple[str, str]]:
    langs = ("fr", "en", "fr")
    ends = [*borders, len(text)]
    path = [(langs[at], start, end) for at, (start, end) in enumerate(zip([0, *borders], ends, strict=True))]
    return [(lang, text[start:end]) for lang, start, end in with_own_notes(text, path)]


def test_notes_at_the_end_go_to_the_version_that_calls_them() -> None:
    made = told(FRENCH + ENGLISH + NOTES, len(FRENCH))
    assert made == [
        ("fr", FRENCH),
        ("en", ENGLISH),
        ("fr", "[^1]: Doe.\n\n    Encore.\n\n[^2]: Roe.\n\n"),
        ("en", "[^3]: Doe.\n[^4]: Roe.\n"),
    ]


def test_notes_that_their_own_version_calls_stay() -> None:
    text = "# Un\n\nLes ormes[^1].\n\n[^1]: Doe.\n\n"
    assert told(text + ENGLISH + "[^3]: Doe.\n\n[^4]: Roe.\n", len(text))[0] == ("fr", text)
    assert len(told(text + ENGLISH + "[^3]: Doe.\n\n[^4]: Roe.\n", len(text))) == 2


def test_a_label_that_stands_twice_or_that_both_call_stays() -> None:
    assert len(told(FRENCH + ENGLISH + "[^1]: Doe.\n\n[^1]: Roe.\n", len(FRENCH))) == 2
    assert len(told(FRENCH + "# One\n\nElms[^1] fall.\n\n[^1]: Doe.\n", len(FRENCH))) == 2


def test_what_stands_behind_a_note_is_not_of_it() -> None:
    made = told(FRENCH + ENGLISH + "[^1]: Doe.\n\nThe end of the text.\n", len(FRENCH))
    assert made[-2:] == [("fr", "[^1]: Doe.\n\n"), ("en", "The end of the text.\n")]


def test_a_bilingual_file_of_a_converter_has_no_lost_notes() -> None:
    french = "# Rapport\n\nLe port de Brest a doublé en 2004 et celui de Lorient est plus petit que les autres.[^1]\n\n"
    english = (
        "# Report\n\nThe port of Brest has doubled in 2004 and the one of Lorient is smaller than the others.[^2]\n\n"
    )
    notes = "[^1]: Morvan, 2005, p. 3.\n\n[^2]: Morvan, 2005, p. 3.\n"
    made = audit(["-"], stdin=(french + english + notes).encode())
    assert [(one.lang, len(one.document.notes)) for one in made.versions] == [("fr", 1), ("en", 1)]
    assert not [one for one in made.findings if one.code.startswith("NUM")]


PIECES = st.lists(st.sampled_from(["[^1]", "[^2]: a", "\n\n", "\n", "a[^2]", "[^1]: b", "    c", "# h"]), max_size=20)


@settings(max_examples=tried(60, 600))
@given(pieces=PIECES, first=st.integers(0, 40), second=st.integers(0, 40))
def test_all_of_the_text_is_in_one_stretch(pieces: list[str], first: int, second: int) -> None:
    text = "".join(pieces) + " " * 80
    low, high = sorted((first, second))
    assert "".join(part for _, part in told(text, low, high)) == text
