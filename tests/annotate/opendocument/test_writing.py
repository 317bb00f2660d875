"""One comment as XML."""

from __future__ import annotations

from lxml import etree

from citecheck.annotate import Remark
from citecheck.annotate.opendocument.writing import annotation, annotation_end
from citecheck.read.archive import xml_root
from tests.read.opendocument.samples import NAMES


def test_a_comment_is_written_whole() -> None:
    root = xml_root(f'<a {NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/"/>'.encode(), "a")
    root.append(annotation(root, "citecheck-1", Remark(0, 1, 0, "CIT004 · error", ("A & b.",), "v1:0"), "2026-12-01"))
    root.append(annotation_end(root, "citecheck-1"))
    text = etree.tostring(root, encoding="unicode")
    assert text[text.index(">") + 1 :] == (
        '<office:annotation office:name="citecheck-1"><dc:creator>citecheck</dc:creator><dc:date>2026-12-01T00:00:00</dc:date>'
        "<text:p>CIT004 · error</text:p><text:p>A &amp; b.</text:p><text:p>v1:0</text:p></office:annotation>"
        '<office:annotation-end office:name="citecheck-1"/></a>'
    )
