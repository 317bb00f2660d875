"""Edits after edits."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from citecheck.fix.edits import apply, composed
from citecheck.model.finding import Edit
from citecheck.model.source import Source
from tests.fix.samples import edit
from tests.parse.texts import QUICK


@st.composite
def edits_of(draw: st.DrawFn, source: Source) -> tuple[Edit, ...]:
    places = sorted(draw(st.sets(st.integers(0, len(source.text)), max_size=6)))
    return tuple(
        edit(source, start, end, draw(st.text("xyz\n", max_size=3)))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[Source, tuple[Edit, ...], tuple[Edit, ...]]:
    source = Source("a.md", draw(st.text("ab\n", max_size=20)))
    first = draw(edits_of(source))
    second = draw(edits_of(Source("a.md", apply(source.text, first))))
    return source, first, second


@given(two_rounds())
@QUICK
def test_two_rounds_of_edits_become_one(case: tuple[Source, tuple[Edit, ...], tuple[Edit, ...]]) -> None:
    source, first, second = case
    joint = composed(first, second)
    assert apply(source.text, joint) == apply(apply(source.text, first), second)
    assert all(one.span.end <= other.span.start for one, other in pairwise(joint))
    assert all(one.span.source is source for one in joint) or not first


def test_rounds_of_different_files_stay_apart() -> None:
    one, other = Source("a.md", "aa"), Source("b.md", "aa")
    first, second = edit(one, 0, 1, "x"), edit(other, 1, 2, "y")
    assert composed([first], [second]) == (first, second)
