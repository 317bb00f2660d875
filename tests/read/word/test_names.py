"""Values and switches."""

from __future__ import annotations

from citecheck.read.archive import xml_root
from citecheck.read.word.names import is_on, value
from tests.read.word.samples import element

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_values_are_found_by_their_path_whatever_the_namespace() -> None:
    root = xml_root(f'<a:p xmlns:a="{STRICT}"><a:pPr><a:pStyle a:val="H1"/></a:pPr></a:p>'.encode(), "a.xml")
    assert value(root, "pPr", "pStyle") == "H1"
    assert value(root, "x") is None


def test_a_switch_is_on_off_or_not_there() -> None:
    root = element('<w:i w:val="off"/><w:b/>')
    assert (is_on(root, "i"), is_on(root, "b"), is_on(root, "x")) == (False, True, None)
