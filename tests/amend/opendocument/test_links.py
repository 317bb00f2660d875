"""Links that print where they lead."""

from __future__ import annotations

from citecheck.amend.links import with_links
from citecheck.amend.opendocument.links import leads_to, link_of, text_of
from citecheck.amend.spots import Change
from citecheck.read.archive import xml_root
from citecheck.read.opendocument.traces import Kind, Piece
from tests.read.opendocument.samples import content, p

KEY = ("document", 1)


def settled(href: str, change: Change, kind: Kind = Kind.TEXT) -> list[tuple[Change, bool]]:
    root = xml_root(content(p(f'a <text:a xlink:href="{href}">bcd</text:a> e')).encode(), "a.odt")
    held, link = next(root.iter("{*}p")), next(root.iter("{*}a"))
    pieces = [Piece(0, 2, held, Kind.TEXT), Piece(2, 3, link, kind), Piece(5, 2, link, Kind.TAIL)]
    return [
        (one, found is link)
        for one, found in with_links(
            [change], {KEY: pieces}, link_of, text_of, lambda _, one, text: leads_to(one, text)
        )
    ]


def test_a_change_of_an_address_is_one_of_all_of_it() -> None:
    assert settled("bcd/", Change(KEY, 3, 4, "x")) == [(Change(KEY, 2, 5, "bxd"), True)]


def test_other_changes_stay() -> None:
    for href, change in (
        ("xyz", Change(KEY, 3, 4, "x")), ("bcd", Change(KEY, 0, 1, "x")), ("bcd", Change(KEY, 4, 6, "x")),
    ):  # fmt: skip
        assert settled(href, change) == [(change, False)]
