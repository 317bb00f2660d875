"""Paragraphs, runs, links and fields."""

from __future__ import annotations

from citecheck.model.layout import Role, Words
from tests.read.word.samples import laid, p, r, texts

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'


def test_runs_keep_their_shape_and_their_place() -> None:
    (block,) = laid(p(r("See "), r("The Ports", "<w:i/>"), r("2", '<w:vertAlign w:val="superscript"/>'))).blocks
    assert block.inlines == (
        Words("See ", 0),
        Words("The Ports", 4, italic=True),
        Words("2", 13, raised=True),
    )


def test_a_switch_may_be_off() -> None:
    (block,) = laid(p(r("a", '<w:i w:val="0"/>'), r("b", '<w:i w:val="1"/>'))).blocks
    assert [one.italic for one in block.inlines if isinstance(one, Words)] == [False, True]


def test_signs_that_are_elements_are_characters() -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:br/><w:t>d</w:t>"
        '<w:br w:type="page"/><w:sym w:char="2014"/><w:sym w:char="F0B7"/></w:r>'
    )
    assert texts(laid(p(run))) == ["a b\u2011c\nd \u2014"]


def test_hidden_text_is_none() -> None:
    assert texts(laid(p("a", r("b", "<w:vanish/>"), "c"))) == ["ac"]


def test_links_lead_where_their_relation_or_field_says() -> None:
    link = f'<w:hyperlink r:id="x">{r("here")}</w:hyperlink>'
    code = CODE.format('HYPERLINK "https://example.org/b" \\o "tip"')
    field = FIELD.format("begin") + code + FIELD.format("separate") + r("there") + FIELD.format("end")
    simple = f"<w:fldSimple w:instr='HYPERLINK \"https://example.org/c\"'>{r('too')}</w:fldSimple>"
    (block,) = laid(p(link, field, simple, "."), links={"x": "https://example.org/a"}).blocks  # type: ignore[arg-type]
    assert [(one.text, one.target) for one in block.inlines if isinstance(one, Words)] == [
        ("here", "https://example.org/a"),
        ("there", "https://example.org/b"),
        ("too", "https://example.org/c"),
        (".", None),
    ]


def test_a_field_that_never_ends_hides_nothing() -> None:
    begun = FIELD.format("begin") + CODE.format("PAGEREF x") + FIELD.format("separate")
    assert texts(laid(p("a", begun, "12") + p("b"))) == ["a12", "b"]


def test_text_in_directions_and_tags_is_text() -> None:
    wrapped = f'<w:dir w:val="rtl">{r("a")}</w:dir><w:bdo>{r("b")}</w:bdo><w:smartTag>{r("c")}</w:smartTag>'
    assert texts(laid(p(wrapped))) == ["abc"]


def test_an_outline_level_makes_a_heading() -> None:
    made = laid(p("A", shape='<w:outlineLvl w:val="1"/>') + p("B", style="H1", shape='<w:outlineLvl w:val="9"/>'))
    assert [(block.role, block.level) for block in made.blocks] == [(Role.HEADING, 2), (Role.PARAGRAPH, 0)]


def test_a_heading_in_a_cell_is_a_cell() -> None:
    (block,) = laid(f"<w:tbl><w:tr><w:tc>{p('A', style='Q')}</w:tc></w:tr></w:tbl>").blocks
    assert block.role is Role.CELL
