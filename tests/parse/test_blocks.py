"""Blocks of Markdown, each with its lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from citecheck.parse.blocks import Kind, blocks
from tests.parse.texts import ANY_TEXT, QUICK, whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# One\n\nTwo\nthree\n", [(Kind.HEADING, "# One"), (Kind.PARAGRAPH, "Two\nthree")]),
        ("Title\n===\n", [(Kind.HEADING, "Title\n===")]),
        ("- a\n- b\n", [(Kind.LIST, "a"), (Kind.LIST, "b")]),
        ("> quoted\n", [(Kind.QUOTE, "quoted")]),
        ("| a | b |\n|---|---|\n| c | d |\n", [(Kind.TABLE, "| a | b |\n|---|---|\n| c | d |")]),
        ("```\ncode\n```\n", [(Kind.CODE, "```\ncode\n```")]),
        ("***\n", [(Kind.RULE, "***")]),
        ("<div>\nx\n</div>\n", [(Kind.HTML, "<div>\nx\n</div>")]),
        ("<h3>Notes</h3>\n[^1]: Doe\n", [(Kind.HEADING, "<h3>Notes</h3>"), (Kind.PARAGRAPH, "[^1]: Doe")]),
        (
            '<h3>Notes</h3>\n<a href="#_ftnref1">[1]</a> Doe\n',
            [(Kind.HEADING, "<h3>Notes</h3>"), (Kind.PARAGRAPH, '<a href="#_ftnref1">[1]</a> Doe')],
        ),
        ("<hr />\n", [(Kind.RULE, "<hr />")]),
        ("<ul>\n<li>a</li>\n</ul>\nDoe\n", [(Kind.HTML, "<ul>\n<li>a</li>\n</ul>"), (Kind.PARAGRAPH, "Doe")]),
        (
            "<ul>\n<li>a</li>\n</ul>\nDoe\t<ul><li>b</li></ul>\n",
            [(Kind.HTML, "<ul>\n<li>a</li>\n</ul>\nDoe\t<ul><li>b</li></ul>")],
        ),
        ("<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n", [(Kind.HTML, "<ul>\n<li>a</li>\n</ul>\n<p>b</p>")]),
        ("[^1]: Doe\n", [(Kind.PARAGRAPH, "[^1]: Doe")]),
        ("    | a |\n    |---|\n", [(Kind.TABLE, "| a |\n    |---|")]),
        ("", []),
    ],
)
def test_kinds_of_blocks(text: str, found: list[tuple[Kind, str]]) -> None:
    made = blocks(whole(text))
    assert [one.kind for one in made] == [kind for kind, _ in found]
    for one, (_, printed) in zip(made, found, strict=True):
        assert printed in one.span.text


def test_headings_have_their_levels_also_in_html_and_behind_anchors() -> None:
    made = blocks(whole('### A\n\n<a id="x"></a>## B\n\n<h4 class="c">C</h4>\n\n<p>text</p>\n'))
    assert [(one.level, one.span.text) for one in made if one.kind is Kind.HEADING] == [
        (3, "### A"),
        (2, "## B"),
        (4, '<h4 class="c">C</h4>'),
    ]
    assert made[-1].kind is Kind.HTML


def test_a_lone_carriage_return_ends_no_line() -> None:
    assert [one.span.text for one in blocks(whole("a\rb\n"))] == ["a\rb"]


@QUICK
@given(text=ANY_TEXT)
def test_blocks_of_any_text_lie_in_it_in_order(text: str) -> None:
    made = blocks(whole(text))
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in made)
    assert all(one.span.start <= other.span.start for one, other in pairwise(made))
