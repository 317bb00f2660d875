"""What documents print."""

from __future__ import annotations

from citecheck.model.printed import plain
from citecheck.model.source import Anchor, Printed, Source

SOURCE = Source("a.docx", "", anchors=(Anchor(0, "document", 1),), printed=(Printed("e1", "i", "e1"),))


def test_signs_of_markdown_go_and_guarded_ones_stay() -> None:
    assert plain(r"*a* \*b\* [c](https://example.org) d<sup>2</sup>[^e1]", SOURCE) == "a *b* c d2i"


def test_a_text_is_what_it_is() -> None:
    assert plain("*a*", Source("a.md", "*a*")) == "*a*"
