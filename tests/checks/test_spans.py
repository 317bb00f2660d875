"""Many stretches of text as one thing: the same as asking each of them, once they are run together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.checks.spans import Spans
from citecheck.model.source import Source, Span

few = settings(max_examples=60, deadline=None, derandomize=True)
SOURCES = Source("a.md", "." * 20), Source("b.md", "." * 20)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 18))
    return Span(draw(st.sampled_from(SOURCES)), start, draw(st.integers(start + 1, 19)))


@given(st.lists(spans(), max_size=6), spans())
@few
def test_they_touch_what_one_of_them_touches(several: list[Span], asked: Span) -> None:
    assert Spans(several).touch(asked) == any(one.touches(asked) for one in several)


@given(st.lists(spans(), max_size=6), spans())
@few
def test_they_hold_what_lies_in_them_with_no_gap(several: list[Span], asked: Span) -> None:
    characters = {(one.source.path, at) for one in several for at in range(one.start, one.end)}
    assert Spans(several).hold(asked) == all(
        (asked.source.path, at) in characters for at in range(asked.start, asked.end)
    )
