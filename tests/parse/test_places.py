"""Questions about many spans: the same answers as going through all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.document import Url
from citecheck.model.source import Source, Span
from citecheck.parse.places import Covered, Spots, Within

SOURCE, OTHER = Source("a.md", "x" * 40), Source("b.md", "x" * 40)
ENDS = st.tuples(st.integers(0, 30), st.integers(1, 8))


def span(ends: tuple[int, int], source: Source = SOURCE) -> Span:
    return Span(source, ends[0], ends[0] + ends[1])


@given(st.lists(ENDS, max_size=8), ENDS)
def test_what_is_covered(taken: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    spans, wanted = [span(ends) for ends in taken], span(asked)
    covered = Covered(Span(SOURCE, 0, 40), [*spans, span(asked, OTHER)])
    assert covered.touch(wanted.start, wanted.end) == any(one.touches(wanted) for one in spans)
    assert covered.hold(wanted.start, wanted.end) == any(one.holds(wanted) for one in spans)


@given(st.lists(ENDS, max_size=8), ENDS)
def test_what_lies_in_a_span(spots: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    named = [(span(ends), str(at)) for at, ends in enumerate(spots)]
    within = Spots([*named, (span(asked, OTHER), "other")]).within(span(asked))
    assert sorted(name for _, name in within) == [name for one, name in named if span(asked).holds(one)]
    assert [one.start for one, _ in within] == sorted(one.start for one, _ in within)


def test_addresses_of_a_span_and_those_right_behind_it() -> None:
    urls = [Url(span((at, 4)), str(at)) for at in (0, 10, 20)]
    within = Within([*urls, Url(span((10, 4), OTHER), "other")])
    assert [url.target for url in within.of(span((5, 5)))] == ["10"]
    assert [url.target for url in within.of(span((11, 8)))] == []
    assert [url.target for url in within.touching(span((11, 9)))] == ["10"]
    assert [url.target for url in within.touching(span((14, 7)))] == ["20"]
    assert within.of(Span(Source("c.md", "xx"), 0, 2)) == []
    assert len(within.all) == 4
