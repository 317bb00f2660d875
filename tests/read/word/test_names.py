"""Names of elements."""

from __future__ import annotations

from citecheck.read.archive import xml_root
from citecheck.read.word.names import attribute, child, children, is_on, name, name_above, value
from tests.read.word.samples import element

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def test_namespaces_do_not_matter() -> None:
    root = xml_root(f'<a:p xmlns:a="{STRICT}"><a:pPr><a:pStyle a:val="H1"/></a:pPr></a:p>'.encode(), "a.xml")
    assert name(root) == "p"
    assert value(root, "pPr", "pStyle") == "H1"


def test_what_is_not_there_is_none() -> None:
    root = element('<w:i w:val="off"/><w:b/><w:b w:val="1"/>')
    assert child(root, "x", "y") is None
    assert child(None, "x") is None
    assert (value(root, "x"), attribute(root, "x")) == (None, None)
    assert (is_on(root, "i"), is_on(root, "b"), is_on(root, "x")) == (False, True, None)
    assert len(list(children(root, "b"))) == 2
    assert (name_above(root), name_above(root[0])) == ("", "root")
