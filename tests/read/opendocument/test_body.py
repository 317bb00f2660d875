"""Paragraphs, spans, links, frames."""

from __future__ import annotations

from citecheck.model.layout import Role, Words
from tests.read.opendocument.samples import STYLES, laid, note, p, texts


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_spans_keep_their_shape_and_their_place() -> None:
    (block,) = laid(p(f"See {span('The ' + span('Ports', 'X'), 'T1')}{span('2', 'S')}")).blocks
    assert block.inlines == (
        Words("See ", 0),
        Words("The Ports", 4, italic=True),
        Words("2", 13, raised=True),
    )


def test_signs_that_are_elements_are_characters() -> None:
    assert texts(laid(p("a<text:s/>b<text:tab/>c<text:line-break/>d"))) == ["a b c\nd"]


def test_links_lead_where_they_say() -> None:
    (block,) = laid(p('see <text:a xlink:href="https://example.org">here</text:a>.')).blocks
    assert [(one.text, one.target) for one in block.inlines if isinstance(one, Words)] == [
        ("see ", None),
        ("here", "https://example.org"),
        (".", None),
    ]


def test_lists_cells_and_frames_are_read() -> None:
    made = laid(
        f"<text:list><text:list-item>{p('One')}<text:list><text:list-item>{p('Two')}</text:list-item></text:list>"
        "</text:list-item></text:list>"
        f"<table:table><table:table-row><table:table-cell>{p('Cell' + note('1', 'Doe.'))}</table:table-cell>"
        "</table:table-row></table:table>"
        + p(f"Anchor<draw:frame><draw:text-box>{p('Box')}</draw:text-box></draw:frame>")
        + p("So said she.", "Quotations")
    )
    assert [(block.role, block.level) for block in made.blocks] == [
        (Role.ITEM, 1),
        (Role.ITEM, 2),
        (Role.CELL, 0),
        (Role.PARAGRAPH, 0),
        (Role.PARAGRAPH, 0),
        (Role.QUOTE, 0),
    ]
    assert texts(made)[2:5] == ["Cell[1]", "Anchor", "Box"]


def test_indexes_and_comments_are_no_text() -> None:
    body = f"<text:table-of-content>{p('1 Ports 2')}</text:table-of-content>" + p(
        f"So<office:annotation>{p('Really?')}</office:annotation> it is."
    )
    assert texts(laid(body)) == ["So it is."]


def test_a_bibliography_is_text() -> None:
    assert texts(laid(f"<text:bibliography><text:index-body>{p('Doe.')}</text:index-body></text:bibliography>")) == [
        "Doe."
    ]


def test_the_language_is_what_most_is_declared_to_be_in() -> None:
    declared = (
        STYLES
        + '<style:default-style style:family="paragraph"><style:text-properties fo:language="nb"/></style:default-style>'
        '<style:style style:name="E"><style:text-properties fo:language="en"/></style:style>'
        '<style:style style:name="N"><style:text-properties fo:language="none"/></style:style>'
    )
    assert laid(p("En lang setning her."), styles=declared).lang == "nb"
    assert laid(p("En " + span("long sentence", "E")), styles=declared).lang == "en"
    assert laid(p("Half " + span("half.", "E")), styles=declared).lang is None
    assert laid(p(span("None.", "N"))).lang is None
