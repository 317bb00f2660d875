"""Tracked changes in runs."""

from __future__ import annotations

import pytest

from citecheck.amend.spots import Change
from citecheck.amend.word.tracking import Tracking
from citecheck.errors import InputError
from citecheck.patch.runs import Runs
from citecheck.read.elements import name
from citecheck.read.word.traces import Piece
from tests.read.word.samples import element, p, r

KEY = ("document", 1)


def test_changes_have_identifiers_that_nothing_has() -> None:
    root = element(
        p("abc", '<w:bookmarkStart w:id="41" w:name="x"/>', '<w:bookmarkStart w:id="2147483646" w:name="y"/>')
    )
    runs = Runs([Piece(0, 3, next(root.iter("{*}t")))])
    tracking = Tracking([root], "a.docx", "")
    tracking.change(runs, Change(KEY, 1, 2, "x"))
    made = [one for one in root.iter() if name(one) in ("ins", "del")]
    assert [dict(one.attrib).popitem()[1] for one in made] == ["citecheck"] * 2
    assert [[held for key, held in one.attrib.items() if str(key).endswith("}id")] for one in made] == [["42"], ["43"]]


def test_tracked_shapes_are_not_copied() -> None:
    root = element(p(r("abc", '<w:b/><w:rPrChange w:id="3" w:author="Ann"><w:rPr/></w:rPrChange>')))
    Tracking([root], "a.docx", "").change(Runs([Piece(0, 3, next(root.iter("{*}t")))]), Change(KEY, 3, 3, "x"))
    assert len(list(root.iter("{*}rPrChange"))) == 1
    assert len(list(root.iter("{*}b"))) == 2


def test_where_no_words_are_nothing_is_changed() -> None:
    root = element(p("abc"))
    with pytest.raises(InputError):
        Tracking([root], "a.docx", "").change(Runs([]), Change(KEY, 0, 1, "x"))
    with pytest.raises(InputError):
        Tracking([root], "a.docx", "").change(Runs([]), Change(KEY, 0, 0, "x"))
