"""Changes of addresses that links print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.amend.links import with_links
from citecheck.amend.spots import Change
from citecheck.amend.word.links import link_of
from citecheck.read.elements import name
from citecheck.read.word.traces import Piece
from tests.read.word.samples import element, p, r

if TYPE_CHECKING:
    from lxml.etree import _Element

KEY = ("document", 1)
ROOT = element(p("See ", f'<w:hyperlink r:id="x">{r("abc")}{r("def")}</w:hyperlink>'))
PIECES = [Piece(at, length, one) for (at, length), one in zip([(0, 4), (4, 3), (7, 3)], ROOT.iter("{*}t"), strict=True)]


def settled(*changes: Change, leads: str = "abcdef", text: bool = True) -> list[tuple[Change, bool]]:
    def leads_to(key: tuple[str, int], link: _Element, shown: str) -> bool:
        return (key, name(link), shown) == (KEY, "hyperlink", leads)

    found = with_links(changes, {KEY: PIECES}, link_of, lambda one: one.element.text if text else None, leads_to)
    return [(one, link is not None) for one, link in found]


def test_a_change_is_in_a_link_or_not() -> None:
    assert settled(Change(KEY, 5, 8, "")) == [(Change(KEY, 4, 10, "aef"), True)]
    for change in (Change(KEY, 3, 5, ""), Change(KEY, 4, 4, "x"), Change(KEY, 0, 1, "x")):
        assert settled(change) == [(change, False)]


def test_changes_of_an_address_are_one() -> None:
    assert settled(Change(KEY, 5, 6, "x"), Change(KEY, 8, 8, "y")) == [(Change(KEY, 4, 10, "axcdyef"), True)]


def test_a_link_that_leads_elsewhere_or_prints_more_than_text_is_left_as_it_is() -> None:
    change = Change(KEY, 5, 6, "x")
    assert settled(change, leads="other") == [(change, False)]
    assert settled(change, text=False) == [(change, False)]
