"""Elements that are taken out."""

from __future__ import annotations

import pytest
from lxml import etree

from citecheck.patch.elements import take_out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<a>One <b/>two</a>", "<a>One two</a>"),
        ("<a><c/>One <b>x</b> two</a>", "<a><c/>One  two</a>"),
        ("<a><b/></a>", "<a/>"),
    ],
)
def test_the_text_around_it_stays_whole(before: str, after: str) -> None:
    root = etree.fromstring(before)
    take_out(next(root.iter("b")))
    assert etree.tostring(root, encoding="unicode") == after


def test_what_nothing_holds_stays() -> None:
    root = etree.fromstring("<a/>")
    take_out(root)
    assert root.tag == "a"
