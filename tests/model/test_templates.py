"""The text outside of the tags of templates."""

from __future__ import annotations

import pytest

from citecheck.model.source import Source, Span
from citecheck.model.templates import outside_templates


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('a {% tide "b" %} c', 'a                c'),
        ('a {{< tide "b" >}}c{{% /tide %}}', "a                 c              "),
        ('a {{ "b" }} c', "a           c"),
        ("a {% b {% c %} d", "a {% b         d"),
        ("a {{ b } c", "a {{ b } c"),
    ],
)  # fmt: skip
def test_tags_are_blank(text: str, shown: str) -> None:
    assert outside_templates([Span(Source("t", text), 0, len(text))]).rstrip() == shown.rstrip()


def test_a_tag_goes_on_over_paragraphs() -> None:
    source = Source("t", 'Low {% tide text="\n\nEbb "and" flow\n\n" %} high')
    pieces = [Span(source, 20, 34), Span(source, 36, len(source.text))]
    assert [outside_templates([piece]).strip() for piece in pieces] == ["", "high"]


@pytest.mark.parametrize("unit", ["{%", "{{", "<%", "{% a ", "}}"])
def test_long_texts_come_to_an_end(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    outside_templates([Span(Source("t", text), 0, len(text))])
