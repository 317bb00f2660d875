"""One comment as XML."""

from __future__ import annotations

from lxml import etree

from citecheck.annotate import Remark
from citecheck.annotate.word.writing import comment
from citecheck.read.archive import xml_root

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_comment_is_written_whole() -> None:
    root = xml_root(f'<w:comments xmlns:w="{SPACE}"/>'.encode(), "a")
    root.append(comment(root, "7", Remark(0, 1, 0, "CIT004 · error", ("A & b.",), "v1:0123456789abcdef"), ""))
    text = etree.tostring(root[0], encoding="unicode").replace(f' xmlns:w="{SPACE}"', "")
    assert text == (
        '<w:comment w:id="7" w:author="citecheck" w:initials="cc">'
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">CIT004 · error</w:t></w:r></w:p>'
        '<w:p><w:r><w:t xml:space="preserve">A &amp; b.</w:t></w:r></w:p>'
        '<w:p><w:r><w:rPr><w:color w:val="808080"/><w:sz w:val="14"/></w:rPr>'
        '<w:t xml:space="preserve">v1:0123456789abcdef</w:t></w:r></w:p></w:comment>'
    )
