"""Styles."""

from __future__ import annotations

from citecheck.model.layout import Role
from citecheck.read.word.styles import Style, Styles
from tests.read.word.samples import STYLES, element


def test_styles_take_over_from_those_they_build_on() -> None:
    styles = Styles.of(
        element(
            STYLES
            + '<w:style w:styleId="X"><w:name w:val="Own"/><w:basedOn w:val="H2"/><w:rPr><w:i/></w:rPr></w:style>'
        )
    )
    assert (styles.get("X").outline, styles.get("X").italic, styles.get("X").role) == (2, True, Role.HEADING)
    assert styles.get("H1").outline == 1
    assert styles.get(None).name == "Normal"
    assert styles.get("nowhere").name == "Normal"


def test_styles_that_build_on_each_other_in_a_circle_end() -> None:
    circle = "".join(
        f'<w:style w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    assert Styles.of(element(circle)).get("A").name == "A"


def test_a_document_without_styles_has_none() -> None:
    assert Styles.of(None).get("H1") == Style()


def test_roles_go_by_names() -> None:
    for name, role in (("Title", Role.TITLE), ("Subtitle", Role.PARAGRAPH), ("caption", Role.CAPTION)):
        assert Style(name).role is role
    assert Style("toc 2").lists
    assert not Style("Topic").lists
