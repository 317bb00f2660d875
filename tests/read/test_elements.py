"""Elements of XML."""

from __future__ import annotations

from citecheck.read.archive import xml_root
from citecheck.read.elements import attribute, child, children, name, name_above, namespace

ROOT = xml_root(b'<a xmlns:x="u:x"><x:b x:c="1"><d/></x:b><b/></a>', "a.xml")


def test_namespaces_do_not_matter() -> None:
    assert [name(one) for one in children(ROOT, "b")] == ["b", "b"]
    assert attribute(ROOT[0], "c") == "1"
    assert child(ROOT, "b", "d") is ROOT[0][0]
    assert (name_above(ROOT), name_above(ROOT[0])) == ("", "a")


def test_what_is_not_there_is_none() -> None:
    assert child(ROOT, "b", "x") is None
    assert child(None, "x") is None
    assert attribute(ROOT, "x") is None


def test_a_namespace_stands_in_braces() -> None:
    root = xml_root(b'<a xmlns="s"><b xmlns=""/></a>', "a.xml")
    assert namespace(root) == "{s}"
    assert namespace(root[0]) == ""
