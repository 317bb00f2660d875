"""Tracked changes in the paragraphs of an OpenDocument text."""

from __future__ import annotations

import pytest

from citecheck.amend.opendocument.tracking import Tracking, is_open
from citecheck.amend.spots import Change
from citecheck.errors import InputError
from citecheck.read.archive import xml_root
from citecheck.read.elements import name
from citecheck.read.opendocument.traces import Kind, Piece
from tests.read.opendocument.samples import content, p

KEY = ("document", 1)


def test_changes_are_listed_behind_forms() -> None:
    root = xml_root(content("<office:forms/>" + p("abc")).encode(), "a.odt")
    tracking = Tracking(root, "a.odt", "")
    held = next(root.iter("{*}p"))
    tracking.list_changes()
    assert [name(one) for one in root.iter() if name(one) == "tracked-changes"] == []
    tracking.change([Piece(0, 3, held, Kind.TEXT)], Change(KEY, 1, 2, "x"))
    tracking.list_changes()
    text = next(root.iter("{*}text"))
    assert [name(one) for one in text] == ["forms", "tracked-changes", "p"]
    assert [name(one) for one in text[1]] == ["changed-region"] * 2
    assert not list(root.iter("{*}date"))


def test_the_text_of_fields_is_not_open() -> None:
    root = xml_root(content(p("a<text:date>b</text:date>c")).encode(), "a.odt")
    date = next(root.iter("{*}date"))
    assert not is_open(Piece(1, 1, date, Kind.TEXT))
    assert is_open(Piece(2, 1, date, Kind.TAIL))
    with pytest.raises(InputError):
        Tracking(root, "a.odt", "").change([Piece(1, 1, date, Kind.TEXT)], Change(KEY, 1, 2, "x"))
    with pytest.raises(InputError):
        Tracking(root, "a.odt", "").change([Piece(1, 1, date, Kind.TEXT)], Change(KEY, 2, 2, "x"))
