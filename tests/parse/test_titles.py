"""Where titles begin and end, and how they read without their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.parse.titles import clean_title, closed_title, closing_mark, title_after, trimmed
from tests.parse.texts import ANY_NOTE, QUICK


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("*The tides*. Quay.", "*The tides*"),
        (". _Les marées_, Seuil", "_Les marées_"),
        ("“The tides”, *Studies*", "“The tides”"),
        ("« Les « grandes » marées », *Revue*", "« Les « grandes » marées »"),
        ("‘The tides’, *Studies*", "‘The tides’"),
        ("The tides of spring. *Studies*, 3.", "The tides of spring"),
        ("The tides. Their causes. In *A handbook*", "The tides. Their causes"),
        ("The tides of St. Malo. Quay.", "The tides of St. Malo"),
        ("12. 13.", None),
        (" . ", None),
        ("", None),
    ],
)
def test_the_title_that_begins_here(text: str, title: str | None) -> None:
    found = title_after(text, 0)
    assert (text[slice(*found)] if found is not None else None) == title


@pytest.mark.parametrize(
    ("text", "end"),
    [("«a «b» c» d", 8), ("“a” b", 2), ('"a" b', 2), ("«a", -1), ("“a “b” c", -1), ("«" + "a" * 700 + "»", -1)],
)
def test_where_a_quotation_closes(text: str, end: int) -> None:
    assert closing_mark(text, 0) == end


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("*Tides*, 3", "*Tides*"),
        ("«Marées», 3", "«Marées»"),
        ("«Marées, *Revue*, 3", "«Marées"),
        ("«Marées, 3", None),
        ("Tides", None),
    ],
)
def test_a_marked_title_is_closed_or_cut_off_before_its_journal(text: str, closed: str | None) -> None:
    end = closed_title(text, 0, len(text))
    assert (text[:end] if end is not None else None) == closed


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*The   tides*.", "The tides"),
        ("« Les marées »,", "Les marées"),
        ("“The tides", "The tides"),
        ("The tides”", "The tides"),
        ("“The” tides", "“The” tides"),
        ("Why tides?", "Why tides?"),
        ("*Tides* [Report]", "Tides"),
        ("The \\_tides\\_", "The _tides_"),
        (" . ", None),
    ],
)
def test_a_title_without_its_marks(text: str, plain: str | None) -> None:
    assert clean_title(text, (0, len(text)))[0] == plain
    assert clean_title(text, None) == (None, None)


@QUICK
@given(text=ANY_NOTE, data=st.data())
def test_titles_lie_in_their_text(text: str, data: st.DataObject) -> None:
    found = title_after(text, data.draw(st.integers(0, len(text))))
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert text[slice(*found)].strip()


def test_what_is_left_between_separators() -> None:
    assert trimmed(" . *a*, ", 0, 8) == (4, 6)
    assert trimmed(" ,;", 0, 3) is None
