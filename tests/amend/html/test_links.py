"""Links that print where they lead."""

from __future__ import annotations

from citecheck.amend.html.links import with_addresses
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span
from tests.counting import calls


def edits(text: str, old: str, new: str) -> list[tuple[str, str]]:
    source = Source("a.html", text)
    start = text.rindex(old)
    made = with_addresses(source, [Edit(Span(source, start, start + len(old)), new)])
    return [(one.span.text, one.replacement) for one in made]


def test_where_a_link_leads_is_corrected_with_what_it_prints() -> None:
    assert edits("<p><a href='ab'>ab</a>", "b", "c") == [("b", "c"), ("ab", "ac")]
    assert edits('<p><A title="a>b" HREF = "ab/">ab</A>', "b", '"') == [("b", '"'), ("ab/", "a&quot;")]


def test_other_links_and_words_stay() -> None:
    for text in (
        "<p>ab",
        "<a href='xy'>ab</a>",
        "<a name='ab'>ab</a>",
        "<a href='ab'>ab</a> ab",
        "<a href='ab'><b>ab</b></a>",
    ):
        assert edits(text, "b", "c") == [("b", "c")]


def test_many_links_take_no_square_of_calls() -> None:
    few, many = (calls(lambda n=n: edits("<a href='ab'>ab</a>" * n, "b", "c")) for n in (50, 100))
    assert many <= few + 5
