"""Comments that are taken out."""

from __future__ import annotations

from citecheck.annotate.opendocument.removing import removed
from citecheck.read.archive import xml_root
from tests.read.opendocument.samples import NAMES

OWN = '<office:annotation office:name="{}"><creator>{}</creator></office:annotation>'


def left(body: str) -> tuple[bool, str]:
    root = xml_root(f"<a {NAMES}><text:p>{body}</text:p></a>".encode(), "a")
    gone = removed(root)
    return gone, "".join(str(text) for text in root.itertext()) + f" {len(root[0])}"


def test_the_text_around_them_stays_whole() -> None:
    end = '<office:annotation-end office:name="x"/>'
    assert left(f"One {OWN.format('x', 'citecheck')}two{end} three") == (True, "One two three 0")
    assert left(f"<text:s/>{OWN.format('x', 'citecheck')}two{end} three") == (True, "two three 1")


def test_those_of_others_stay() -> None:
    assert left(f"One {OWN.format('x', 'Ann')}two") == (False, "One Anntwo 1")
