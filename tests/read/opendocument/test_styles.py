"""Styles."""

from __future__ import annotations

import pytest

from citecheck.model.layout import Role
from citecheck.read.archive import xml_root
from citecheck.read.opendocument.styles import Style, Styles
from tests.read.opendocument.samples import content


def styles(written: str) -> Styles:
    return Styles.of(xml_root(content("", written).encode(), "a.xml"))


def test_styles_take_over_from_those_they_build_on() -> None:
    made = styles(
        '<style:style style:name="A"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="B" style:parent-style-name="A"/>'
        '<style:style style:name="C" style:parent-style-name="B"><style:text-properties fo:font-style="normal"/></style:style>'
    )
    assert [made.get(key).italic for key in ("A", "B", "C")] == [True, True, False]
    assert made.get("nowhere") == made.get(None) == Style()


@pytest.mark.parametrize(
    ("position", "raised"),
    [("super 58%", True), ("33% 58%", True), ("sub 58%", False), ("-33% 58%", False), ("0% 100%", False), ("", False)],
)
def test_positions_above_the_line_are_raised(position: str, raised: bool) -> None:
    made = styles(
        f'<style:style style:name="A"><style:text-properties style:text-position="{position}"/></style:style>'
    )
    assert made.get("A").raised is raised


def test_a_circle_ends_and_roles_go_by_names() -> None:
    made = styles(
        '<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>'
        '<style:style style:name="P1" style:parent-style-name="Quotations"/><style:style style:name="Quotations"/>'
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    assert made.get("A").name == "A"
    assert made.get("P1").role is Role.QUOTE
    assert made.get("H").hidden
