"""The parts of a document that say which comments it has."""

from __future__ import annotations

from citecheck.annotate.word.package import Package
from citecheck.read.archive import xml_root
from citecheck.read.elements import attribute
from tests.annotate.word.samples import OWN, RELATIONS
from tests.read.word.samples import NAMES, document, p

MAIN = "word/document.xml"


def test_a_part_is_added_in_the_namespace_of_the_text() -> None:
    strict = NAMES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    text = xml_root(f"<w:document {strict}/>".encode(), MAIN)
    package = Package("a.docx", document(p("So."), links={"rId1": "https://example.org"}), MAIN)
    root = package.comments_root(text)
    assert root.tag == "{http://purl.oclc.org/ooxml/wordprocessingml/main}comments"
    changed = package.changed()
    assert set(changed) == {OWN, RELATIONS}
    (_, added) = xml_root(changed[RELATIONS], RELATIONS)
    assert attribute(added, "Id") == "rId2"
    assert attribute(added, "Type") == "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"


def test_nothing_is_changed_before_anything_is_said() -> None:
    assert Package("a.docx", document(p("So.")), MAIN).changed() == {}
