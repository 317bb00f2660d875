"""Relations that are added."""

from __future__ import annotations

from lxml import etree

from citecheck.patch.relations import added_relation


def test_a_relation_gets_an_identifier_that_is_free() -> None:
    root = etree.fromstring('<r xmlns="s"><Relationship Id="rId1"/><Relationship Id="x"/></r>')
    assert added_relation(root, {"Target": "a.xml"}) == "rId2"
    assert added_relation(root, {"Target": "b.xml"}) == "rId3"
    assert [(one.tag, dict(one.attrib)) for one in root][2:] == [
        ("{s}Relationship", {"Id": "rId2", "Target": "a.xml"}),
        ("{s}Relationship", {"Id": "rId3", "Target": "b.xml"}),
    ]
